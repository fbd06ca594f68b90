"""Clauses on what a new place has below it: 丁区辖原东河县的甲乡，乙镇的丙村. What was elsewhere before was moved.

The list goes on over commas: a part with a giver of its own has that one, a part without has the giver before it that
stands above it. What stands before the first 原 is the place's own.
"""

from collections.abc import Sequence

from graph.words.levels import ranks
from loaders.changes.clauses.frames import Clause
from loaders.changes.events import pieces
from loaders.changes.lists.party import ListedPlace, give
from loaders.changes.story.memory import Memory
from loaders.changes.story.told import REACH, ClausePlace, GovernedPlaces, add_region, that_set_up


def govern(memory: Memory, clause: Clause, at: ClausePlace) -> None:
    """丁区辖原东河县的甲乡, or 辖… behind 丁区： or 设立丁区: the list is heard to its end before it is told."""
    governor = _governor(memory, clause, at)
    if governor is None or not (memory.told or memory.waiting or memory.decides):
        return
    memory.give_up()
    memory.governing = GovernedPlaces(governor, list(clause.new), at, at)


def goes_on_governing(memory: Memory, clause: Clause, at: ClausePlace) -> bool:
    """Whether a list parted by commas goes on the one that is governed, and was added to it."""
    governing = memory.governing
    if governing is None or governing.last.sentence != at.sentence:
        return False
    for party in clause.old:
        governing.places.append(
            give(party, (*party.giver_above, party.giver) if party.giver else (), governing.places[-1])
        )
    governing.last = at
    return True


def tell_governed(memory: Memory) -> None:
    """The list is at its end: what of it is called 原 was moved, or makes the region of the place just set up."""
    governing, memory.governing = memory.governing, None
    if governing is None:
        return
    places, governor = governing.places, governing.governor
    start = next((index for index, party in enumerate(places) if party.former), None)
    if start is None:
        return
    if _of_one_rank(places[start:], governor):
        _add_region(memory, places[start:], governing)
        return
    own = [told for told in memory.told[-REACH:] if governor.name in {party.name for party in told.new}]
    accounted = {party.name for told in own for party in told.old}
    moved = [party for party in places[start:] if party.giver and party.giver not in accounted]
    if moved:
        memory.tell("moved", moved, [governor], governing.last, governing.first)


def _governor(memory: Memory, clause: Clause, at: ClausePlace) -> ListedPlace | None:
    if len(clause.old) == 1:
        return clause.old[0]
    if clause.old:
        return None
    last = memory.told[-1] if memory.told else None
    if last and last.last.sentence == at.sentence and len(last.new) == 1:
        return last.new[0]
    return memory.heading[0] if len(memory.heading) == 1 else None


def _of_one_rank(places: Sequence[ListedPlace], governor: ListedPlace) -> bool:
    return all(not party.giver and ranks().get(party.level) == ranks().get(governor.level) for party in places)


def _add_region(memory: Memory, places: Sequence[ListedPlace], governing: GovernedPlaces) -> None:
    """设立云埠街道，辖原旧埠镇全部区域和梨园街道部分区域: places of its own rank are what it is made of."""
    told = that_set_up(memory.told, [governing.governor])
    if told and told.form == "joined":
        add_region(told, pieces(places, governing.governor))
        told.reach(governing.last)
        memory.ended |= {party.name for party in places if party.share == "whole"}
