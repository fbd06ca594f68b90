"""Pictures as a person asks for them: by kind and name, where the name must be there."""

from typing import TYPE_CHECKING, Literal

from api.names import require
from api.questions import Asker
from graph.errors import UsageError

if TYPE_CHECKING:
    from viz.draw import Drawn

Kind = Literal["workload", "lineage", "leader", "plan", "months"]


def drawn(asker: Asker, kind: Kind, name: str = "", *, leader: str = "", unit: str = "", period: str = "") -> "Drawn":
    """The picture of a kind: of a place for workload, lineage and months (of all without one, or of `leader` or `unit`
    there for months), of a leader or a plan for those.

    Raises NotFoundError for a name that nothing bears, UsageError for one that is missing or not wanted.
    """
    from viz import draw  # noqa: PLC0415 - the drawing libraries are loaded only where something is drawn

    if kind != "months" and (leader or unit):
        raise UsageError(f"draw {kind} takes neither a leader nor a unit.")
    if kind in {"leader", "plan"} and not name:
        raise UsageError(f"draw {kind} needs a name.")
    store, lang = asker.graph, asker.lang
    within = require(lang, store, "place", asker.within)
    for sort, wanted in (("leader", leader), ("unit", unit)):
        require(lang, store, sort, wanted)
    require(lang, store, kind if kind in {"leader", "plan"} else "place", name)
    if kind == "leader":
        return draw.draw_leader(store, name, within)
    if kind == "plan":
        return draw.draw_plan(store, name, within)
    if kind == "lineage":
        return draw.draw_lineage(store, name, within)
    if kind == "months":
        return draw.draw_months(store, name or within, who=leader, unit=unit)
    return draw.draw_workload(store, name or within, period=period)
