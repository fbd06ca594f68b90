"""The changes that the clauses of one paragraph tell one after another: 撤销甲村，并入乙村 is one in two clauses.

What was abolished waits for what comes of it; a clause on the region of a new place (以原…的行政区域为…) adds to the
change that set it up; whatever waits in vain is an abolition.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from loaders.change_events import pieces
from loaders.change_frames import Clause
from loaders.change_lists import Party
from loaders.change_told import (
    REACH,
    Told,
    Waiting,
    add_region,
    alike_but_for_endings,
    given_by,
    that_set_up,
    told_already,
    without_explained,
)
from loaders.place_names import RANKS, level_of, stem_of


@dataclass(slots=True)
class Story:
    """Clauses go in one by one (`hear`), changes come out at the end (`told`).

    `decides` tells that the paper decides on changes, `subject` is the place that the paragraph is about, `known` tells
    whether the paper names a place somewhere; `sentence` counts the stretches between 。 and ；, `group` those
    between 。 alone.
    """

    told: list[Told] = field(default_factory=list)
    decides: bool = False
    subject: Party | None = None
    known: Callable[[str], bool] = bool
    ended: set[str] = field(default_factory=set)
    _waiting: Waiting | None = None
    _heading: tuple[Party, ...] = ()
    _giver: tuple[int, str] = (-1, "")
    _listed: tuple[int, list[Party]] = (-1, [])
    _within: tuple[str, ...] = ()
    _carved: Party | None = None
    _group: int = -1
    _unclear: int = -1

    def hear(self, clause: Clause, sentence: int, group: int, *, heads: bool) -> None:
        """Take in a clause; `heads` tells that a colon stands behind it."""
        if group != self._group:
            self._group, self._carved = group, None
        if self._waiting and group > self._waiting.group + (clause.refers and not clause.old):
            self._give_up()
        handle: Callable[[Clause, int, int], None] = {
            "abolish": self._abolish,
            "listing": self._heads if heads else self._list,
            "join": self._join,
            "carve": self._carve,
            "create": self._create,
            "form": self._form,
            "naming": self._name,
            "into": self._absorb,
            "transfer": self._transfer,
            "territory": self._territory,
            "govern": self._govern,
            "rank": self._change_rank,
        }.get(clause.does, self._become)
        clause = self._of_subject(clause)
        takes = clause.old or clause.does == "naming" or (clause.refers and clause.does != "territory")
        if clause.does != "listing" and takes and self._listed[0] == sentence and not self._waiting:
            clause = replace(clause, old=(*self._listed[1], *clause.old))
        handle(clause, sentence, group)
        if clause.does not in ("listing", "rank"):
            self._listed = (-1, [])

    def _of_subject(self, clause: Clause) -> Clause:
        """1992年改为乙镇, in a paragraph on one place: said of what that place was last."""
        if not (clause.dated and self.subject and clause.refers) or clause.old or self._waiting:
            return clause
        last = next((one.new for one in reversed(self.told) if one.form != "moved"), [self.subject])
        return replace(clause, old=tuple(last)) if len(last) == 1 and last[0] not in clause.new else clause

    def _change_rank(self, clause: Clause, sentence: int, group: int) -> None:
        """甲乡撤乡设镇: the new name is the old one with another ending, where the paper names it."""
        names = [stem_of(party.name) + clause.rest for party in clause.old]
        if not all(map(self.known, names)):
            self._list(clause, sentence, group)
            return
        self._within = ()
        for party, name in zip(clause.old, names, strict=True):
            self._tell("joined", [party], [Party(name, level_of(name), party.above)], sentence)

    def hear_other(self, group: int, *, abolishes: bool) -> None:
        """A clause between that says nothing of places: a list before it is no beginning of the next.

        One that `abolishes` what could not be read makes unknown what a place set up behind it comes of.
        """
        self._listed = (-1, [])
        if abolishes:
            self._unclear = group

    def finish(self) -> list[Told]:
        """All changes of the paragraph; an abolition that another change explains is part of that one."""
        self._give_up()
        return without_explained(self.told)

    def _tell(
        self, form: str, old: Sequence[Party], new: Sequence[Party], sentence: int, first: int | None = None
    ) -> None:
        start = sentence if first is None else first
        self.told.append(
            Told(form, list(old), list(new), start, sentence, self._within or self._below_heading(old, new))
        )

    def _below_heading(self, old: Sequence[Party], new: Sequence[Party]) -> tuple[str, ...]:
        """东河镇：撤销甲村…: the heading is the place above."""
        below = next(iter((*new, *old)), None)
        if len(self._heading) != 1 or below is None:
            return ()
        heading = self._heading[0]
        higher = RANKS.get(heading.level, 9) < RANKS.get(below.level, 9)
        return (*heading.above, heading.name) if higher else ()

    def _take(self, clause: Clause) -> tuple[list[Party], int | None]:
        """The old places of a clause: its own, else those that wait, with the sentence in which these stood."""
        waiting = self._waiting
        self._within = waiting.within if waiting else clause.within
        if clause.rest and waiting and waiting.form == "abolish" and len(waiting.old) == 1:
            self._waiting = None
            return [waiting.old[0].piece(clause.rest)], waiting.sentence
        if clause.rest and self._carved:
            return [self._carved.piece(clause.rest)], None
        if clause.old:
            if waiting and {p.name for p in waiting.old} <= {p.name for p in clause.old}:
                self._waiting = None
                return list(clause.old), waiting.sentence
            return list(clause.old), None
        if waiting is None:
            return [], None
        self._waiting = None
        return waiting.old, waiting.sentence

    def _give_up(self) -> None:
        """Nothing came of what waits: it is abolished, or merged into what the heading names."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        if waiting.form == "abolish":
            for party in waiting.old:
                self._within = waiting.within
                self._tell("joined", [party], [], waiting.sentence)
        elif waiting.form == "join" and self._heading:
            self._within = ()
            self._tell("joined", waiting.old, self._heading, waiting.sentence)

    def _abolish(self, clause: Clause, sentence: int, group: int) -> None:
        self.ended |= {party.name for party in clause.old}
        if self._waiting and self._waiting.form == "abolish" and self._waiting.sentence == sentence:
            self._waiting.old.extend(clause.old)
            return
        self._give_up()
        self._waiting = Waiting("abolish", list(clause.old), sentence, group, clause.within)

    def _heads(self, clause: Clause, _sentence: int, _group: int) -> None:
        self._give_up()
        self._heading = clause.old

    def _list(self, clause: Clause, sentence: int, _group: int) -> None:
        """A list parted by commas goes on the one before (撤销甲村，乙村) or begins the one behind."""
        waiting = self._waiting
        if (
            waiting
            and waiting.form == "abolish"
            and waiting.sentence == sentence
            and _alike(clause.old, waiting.old)
        ):
            waiting.old.extend(clause.old)
            self.ended |= {party.name for party in clause.old}
        elif self._listed[0] == sentence:
            self._listed[1].extend(clause.old)
        else:
            self._listed = (sentence, list(clause.old))

    def _join(self, clause: Clause, sentence: int, group: int) -> None:
        self._give_up()
        if len(clause.old) > 1:
            self._waiting = Waiting("join", list(clause.old), sentence, group)

    def _carve(self, clause: Clause, sentence: int, group: int) -> None:
        self._give_up()
        self._within = clause.within
        if clause.new:
            self._tell("joined", clause.old, clause.new, sentence)
        else:
            self._waiting = Waiting("carve", list(clause.old), sentence, group)

    def _create(self, clause: Clause, sentence: int, group: int) -> None:
        of_region = bool(self._waiting and self._waiting.form == "region")
        old, first = self._take(clause)
        if old:
            old = pieces(old, clause.new[0]) if of_region else old
            self._pairs_or_one(old, clause.new, sentence, first, pairwise=clause.pairwise)
            return
        if self._comes_of_last(clause, sentence) or group == self._unclear:
            return
        for party in clause.new:
            self._within = clause.within
            self._tell("joined", [], [party], sentence)

    def _comes_of_last(self, clause: Clause, sentence: int) -> bool:
        """将甲村并入乙村，设立丙村: what is set up comes of the change just told, or is its result told again."""
        last = self.told[-1] if self.told and self.told[-1].last == sentence else None
        if last is None or not last.old or last.form == "moved":
            return False
        names = {party.name for party in clause.new}
        if names <= {party.name for party in last.new}:
            return True
        if last.form != "absorbed":
            return False
        last.form, last.old, last.new = "joined", [*last.old, *last.new], list(clause.new)
        return True

    def _form(self, clause: Clause, sentence: int, group: int) -> None:
        if self._waiting:
            self._create(clause, sentence, group)

    def _become(self, clause: Clause, sentence: int, _group: int) -> None:
        """merge, rename, split."""
        old, first = self._take(clause)
        if not old:
            return
        pairwise = clause.pairwise or clause.does == "rename"
        if pairwise and len(old) == len(clause.new):
            for one, other in zip(old, clause.new, strict=True):
                self._tell("joined", [one], [other], sentence, first)
        else:
            self._pairs_or_one(old, clause.new, sentence, first)

    def _pairs_or_one(
        self, old: list[Party], new: Sequence[Party], sentence: int, first: int | None, *, pairwise: bool = False
    ) -> None:
        """撤销甲乡、乙乡，设立甲镇、乙镇 changes the status of each: names alike but for their endings make pairs."""
        if alike_but_for_endings(old, new) or (pairwise and len(old) == len(new)):
            for one, other in zip(old, new, strict=True):
                self._tell("joined", [one], [other], sentence, first)
        else:
            self._tell("joined", old, new, sentence, first)

    def _name(self, clause: Clause, sentence: int, group: int) -> None:
        if self._waiting or clause.old:
            self._become(clause, sentence, group)
        elif self.told and self.told[-1].last == sentence and self.told[-1].form == "absorbed":
            last = self.told[-1]
            last.form, last.old, last.new = "joined", [*last.old, *last.new], list(clause.new)

    def _absorb(self, clause: Clause, sentence: int, _group: int) -> None:
        old, first = self._take(clause)
        if not old:
            return
        if clause.pairwise and len(old) == len(clause.new) > 1:
            for one, other in zip(old, clause.new, strict=True):
                self._tell("absorbed", [one], [other], sentence, first)
        else:
            self._tell("absorbed", old, clause.new, sentence, first)

    def _transfer(self, clause: Clause, sentence: int, group: int) -> None:
        if not clause.old or (self._waiting and {p.name for p in clause.old} == {p.name for p in self._waiting.old}):
            self._absorb(clause, sentence, group)
            return
        waiting, moved = self._waiting, list(clause.old)
        if waiting and waiting.form == "abolish" and len(waiting.old) == 1 and moved[0].former:
            moved = given_by(moved, waiting.old[0].name)
        moved = self._with_giver(moved, group)
        self._carved = moved[0] if len(moved) == 1 and moved[0].share == "part" else None
        again = told_already(self.told, moved, clause.new[0])
        if again:
            again.last = max(again.last, sentence)
        elif clause.pairwise and len(moved) == len(clause.new):
            for one, other in zip(moved, clause.new, strict=True):
                self._tell("moved", [one], [other], sentence)
        elif len(clause.new) == 1:
            self._tell("moved", moved, clause.new, sentence)

    def _with_giver(self, moved: list[Party], group: int) -> list[Party]:
        """A list without a giver behind one with it, in the same sentence, has the same giver."""
        if any(party.giver for party in moved):
            self._giver = (group, next(party.giver for party in reversed(moved) if party.giver))
            return moved
        return given_by(moved, self._giver[1]) if self._giver[0] == group else moved

    def _territory(self, clause: Clause, sentence: int, group: int) -> None:
        told = that_set_up(self.told, clause.new)
        if told is None and clause.new:
            self._made_of(clause, sentence)
            return
        if told is None:
            self._give_up()
            self._waiting = Waiting("region", list(clause.old), sentence, group)
            return
        parts = pieces(clause.old, (clause.new or told.new)[0])
        self._take(Clause("territory", old=tuple(parts)))
        told.last = max(told.last, sentence)
        if told.form == "joined":
            add_region(told, parts)

    def _made_of(self, clause: Clause, sentence: int) -> None:
        """以甲镇、乙镇的行政区域设立丙镇, without a word before that sets up 丙镇."""
        parts = pieces(clause.old, clause.new[0])
        old, first = self._take(Clause("territory", old=tuple(parts), new=clause.new))
        if old:
            self._tell("joined", old, clause.new, sentence, first)

    def _govern(self, clause: Clause, sentence: int, _group: int) -> None:
        """丁区辖原东河县的甲乡: only in a decision on changes, and only what is called 原."""
        start = next((index for index, party in enumerate(clause.new) if party.former and party.giver), None)
        if start is None or len(clause.old) != 1 or not (self.told or self._waiting or self.decides):
            return
        self._give_up()
        accounted = {p.name for t in self.told[-REACH:] if clause.old[0].name in {n.name for n in t.new} for p in t.old}
        moved = [party for party in clause.new[start:] if party.giver and party.giver not in accounted]
        if moved:
            self._tell("moved", moved, clause.old, sentence)


def _alike(some: Sequence[Party], others: Sequence[Party]) -> bool:
    return all(party.level == other.level for party in some for other in others[:1])
