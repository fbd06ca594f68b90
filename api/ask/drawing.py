"""Pictures as a person asks for them: by kind and name, where the name must mean one thing."""

from typing import TYPE_CHECKING, Literal

from api.ask.questions import Asker
from api.ask.resolve import require, the_one
from graph.errors import UsageError

if TYPE_CHECKING:
    from viz.draw import Drawn

Kind = Literal["workload", "lineage", "leader", "plan", "months"]


def drawn(asker: Asker, kind: Kind, name: str = "", *, leader: str = "", unit: str = "", period: str = "") -> "Drawn":
    """The picture of a kind: of a place for workload, lineage and months (of all without one, or of `leader` or `unit`
    there for months), of a leader or a plan for those; `period` is the one of a workload.

    Raises NotFoundError for a name that nothing bears, UsageError for one that means several, lacks or is not wanted.
    """
    from viz import draw  # noqa: PLC0415 - the drawing libraries are loaded only where something is drawn

    _check(kind, name, leader, unit, period)
    store = asker.graph
    within = require(store, "place", asker.within)
    if kind == "leader":
        return draw.draw_leader(store, _id(asker, "leader", name, within))
    if kind == "plan":
        return draw.draw_plan(store, _id(asker, "plan", name, within))
    place = require(store, "place", name)
    if kind == "lineage":
        return draw.draw_lineage(store, place, within)
    within = place or within
    if kind == "months":
        who, of = (_id(asker, sort, wanted, within) for sort, wanted in (("leader", leader), ("unit", unit)))
        return draw.draw_months(store, within, who=who, unit=of)
    return draw.draw_workload(store, within, period=period)


def _check(kind: Kind, name: str, leader: str, unit: str, period: str) -> None:
    """Raise UsageError for what a kind does not take, and where it lacks a name."""
    if kind != "months" and (leader or unit):
        raise UsageError("picture.neither", kind=kind)
    if leader and unit:
        raise UsageError("picture.both")
    if kind != "workload" and period:
        raise UsageError("picture.no_period", kind=kind)
    if kind in {"leader", "plan"} and not name:
        raise UsageError("picture.unnamed", kind=kind)


def _id(asker: Asker, kind: str, wanted: str, within: str) -> str:
    """The id of the one that a name means; "" for ""."""
    return str(next(iter(the_one(asker.graph, kind, wanted, within).values()))) if wanted else ""
