"""What a paragraph on changes has said so far: the changes told, and what still waits for its other half.

The clauses of a paragraph are read one after another (`loaders.changes.story.story`). The modules that know what a
clause does to the whole (`endings`, `results`, `moves` and `regions` beside this one) write into this memory.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.words.levels import VILLAGES, ranks
from loaders.changes.clauses.frames import Clause
from loaders.changes.lists.party import ListedPlace
from loaders.changes.story.told import ChangeDraft, ClausePlace, GovernedPlaces, PendingPlaces


@dataclass(slots=True)
class Memory:
    """The changes told, and what is open.

    `decides` tells that the paper decides on changes, `above` gives the place of a heading or of the title above
    places of a level, `subject` is the place that the paragraph is about, `known` tells whether the paper names a
    place somewhere, `ended` are the names of all that is abolished. `waiting` are places of which something must
    come, `heading` those before a colon, `listed` a list without a verb and where it stands, `governing` what a place
    is said to have below it, `giver` who gave last and in which group, `carved` the place of which a piece went last,
    `unclear` the group in which something ended that could not be read, `within` the place that the clause speaks of,
    `unnamed` places whose rank changed without the new name. `missed` tells that the clause heard last tells a change
    that could not be made, `dropped` are places of which nothing came.
    """

    decides: bool = False
    above: Callable[[str], tuple[str, ...]] = lambda _level: ()
    subject: ListedPlace | None = None
    known: Callable[[str], bool] = bool
    told: list[ChangeDraft] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    waiting: PendingPlaces | None = None
    heading: tuple[ListedPlace, ...] = ()
    listed: tuple[ClausePlace | None, list[ListedPlace]] = (None, [])
    governing: GovernedPlaces | None = None
    giver: tuple[int, str] = (-1, "")
    carved: ListedPlace | None = None
    unclear: int = -1
    within: tuple[str, ...] = ()
    unnamed: PendingPlaces | None = None
    missed: bool = False
    dropped: list[PendingPlaces] = field(default_factory=list)

    def tell(
        self,
        form: str,
        old: Sequence[ListedPlace],
        new: Sequence[ListedPlace],
        last: ClausePlace,
        first: ClausePlace | None = None,
    ) -> None:
        """Keep a change that the clauses `first` (None: the last) to `last` tell."""
        start = last if first is None else first
        if len(old) == len(new) == 1 and old[0].name == new[0].name and old[0].share == "whole":
            return  # the committee of a village under another spelling
        self.told.append(ChangeDraft(form, list(old), list(new), start, last, self.within or self._below(old, new)))

    def tell_pairs(
        self,
        form: str,
        old: Sequence[ListedPlace],
        new: Sequence[ListedPlace],
        last: ClausePlace,
        first: ClausePlace | None = None,
    ) -> None:
        """Keep one change for each pair of two lists of one length."""
        for one, other in zip(old, new, strict=True):
            self.tell(form, [one], [other], last, first)

    def take(self, clause: Clause) -> tuple[list[ListedPlace], ClausePlace | None]:
        """The old places of a clause: its own, else those that wait, with the clause in which these stood."""
        waiting = self.waiting
        self.within = waiting.within if waiting else clause.within
        if clause.rest and waiting and waiting.form == "abolish" and len(waiting.old) == 1:
            self.waiting = None
            return [waiting.old[0].piece(clause.rest)], waiting.at
        if clause.rest and self.carved:
            return [self.carved.piece(clause.rest)], None
        if clause.old:
            if waiting and waiting.names <= {party.name for party in clause.old}:
                self.waiting = None
                return list(clause.old), waiting.at
            return list(clause.old), None
        if waiting is None:
            return [], None
        self.waiting = None
        return waiting.old, waiting.at

    def whole(self) -> tuple[ListedPlace | None, ClausePlace | None]:
        """The place of which pieces are spoken without its name, with the clause that abolishes it, if one does."""
        waiting = self.waiting
        if waiting and waiting.form == "abolish":
            if len(waiting.old) != 1 or waiting.old[0].share == "part":
                return None, None
            self.waiting, self.carved, self.within = None, waiting.old[0], waiting.within
            return self.carved, waiting.at
        if self.carved is None and len(self.heading) == 1 and self.heading[0].level in VILLAGES:
            self.carved = self.heading[0]
        return self.carved, None

    def give_up(self) -> None:
        """Nothing came of what waits: it is abolished, or merged into what the heading names."""
        waiting, self.waiting = self.waiting, None
        if waiting is None:
            return
        if waiting.form == "abolish" and not waiting.old:
            self.dropped.append(waiting)  # 撤销, of a list that could not be read
        elif waiting.form == "abolish":
            for party, at in zip(waiting.old, waiting.places, strict=True):
                self.within = waiting.within
                self.tell("joined", [party], [], at)
        elif waiting.form == "join" and self.heading:
            self.within = ()
            self.tell("joined", waiting.old, self.heading, waiting.at)
        elif waiting.form in ("join", "carve"):
            self.dropped.append(waiting)

    def drop_unnamed(self) -> None:
        """No clause said what the places are called whose rank changed."""
        if self.unnamed:
            self.dropped.append(self.unnamed)
        self.unnamed = None

    def _below(self, old: Sequence[ListedPlace], new: Sequence[ListedPlace]) -> tuple[str, ...]:
        """The place above that no clause names: the heading (东河镇：撤销甲村…), else that of the paper's title."""
        below = next(iter((*new, *old)), None)
        if below is None:
            return ()
        heading = self.heading[0] if len(self.heading) == 1 else None
        if heading and ranks().get(heading.level, 9) < ranks().get(below.level, 9):
            return (*heading.above, heading.name)
        return () if any(party.above for party in (*old, *new)) else self.above(below.level)
