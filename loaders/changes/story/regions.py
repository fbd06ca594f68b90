"""Clauses on the region of a place: 以原甲县的行政区域为乙区的行政区域, 以甲镇、乙镇为其行政区域."""

from graph.words.levels import ranks
from loaders.changes.clauses.frames import Clause
from loaders.changes.events import pieces
from loaders.changes.story.memory import Memory
from loaders.changes.story.told import ClausePlace, PendingPlaces, add_region, that_set_up


def give_region(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """The region adds to the change that set the place up; without one it tells the change, or waits for its name."""
    told = that_set_up(memory.told, clause.new)
    if told is None and clause.new:
        _set_up(memory, clause, at)
        return
    if told is None:
        memory.give_up()
        memory.waiting = PendingPlaces("region", list(clause.old), at)
        return
    parts = pieces(clause.old, (clause.new or told.new)[0])
    memory.take(Clause("territory", old=tuple(parts)))
    told.reach(at)
    if told.form == "joined":
        add_region(told, parts)


def describe_region(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """丙镇辖甲乡、乙乡的行政区域, of none that was called 原: places of its own rank are what it was set up of.

    Any others, or without a clause that set it up, only tell how things are now.
    """
    told = that_set_up(memory.told, clause.new)
    if told and all(ranks().get(one.level) == ranks().get(clause.new[0].level) for one in clause.old):
        give_region(memory, clause, at)


def _set_up(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """以甲镇、乙镇的行政区域设立丙镇, without a word before that sets up 丙镇."""
    parts = pieces(clause.old, clause.new[0])
    old, first = memory.take(Clause("territory", old=tuple(parts), new=clause.new))
    if old:
        memory.tell("joined", old, clause.new, at, first)
