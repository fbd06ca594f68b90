"""Clauses that say where places go: 甲村并入乙村, 将甲乡划归西河县, 丁区辖原东河县的甲乡."""

from loaders.changes.frames import Clause
from loaders.changes.memory import At, Memory
from loaders.changes.party import Party
from loaders.changes.told import REACH, given_by, told_already


def absorb(memory: Memory, clause: Clause, at: At) -> None:
    """甲村并入乙村; lists of one length behind 分别 make a change for each pair."""
    old, first = memory.take(clause)
    if not old:
        return
    if clause.pairwise and len(old) == len(clause.new) > 1:
        memory.tell_pairs("absorbed", old, clause.new, at.sentence, first)
    else:
        memory.tell("absorbed", old, clause.new, at.sentence, first)


def transfer(memory: Memory, clause: Clause, at: At) -> None:
    """将甲乡划归西河县; of what is abolished (撤销甲乡，其行政区域划归乙镇) it tells what it goes into."""
    waiting = memory.waiting
    if not clause.old or (waiting and {p.name for p in clause.old} == {p.name for p in waiting.old}):
        absorb(memory, clause, at)
        return
    moved = list(clause.old)
    if waiting and waiting.form == "abolish" and len(waiting.old) == 1 and moved[0].former:
        moved = given_by(moved, waiting.old[0].name)
    moved = _with_giver(memory, moved, at.group)
    memory.carved = moved[0] if len(moved) == 1 and moved[0].share == "part" else None
    again = told_already(memory.told, moved, clause.new[0])
    if again:
        again.last = max(again.last, at.sentence)
    elif clause.pairwise and len(moved) == len(clause.new):
        memory.tell_pairs("moved", moved, clause.new, at.sentence)
    elif len(clause.new) == 1:
        memory.tell("moved", moved, clause.new, at.sentence)


def govern(memory: Memory, clause: Clause, at: At) -> None:
    """丁区辖原东河县的甲乡: only in a decision on changes, and only what is called 原."""
    start = next((index for index, party in enumerate(clause.new) if party.former and party.giver), None)
    if start is None or len(clause.old) != 1 or not (memory.told or memory.waiting or memory.decides):
        return
    memory.give_up()
    governor = clause.old[0].name
    own = [told for told in memory.told[-REACH:] if governor in {party.name for party in told.new}]
    accounted = {party.name for told in own for party in told.old}
    moved = [party for party in clause.new[start:] if party.giver and party.giver not in accounted]
    if moved:
        memory.tell("moved", moved, clause.old, at.sentence)


def _with_giver(memory: Memory, moved: list[Party], group: int) -> list[Party]:
    """A list without a giver behind one with it, in the same sentence, has the same giver."""
    if any(party.giver for party in moved):
        memory.giver = (group, next(party.giver for party in reversed(moved) if party.giver))
        return moved
    return given_by(moved, memory.giver[1]) if memory.giver[0] == group else moved
