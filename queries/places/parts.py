"""Parts of places that went elsewhere, and that came from elsewhere, one change on: what a lineage of whole places does
not list, told beside each of its places.
"""

from collections.abc import Iterable, Iterator, Sequence

from graph.messages.message import Plain
from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids
from queries.places.trace import Way, crosses, leads
from queries.rows import PlaceLinkRow

Told = dict[str, dict[str, Plain]]
"""Values of notes by place."""

WENT, CAME = "lineage.parts_went", "lineage.parts_came"


def parts_went(links: Iterable[PlaceLinkRow], listed: Sequence[str]) -> Told:
    """Where parts of places went (rows of places/after), by place: values of `WENT`; not to those that are listed."""
    return _told(_parts(links, "after"), listed, "went")


def parts_came(store: Store, places: Ids, listed: Sequence[str]) -> Told:
    """From where parts came to places, by place: values of `CAME`; not from those that are listed."""
    links = ask(store, "places/before", places=places) if places else []
    return _told(_parts(links, "before"), listed, "came")


def changes_of(values: object) -> tuple[str, ...]:
    """The changes (by id) by which parts went and came, of the values of a note."""
    found = [values.get(f"parts_{way}_by", ()) for way in ("went", "came")] if isinstance(values, dict) else []
    return tuple(str(one) for some in found if isinstance(some, list) for one in some)


def _parts(links: Iterable[PlaceLinkRow], way: Way) -> Iterator[PlaceLinkRow]:
    """The links over which a part went from one place to another; nothing that is only proposed."""
    return (one for one in links if leads(one, way) and crosses(one) and one["share"] == "part" and _done(one))


def _done(link: PlaceLinkRow) -> bool:
    return link["status"] != "proposed"


def _told(links: Iterable[PlaceLinkRow], listed: Sequence[str], way: str) -> Told:
    """What a note says of each place: names with the words of the part and the date, and beside them the ids."""
    found: dict[str, dict[str, list[str | int | float]]] = {}
    for one in links:
        if one["place_id"] in listed:
            continue
        values = found.setdefault(one["from_id"], {f"parts_{way}{end}": [] for end in ("", "_ids", "_by")})
        words = " ".join(filter(None, (one["name"], one["part"], one["stated_on"])))
        values[f"parts_{way}"].append(words)
        values[f"parts_{way}_ids"].append(one["place_id"])
        values[f"parts_{way}_by"].append(one["change_id"])
    return {place: dict(values) for place, values in found.items()}
