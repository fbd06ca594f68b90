"""The changes that the clauses of one paragraph tell one after another: 撤销甲村，并入乙村 is one in two clauses.

What was abolished waits for what comes of it; a clause on the region of a new place (以原…的行政区域为…) adds to the
change that set it up; whatever waits in vain is an abolition.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.changes.clauses.frames import Clause
from loaders.changes.lists.party import ListedPlace
from loaders.changes.story.endings import abolish, carve, divide, go_on, head, join
from loaders.changes.story.governing import govern, tell_governed
from loaders.changes.story.memory import Memory
from loaders.changes.story.moves import absorb, take_over, transfer
from loaders.changes.story.regions import describe_region, give_region
from loaders.changes.story.results import become, change_rank, create, form, keep, name
from loaders.changes.story.told import ChangeDraft, ClausePlace, without_explained

_HANDLERS: Mapping[str, Callable[[Memory, Clause, ClausePlace], None]] = {
    "abolish": abolish,
    "listing": go_on,
    "join": join,
    "divide": divide,
    "carve": carve,
    "create": create,
    "form": form,
    "merge": become,
    "rename": become,
    "split": become,
    "naming": name,
    "keep": keep,
    "rank": change_rank,
    "into": absorb,
    "transfer": transfer,
    "take over": take_over,
    "govern": govern,
    "territory": give_region,
    "domain": describe_region,
}


@dataclass(slots=True)
class Story:
    """Clauses go in one by one (`hear`), changes come out at the end (`finish`)."""

    memory: Memory
    _group: int = -1

    def hear(self, clause: Clause, at: ClausePlace, *, heads: bool) -> None:
        """Take in a clause; `heads` tells that a colon stands behind it."""
        memory = self.memory
        memory.missed = False
        if clause.does != "listing":
            tell_governed(memory)
        if at.group > self._group + bool(clause.pieces):
            memory.carved = None
        self._group = at.group
        if memory.waiting and at.group > memory.waiting.at.group + (clause.refers and not clause.old):
            memory.give_up()
        clause, at = self._with_list(self._of_subject(clause), at)
        handle = head if heads and clause.does == "listing" else _HANDLERS[clause.does]
        handle(memory, clause, at)
        if clause.does not in ("listing", "rank"):
            memory.listed = (None, [])
            memory.drop_unnamed()

    def hear_other(self, at: ClausePlace, *, unclear: bool) -> None:
        """A clause between that says nothing of places: a list before it is no beginning of the next.

        One that is `unclear`, by which what could not be read ends or is joined, makes unknown what a place set up
        behind it comes of.
        """
        tell_governed(self.memory)
        self.memory.drop_unnamed()
        self.memory.listed = (None, [])
        if unclear:
            self.memory.unclear = at.group

    def finish(self) -> list[ChangeDraft]:
        """All changes of the paragraph; an abolition that another change explains is part of that one."""
        tell_governed(self.memory)
        self.memory.drop_unnamed()
        self.memory.give_up()
        return without_explained(self.memory.told)

    def _of_subject(self, clause: Clause) -> Clause:
        """1992年改为乙镇, in a paragraph on one place: said of what that place was last."""
        memory = self.memory
        if clause.pieces or not (clause.dated and memory.subject and clause.refers) or clause.old or memory.waiting:
            return clause
        last = next((one.new for one in reversed(memory.told) if one.form not in ("moved", "parted")), [memory.subject])
        return replace(clause, old=tuple(last)) if len(last) == 1 and last[0] not in clause.new else clause

    def _with_list(self, clause: Clause, at: ClausePlace) -> tuple[Clause, ClausePlace]:
        """甲村，乙村，合并为丙村: a clause takes the list that stands without a verb before it in its sentence."""
        start, listed = self.memory.listed
        refers = clause.refers and not clause.pieces and clause.does != "territory"
        takes = clause.old or clause.does in ("naming", "keep") or refers
        if clause.does == "listing" or not takes or start is None or self._is_of_another(listed, clause):
            return clause, at
        if start.sentence != at.sentence:
            return clause, at
        self.memory.unnamed = None
        return replace(clause, old=(*listed, *clause.old)), replace(at, start=start.start)

    def _is_of_another(self, listed: Sequence[ListedPlace], clause: Clause) -> bool:
        """Whether the list before is none of this clause's: it goes on what was abolished, or its rank changed.

        撤销甲乡、乙乡，将原甲乡，原乙乡丙村划归丁镇 lists anew what was abolished, with the pieces that go.
        """
        if self.memory.waiting:
            return clause.does != "transfer" or not listed[0].former
        return self.memory.unnamed is not None and bool(clause.old)
