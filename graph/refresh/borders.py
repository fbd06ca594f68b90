"""Places and changes at the border of what a load reaches: they belong to all who speak of them, not to one paper.

What papers state is read back and replaced as a whole. A place stays as long as anything outside leads to it.
"""

from collections import Counter
from collections.abc import Iterable

from graph.derive.ledger import union
from graph.facts import Facts
from graph.stores.protocol import Store
from graph.stores.read_back import Name, read_above, read_below, read_edges_at, read_nodes

BORDERS = ("Place", "ChangeEvent")
"""Labels of what belongs to no paper alone."""


def places_below(store: Store, places: Iterable[str]) -> set[str]:
    """These places (by id) with all that lie below them in a store."""
    ids = set(places)
    return ids | {edge.start[1] for edge in read_below(store, ids)}


def who_speak_of(store: Store, places: Iterable[str]) -> set[Name]:
    """The nodes of papers that lead to these places (by id): their tasks, units, persons and documents."""
    edges = read_edges_at(store, {("Place", place) for place in places})
    return {end for edge in edges for end in (edge.start, edge.end) if end[0] not in BORDERS}


def with_events(store: Store, part: Facts, events: Iterable[str]) -> Facts:
    """A part of a store with these changes (by id), all that leads to them and from them and what contradicts in the
    passages that state them, and with no other changes.
    """
    names = {("ChangeEvent", event) for event in events}
    held = tuple(node for node in part.nodes if node.label != "ChangeEvent")
    edges = list(read_edges_at(store, names))
    told = Counter(edge.start for edge in edges if edge.type == "STATED_IN")
    passages = {edge.end for edge in edges if edge.type == "STATED_IN" and told[edge.start] > 1}
    conflicts = (edge for edge in read_edges_at(store, passages) if edge.type == "CONFLICTS")
    return union([Facts(held, part.edges), Facts(tuple(read_nodes(store, names)), (*edges, *conflicts))])


def with_places(store: Store, part: Facts, facts: Facts, places: Iterable[str]) -> Facts:
    """A part of a store that `facts` will replace, with the places that go or stay with it and no others.

    These are the places to which `part` or `facts` lead and further `places` (by id), with all above them; but not
    those that `facts` do not hold and something outside of `part` leads to.
    """
    named = {node.id for node in facts.nodes if node.label == "Place"}
    touched = {end[1] for edge in part.edges for end in (edge.start, edge.end) if end[0] == "Place"}
    above = read_above(store, named | touched | set(places))
    known = named | touched | set(places) | {edge.end[1] for edge in above}
    gone = {edge.key for edge in (*part.edges, *above)}
    open_ends = known - named
    leading = [edge for edge in read_edges_at(store, {("Place", place) for place in open_ends}) if edge.key not in gone]
    kept = {end[1] for edge in leading for end in (edge.start, edge.end) if end[0] == "Place"} & open_ends
    kept |= {edge.end[1] for edge in read_above(store, kept)} & open_ends
    held = read_nodes(store, {("Place", place) for place in known - kept})
    nodes = (*(node for node in part.nodes if node.label != "Place"), *held)
    edges = (*part.edges, *(edge for edge in above if edge.start[1] not in kept))
    return union([Facts(nodes, edges)])
