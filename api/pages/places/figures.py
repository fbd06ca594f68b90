"""Where the figures of a place lead: to the list whose rows each counts, on the same day."""

from api.ask.overview import NO_LEAD, Figure, OverviewRow
from api.pages.view import View
from queries.period import month_of

_LISTS: dict[Figure, tuple[str, dict[str, str]]] = {
    "documents": ("/documents", {}),
    "plans": ("/plans", {}),
    "tasks": ("/tasks", {}),
    "soon": ("/tasks", {"due_state": "soon"}),
    "past": ("/tasks", {"due_state": "past"}),
    "undated": ("/tasks", {"due_state": "none"}),
    "no_lead": ("/audit", {"problem": NO_LEAD}),
    "leaders": ("/leaders", {}),
    "overloaded_leaders": ("/workload", {"by": "leader"}),
    "units": ("/units", {}),
    "overloaded_units": ("/workload", {}),
    "villages_before": ("/places", {}),
    "villages_now": ("/places", {}),
    "changes": ("/changes", {}),
}


def address_of(view: View, figure: Figure, row: OverviewRow) -> str:
    """The address of the list of a figure of a place."""
    months: dict[Figure, int] = {"due_now": 0, "due_next": 1}
    path, asked = _LISTS.get(figure, ("/tasks", {}))
    if figure in months:
        asked = {"due": month_of(view.day, months[figure])}
    return view.links.to(path, **asked, in_=row["place_id"], as_of=view.typed_day)
