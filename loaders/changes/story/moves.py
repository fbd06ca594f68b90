"""Clauses that say where places go: 甲村并入乙村, 将甲乡划归西河县."""

from collections.abc import Sequence
from dataclasses import replace

from graph.words.levels import UNKNOWN
from loaders.changes.clauses.frames import Clause
from loaders.changes.lists.party import ListedPlace
from loaders.changes.story.memory import Memory
from loaders.changes.story.told import ClausePlace, given_by, told_already


def absorb(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """甲村并入乙村; lists of one length behind 分别 make a change for each pair."""
    if clause.pieces:
        part(memory, clause, at)
        return
    carved = bool(memory.waiting and memory.waiting.form == "carve")
    old, first = memory.take(clause)
    if not old:
        memory.missed = True
        return
    if (clause.old or carved) and _are_pieces(old) and len(clause.new) == 1:
        memory.carved = old[0] if len(old) == 1 else None
        memory.tell("parted", old, clause.new, at, first)
    elif clause.pairwise and len(old) == len(clause.new) > 1:
        memory.tell_pairs("absorbed", old, clause.new, at, first)
    else:
        memory.tell("absorbed", old, clause.new, at, first)


def part(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """撤销双河村，其第1至4村民小组划归柳林村: pieces of the place spoken of before, each list of them one piece."""
    whole, first = memory.whole()
    paired = clause.pairwise and len(clause.pieces) == len(clause.new)
    if whole is None or (len(clause.new) > 1 and not paired):
        memory.missed = True
    elif paired:
        memory.tell_pairs("parted", [whole.piece(words) for words in clause.pieces], clause.new, at, first)
    else:
        memory.tell("parted", [whole.piece("、".join(clause.pieces))], clause.new, at, first)


def take_over(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """撤销双河村，第1至4村民小组由柳林村管辖: only behind the village that it speaks of."""
    if memory.carved or (memory.waiting and memory.waiting.form == "abolish"):
        part(memory, clause, at)


def transfer(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """将甲乡划归西河县; of what is abolished (撤销甲乡，其行政区域划归乙镇) it tells what it goes into."""
    waiting = memory.waiting
    if waiting and waiting.form == "abolish" and _are_pieces(clause.old) and len(clause.new) == 1:
        _part_of_ended(memory, clause, at)
        return
    made = None if clause.old or waiting or clause.pieces else _made_before(memory, at)
    if made:
        memory.tell("moved", made, clause.new, at)
        return
    if not clause.old or (waiting and {party.name for party in clause.old} == waiting.names):
        absorb(memory, clause, at)
        return
    moved = _without_absorbed(memory, clause, at)
    if not moved:
        return
    if waiting and waiting.form == "abolish" and len(waiting.old) == 1 and moved[0].former:
        moved = given_by(moved, waiting.old[0].name)
    moved = _with_giver(memory, moved, at.group)
    if any(party.level == UNKNOWN and not party.giver for party in moved):
        memory.missed = True  # 石桥屯划归西山县: without one who gives it nothing says that it is a place
        return
    memory.carved = moved[0] if len(moved) == 1 and moved[0].share == "part" else None
    again = told_already(memory.told, moved, clause.new[0])
    if again:
        again.reach(at)
    elif clause.pairwise and len(moved) == len(clause.new):
        memory.tell_pairs("moved", moved, clause.new, at)
    elif len(clause.new) == 1:
        form = "parted" if _are_pieces(moved) else "moved"
        memory.tell(form, moved, clause.new, at)
    else:
        memory.missed = True


def _without_absorbed(memory: Memory, clause: Clause, at: ClausePlace) -> list[ListedPlace]:
    """What moves, without those of several abolished that go whole into a place of their own level.

    撤销甲乡、乙乡，将原甲乡，原乙乡丙村划归丁镇: 甲乡 goes into 丁镇, 丙村 moves, nothing comes of the rest of 乙乡.
    """
    waiting, receiver = memory.waiting, clause.new[0]
    if waiting is None or waiting.form != "abolish" or len(clause.new) > 1:
        return list(clause.old)
    ended = [
        party
        for party in clause.old
        if party.name in waiting.names and party.share == "whole" and party.level == receiver.level
    ]
    if ended:
        memory.within = waiting.within
        memory.tell("absorbed", ended, clause.new, at, waiting.at)
        waiting.drop({party.name for party in ended})
    return [party for party in clause.old if party not in ended]


def _made_before(memory: Memory, at: ClausePlace) -> list[ListedPlace]:
    """甲村更名为乙村，并划归丙镇: what the clause before set up, renamed or merged, given by who had the old ones."""
    last = memory.told[-1] if memory.told else None
    if last is None or last.form != "joined" or not last.new or last.last.sentence != at.sentence:
        return []
    givers = {party.giver for party in last.old}
    giver = givers.pop() if len(givers) == 1 else ""
    return [replace(party, giver=party.giver or giver) for party in last.new]


def _are_pieces(parties: Sequence[ListedPlace]) -> bool:
    return bool(parties) and all(party.share == "part" for party in parties)


def _part_of_ended(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """撤销双河村，原双河村第1至4村民小组划归柳林村: the piece is named with its place."""
    waiting, first = memory.waiting, None
    memory.carved = clause.old[0] if len(clause.old) == 1 else None
    if waiting and waiting.names == {party.name for party in clause.old}:
        memory.waiting, memory.within, first = None, waiting.within, waiting.at
    memory.tell("parted", clause.old, clause.new, at, first)


def _with_giver(memory: Memory, moved: list[ListedPlace], group: int) -> list[ListedPlace]:
    """A list without a giver behind one with it, in the same sentence, has the same giver."""
    if any(party.giver for party in moved):
        memory.giver = (group, next(party.giver for party in reversed(moved) if party.giver))
        return moved
    return given_by(moved, memory.giver[1]) if memory.giver[0] == group else moved
