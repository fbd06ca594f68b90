"""Clauses that say what comes of places: set up (设立乙镇), merged, renamed, divided, raised in rank, named."""

from collections.abc import Sequence

from graph.words.levels import level_of
from loaders.changes.clauses.frames import Clause
from loaders.changes.events import pieces
from loaders.changes.lists.party import ListedPlace
from loaders.changes.story.endings import go_on
from loaders.changes.story.memory import Memory
from loaders.changes.story.told import ClausePlace, PendingPlaces, alike_but_for_endings
from loaders.places.names import stem_of


def create(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """设立乙镇: comes of what waits, else of the change just told, else of nothing."""
    of_region = bool(memory.waiting and memory.waiting.form == "region")
    old, first = memory.take(clause)
    if old:
        old = pieces(old, clause.new[0]) if of_region else old
        _pairs_or_one(memory, old, clause.new, at, first, pairwise=clause.pairwise)
        return
    if _comes_of_last(memory, clause, at):
        return
    if at.group == memory.unclear:
        memory.missed = True
        return
    for party in clause.new:
        memory.within = clause.within
        memory.tell("joined", [], [party], at)


def form(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """组建乙镇: only of what waits (新建 alone builds roads)."""
    if memory.waiting:
        create(memory, clause, at)


def become(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """甲村、乙村合并为丙村, 甲村更名为乙村, 甲镇分设为乙街道、丙街道."""
    old, first = memory.take(clause)
    if not old:
        memory.missed = clause.does != "rename" or not _rename_last(memory, clause, at)
        return
    pairwise = clause.pairwise or clause.does == "rename"
    _pairs_or_one(memory, old, clause.new, at, first, pairwise=pairwise)


def name(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """村名为丙村: the name of what was joined; behind 甲村并入乙村 the new name of both."""
    if memory.waiting or clause.old:
        become(memory, clause, at)
        return
    last = memory.told[-1] if memory.told else None
    if last and last.last.sentence == at.sentence and last.form == "absorbed":
        last.make_of_both(clause.new)
        last.reach(at)
    elif last and last.last.group == at.group:
        memory.missed = not _rename_last(memory, clause, at)


def keep(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """甲村与乙村合并，保留乙村: the name of what was joined; beside what is only abolished it tells nothing of that."""
    waiting = memory.waiting
    if waiting and waiting.form == "abolish" and waiting.names.isdisjoint({party.name for party in clause.new}):
        memory.give_up()
    else:
        name(memory, clause, at)


def _rename_last(memory: Memory, clause: Clause, at: ClausePlace) -> bool:
    """甲镇划归东河县，并更名为乙镇: said of the one place that was moved or set up last, where the levels agree."""
    last = memory.told[-1] if memory.told and memory.told[-1].last.group == at.group else None
    subjects = [] if last is None else last.old if last.form == "moved" else last.new
    if len(subjects) != 1 or len(clause.new) != 1 or subjects[0].level != clause.new[0].level:
        return False
    memory.within = ()
    memory.tell("joined", subjects, clause.new, at)
    return True


def change_rank(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """甲乡撤乡设镇: the new name is the old one with another ending, where the paper names it."""
    names = [stem_of(party.name) + clause.rest for party in clause.old]
    if not all(map(memory.known, names)):
        go_on(memory, clause, at)
        memory.unnamed = PendingPlaces("rank", list(clause.old), at)
        return
    memory.within = ()
    raised = [ListedPlace(own, level_of(own), party.above) for own, party in zip(names, clause.old, strict=True)]
    memory.tell_pairs("joined", clause.old, raised, at)
    memory.listed = (None, [])


def _comes_of_last(memory: Memory, clause: Clause, at: ClausePlace) -> bool:
    """将甲村并入乙村，设立丙村: what is set up comes of the change just told, or is its result told again."""
    last = memory.told[-1] if memory.told and memory.told[-1].last.sentence == at.sentence else None
    if last is None or not last.old or last.form in ("moved", "parted"):
        return False
    if {party.name for party in clause.new} <= {party.name for party in last.new}:
        last.reach(at)
        return True
    if last.form != "absorbed":
        return False
    last.make_of_both(clause.new)
    last.reach(at)
    return True


def _pairs_or_one(
    memory: Memory,
    old: list[ListedPlace],
    new: Sequence[ListedPlace],
    last: ClausePlace,
    first: ClausePlace | None,
    *,
    pairwise: bool,
) -> None:
    """撤销甲乡、乙乡，设立甲镇、乙镇 changes the status of each: names alike but for their endings make pairs."""
    if alike_but_for_endings(old, new) or (pairwise and len(old) == len(new)):
        memory.tell_pairs("joined", old, new, last, first)
    else:
        memory.tell("joined", old, new, last, first)
