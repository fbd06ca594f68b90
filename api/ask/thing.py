"""What a name means that may be anybody's: a place, a unit, a leader, a plan or a paper."""

from api.ask.resolve import several, similar, the_one
from graph.errors import NotFoundError
from graph.messages.message import message
from graph.stores.protocol import Store
from graph.stores.read_back import Name
from queries.header import Ids
from queries.lineage import lineage
from queries.resolve import Candidate, Findable, best_fits, candidates, known_names

LABELS: dict[Findable, str] = {
    "places": "Place",
    "units": "Unit",
    "leaders": "Person",
    "plans": "Plan",
    "documents": "Document",
}
"""The label of each kind, in the order in which they are meant: a village goes before the unit of its name."""


def the_thing(graph: Store, wanted: str, within: Ids = ()) -> Name:
    """The label and id of the one thing that a name, title, issue number (文号), alias or id means, in a place or
    anywhere; a whole name or title goes before a part of a title. A place is meant as it was last.

    Raises NotFoundError where nothing bears the name there, UsageError where several of one kind do.
    """
    found = {kind: candidates(graph, kind, wanted, within) for kind in LABELS}
    whole = [kind for kind, ones in found.items() if any(one.fit != "part" for one in ones)]
    for kind in (*whole, *(kind for kind, ones in found.items() if ones)):
        if kind == "places":
            return LABELS[kind], _one_place(graph, wanted, best_fits(found[kind]))
        return LABELS[kind], the_one(graph, kind, wanted, within).id
    near = similar("".join(wanted.split()), {name for kind in LABELS for name in known_names(graph, kind)})
    raise NotFoundError("name.nothing", name=wanted, hint=message("name.near", names=near) if near else "")


def _one_place(graph: Store, wanted: str, found: list[Candidate]) -> str:
    """The id of the last period of the place that a name means, or of the period that an id does."""
    periods = lineage(graph, tuple(one.id for one in found), ways=())
    if len(periods) > 1:
        last = {row["place_id"] for row in periods}
        raise several(graph, wanted, [one for one in found if one.id in last])
    return periods[0]["place_id"]
