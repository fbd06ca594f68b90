"""Which land goes where in a change: what is given back to a place that had gone in, what stays, what is divided.

A place that is set up out of others again (a split that gives a name back, 恢复甲村) gets the land that it had when it
ended, as far as these hold it, and goes on as the same lasting place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.places.land import Land, divided, parted, shared, united
from graph.places.place_periods import PlacePeriod, PlacePeriods
from graph.places.roles import Roles

_DIVIDING = {"split", "transfer", "create"}
"""Kinds of change in which a place of old may be given back."""


@dataclass(frozen=True, slots=True)
class Input:
    """A period that goes in; `part` tells that only a part of it does, `own` is the period in which it goes on ("")."""

    period: PlacePeriod
    part: bool
    own: str = ""


def given_back(place: str, roles: Roles, pool: Land, place_periods: PlacePeriods) -> PlacePeriod | None:
    """The ended period of a place that a change sets up again out of a land (`pool`) that holds some of its own."""
    if roles.kind not in _DIVIDING and len(roles.after) < 2:  # noqa: PLR2004 - one result takes all
        return None
    old = place_periods.gone(place)
    return old if old and shared(pool, place_periods.land(old.id)) else None


def pass_on(
    event: str, inputs: Sequence[Input], results: Sequence[str], back: Mapping[str, Land], place_periods: PlacePeriods
) -> None:
    """Give the results of a change (ids of periods) the land of what goes in; `back` is what some get back."""
    own = {one.own for one in inputs if one.own}
    fresh = [result for result in results if result not in own]
    giving = {one.period.id for one in inputs if one.own and (one.part or (one.own in results and fresh))}
    found: dict[str, set[str]] = {result: set[str]() for result in results}
    for result in results:
        if result not in own and result not in back and not place_periods.begins(result, event):
            found[result] |= place_periods.land(result)
    pool: set[str] = set()
    for one in inputs:
        land = place_periods.land(one.period.id)
        if one.period.id in giving:
            rest, pieces = _given(land, event, [result for result in results if result != one.own], back)
            found.setdefault(one.own, set()).update(rest)
            for result, given in pieces.items():
                found[result] |= given
        elif one.own:
            found.setdefault(one.own, set()).update(land)
        elif one.part:
            pool |= parted(land, event, 1)[1][0]
        else:
            pool |= land
    for result, given in _shares(frozenset(pool), event, results, back).items():
        found[result] |= given
    for result, own_land in found.items():
        place_periods.hold(result, united(own_land))


def _given(land: Land, event: str, takers: Sequence[str], back: Mapping[str, Land]) -> tuple[Land, dict[str, Land]]:
    """What stays of the land of a place that goes on, and what each taker gets: its own land back, else a part."""
    pieces = {taker: shared(land, back[taker]) for taker in takers if taker in back}
    rest = land.difference(*pieces.values())
    others = [taker for taker in takers if taker not in back]
    if others:
        rest, parts = parted(rest, event, len(others))
        pieces |= dict(zip(others, parts, strict=True))
    return rest, pieces


def _shares(pool: Land, event: str, results: Sequence[str], back: Mapping[str, Land]) -> dict[str, Land]:
    """What each result gets of a land that ends: its own land back, else all that is left, or a piece not known."""
    found = {result: shared(pool, back[result]) for result in results if result in back}
    left = pool.difference(*found.values())
    others = [result for result in results if result not in back] or list(results)
    if len(others) == 1 or not left:
        return found | {others[0]: found.get(others[0], frozenset()) | left} if others else found
    pieces = dict(zip(others, divided(left, event, len(others)), strict=True))
    return found | {result: found.get(result, frozenset()) | piece for result, piece in pieces.items()}
