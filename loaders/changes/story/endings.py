"""Clauses that open something: what ends (撤销甲村), what is joined (甲村与乙村合并), a piece carved off, a bare list.

Each waits in the memory for the clause that says what comes of it.
"""

from collections.abc import Sequence

from loaders.changes.clauses.frames import Clause
from loaders.changes.lists.party import ListedPlace
from loaders.changes.story.governing import goes_on_governing
from loaders.changes.story.memory import Memory
from loaders.changes.story.told import ClausePlace, PendingPlaces


def abolish(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """撤销甲村: waits; two such clauses of one sentence are one list."""
    if clause.alone and not clause.old:
        return  # 予以撤销, of no list of places
    memory.ended |= {party.name for party in clause.old}
    if memory.waiting and memory.waiting.form == "abolish" and memory.waiting.at.sentence == at.sentence:
        memory.waiting.add(clause.old, at)
        return
    if _is_one_of_joined(memory, clause, at):
        return
    memory.give_up()
    memory.waiting = PendingPlaces("abolish", list(clause.old), at, clause.within)


def _is_one_of_joined(memory: Memory, clause: Clause, at: ClausePlace) -> bool:
    """将甲社区和乙社区整合，撤销乙社区: only says which of those joined end; what they make is still to come."""
    joined = memory.waiting if memory.waiting and memory.waiting.form == "join" else None
    names = {party.name for party in clause.old}
    return joined is not None and joined.at.sentence == at.sentence and bool(names) and names < joined.names


def join(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """甲村与乙村合并: waits for the name of what they make; 与乙村合并, of what could not be read, makes it unknown."""
    memory.give_up()
    if len(clause.old) > 1:
        memory.waiting = PendingPlaces("join", list(clause.old), at)
    else:
        memory.missed, memory.unclear = True, at.group


def divide(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """甲镇一分为二: waits for the names of what comes of it."""
    memory.give_up()
    memory.waiting = PendingPlaces("join", list(clause.old), at)


def carve(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """从甲县划出乙镇: waits unless the clause says what the piece sets up."""
    memory.give_up()
    memory.within = clause.within
    if clause.new:
        memory.tell("joined", clause.old, clause.new, at)
    else:
        memory.waiting = PendingPlaces("carve", list(clause.old), at)


def head(memory: Memory, clause: Clause, _at: ClausePlace) -> None:
    """甲镇：, or 丙村： before what it is made of."""
    memory.give_up()
    memory.heading = clause.old


def go_on(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """A list parted by commas goes on the one before (撤销甲村，乙村) or begins the one behind."""
    if goes_on_governing(memory, clause, at):
        return
    waiting = memory.waiting
    opened = waiting is not None and waiting.form == "abolish" and waiting.at.sentence == at.sentence
    former = any(party.former for party in clause.old)  # 撤销甲乡，将原甲乡，原乙乡丙村划归丁镇 begins anew
    if waiting and opened and not former and _alike(clause.old, waiting.old):
        waiting.add(clause.old, at)
        memory.ended |= {party.name for party in clause.old}
    elif memory.listed[0] is not None and memory.listed[0].sentence == at.sentence:
        memory.listed[1].extend(clause.old)
    else:
        memory.listed = (at, list(clause.old))


def _alike(some: Sequence[ListedPlace], others: Sequence[ListedPlace]) -> bool:
    return all(party.level == other.level for party in some for other in others[:1])
