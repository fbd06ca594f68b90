"""Pictures as a person asks for them: by kind and name, where the name must mean one thing."""

from typing import TYPE_CHECKING, Literal

from api.ask.questions import Asker
from api.ask.resolve import ids, the_one
from api.ask.thing import the_thing
from graph.errors import UsageError
from queries.header import Ids
from queries.resolve import Findable

if TYPE_CHECKING:
    from viz.draw import Drawn

Kind = Literal["workload", "ranking", "together", "lineage", "leader", "plan", "duties", "months", "around"]


LOADS = ("workload", "ranking", "together")
"""The kinds that show loads."""


def drawn(  # noqa: PLR0911 - a way to each kind
    asker: Asker,
    kind: Kind,
    name: str = "",
    *,
    leader: str = "",
    unit: str = "",
    period: str = "",
    steps: int | None = None,
) -> "Drawn":
    """The picture of a kind: of a place for those of loads (`LOADS`), lineage and months (of all without one, or of
    `leader` or `unit` there for months), of a leader or of a plan (plan, duties) for those, of any of these, a unit or
    a paper for around; `period` is the one of loads, `steps` how far it goes around.

    Raises NotFoundError for a name that nothing bears, UsageError for one that means several, lacks or is not wanted.
    """
    from viz import draw  # noqa: PLC0415 - the drawing libraries are loaded only where something is drawn

    _check(kind, name, leader, unit, period)
    if kind != "around" and steps is not None:
        raise UsageError("picture.no_steps", kind=kind)
    store, within = asker.graph, asker.inside
    match kind:
        case "around":
            node = the_thing(store, name, within)
            return draw.draw_around(store, node, draw.STEPS if steps is None else steps)
        case "leader":
            return draw.draw_leader(store, _one(asker, "leaders", name, within))
        case "plan":
            return draw.draw_plan(store, _one(asker, "plans", name, within))
        case "duties":
            return draw.draw_duties(store, _one(asker, "plans", name, within))
        case "lineage":
            return draw.draw_lineage(store, ids(store, "places", name, within), within)
        case "months":
            within = ids(store, "places", name) or within
            leaders, units = _one(asker, "leaders", leader, within), _one(asker, "units", unit, within)
            return draw.draw_months(store, within, leaders=leaders, units=units)
        case _:
            return draw.draw_workload(store, ids(store, "places", name) or within, period=period, look=kind)


def _check(kind: Kind, name: str, leader: str, unit: str, period: str) -> None:
    """Raise UsageError for what a kind does not take, and where it lacks a name."""
    if kind != "months" and (leader or unit):
        raise UsageError("picture.neither", kind=kind)
    if leader and unit:
        raise UsageError("picture.both")
    if kind not in LOADS and period:
        raise UsageError("picture.no_period", kind=kind)
    if kind in {"leader", "plan", "duties", "around"} and not name:
        raise UsageError("picture.unnamed", kind=kind)


def _one(asker: Asker, kind: Findable, wanted: str, within: Ids) -> Ids:
    """The id of the one that a name means; none for ""."""
    return (the_one(asker.graph, kind, wanted, within).id,) if wanted else ()
