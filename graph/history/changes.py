"""What a transaction changes of that which people put into a store: files and records, read off what it writes.

Facts follow from these, and are told by none. So whoever changes a store, nothing is left out and nothing told twice.
"""

from collections.abc import Iterable

from graph.facts import Facts, Node, Value
from graph.history.entries import Change

FILE = "File"
TOLD: dict[str, tuple[str, ...]] = {
    "Decision": ("kind", "place", "names", "verdict", "why"),
    "Correction": ("what", "field", "quote", "why"),
    "Report": ("title", "state", "day", "note"),
}
"""What the history tells of the records of each label that people make."""


def changes_of(gone: Facts, facts: Facts) -> tuple[Change, ...]:
    """The changes that putting `facts` in the place of `gone` makes, sorted by label, path and id."""
    changes = [*_of_files(gone.nodes, facts.nodes), *_of_records(gone.nodes, facts.nodes)]
    return tuple(sorted(changes, key=lambda one: (one.label, str(one.told.get("path", "")), one.id, one.change)))


def _of_files(gone: Iterable[Node], come: Iterable[Node]) -> Iterable[Change]:
    before, after = _copies(gone), _copies(come)
    yield from (Change(FILE, "removed", sha256, {"path": path}) for sha256, path in before - after)
    yield from (Change(FILE, "added", sha256, {"path": path}) for sha256, path in after - before)


def _copies(nodes: Iterable[Node]) -> set[tuple[str, str]]:
    """The hash of each file with each of its paths."""
    found = set()
    for node in nodes:
        paths = node.properties["paths"] if node.label == FILE else ()
        found |= {(node.id, path) for path in (paths if isinstance(paths, tuple) else ())}
    return found


def _of_records(gone: Iterable[Node], come: Iterable[Node]) -> Iterable[Change]:
    before = {(node.label, node.id): node for node in gone if node.label in TOLD}
    after = {(node.label, node.id): node for node in come if node.label in TOLD}
    for (label, identity), node in before.items():
        if (label, identity) not in after:
            yield Change(label, "removed", identity, _told(node))
    for (label, identity), node in after.items():
        was = before.get((label, identity))
        if was is None:
            yield Change(label, "added", identity, _told(node))
        elif _told(was) != _told(node) or was.properties.get("says") != node.properties.get("says"):
            # What a correction says instead is not told, but to say something else is a change.
            yield Change(label, "changed", identity, _told(node), _told(was))


def _told(node: Node) -> dict[str, Value]:
    return {name: node.properties[name] for name in TOLD[node.label]}
