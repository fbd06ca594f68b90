"""Where the lineage of a place begins: the places before it of which nothing is told that they came out of."""

from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids
from queries.lineage import LineageRow, lineage


def roots(
    store: Store, places: Ids, *, as_of: str = "", window: tuple[str, str] = ("", ""), parts: bool = False
) -> list[LineageRow]:
    """The rows of `queries.lineage` for the places with which the lineage of some places (periods by id) begins, each
    place itself where nothing came before it. Takes and raises what that does.
    """
    rows = lineage(store, places, as_of=as_of, window=window, ways=("before",), parts=parts)
    ids = {row["place_id"] for row in rows}
    links = ask(store, "places/before", places=tuple(sorted(ids))) if ids else []
    later = {link["from_id"] for link in links if link["place_id"] in ids and link["place_id"] != link["from_id"]}
    return [row for row in rows if row["place_id"] not in later]
