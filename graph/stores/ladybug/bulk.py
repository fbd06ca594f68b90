"""Many rows at once, by COPY FROM a file of rows: an eighth of the time that MERGE takes.

COPY makes rows and changes none, so it is for those that are surely not there: what has the name of something that goes
is merged, and of the rest is asked what the store holds. Rows with a value that a file of rows cannot say exactly are
merged as well.

As tried with version 0.22, what COPY writes stands in no log, whatever else its transaction does: it is on the disk
only after a checkpoint. So it happens in a copy of the store's file, which then takes the place of the file
(`graph.stores.ladybug.folding`), and pays where there is more to write than that copy costs.
"""

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from graph.facts import Edge, Facts, Node, Value
from graph.model import relationship_types, stored_types
from graph.stores import ddl
from graph.stores.difference import edges_by_kind, nodes_by_label, parted, writes
from graph.stores.ladybug.engine import Engine

LEAST = 4000
"""Rows that are merged in the time in which a small file is copied, checked and opened again (0.2 seconds)."""
BYTES_A_ROW = 25_000
"""Bytes of a file that are copied, synced and checked in the time in which one row is merged (50 microseconds)."""
FEW = 300
"""Rows below which MERGE takes no longer than COPY, which takes 8 milliseconds to begin."""
_ASKED = 10_000
"""Ids that are looked up at once."""
_UNSAID = re.compile("[\0\ud800-\udfff]")
"""What a file of rows does not hold: the end of a text, and halves of characters."""
_UNLISTED = re.compile(r"""[\0\ud800-\udfff\[\]{},'"\\]|^\s|\s$|^$|^null$""", re.IGNORECASE)
"""What an element of a list in such a file does not hold."""
_PLAIN_PATH = re.compile(r"""[^*?\[\]{}'"\\\0\ud800-\udfff]+""")
"""A path that the engine takes for no pattern, and that stands in a statement as it is."""


def pays(gone: Facts, facts: Facts, file: Path) -> bool:
    """Whether a change of the store in `file` is made sooner in a copy of it. Raises OSError."""
    coming = len(facts.nodes) + len(facts.edges)
    least = LEAST + file.stat().st_size // BYTES_A_ROW
    if coming < least or not _PLAIN_PATH.fullmatch(file.as_posix()):
        return False
    _, others = parted(gone, facts)
    return len(others.nodes) + len(others.edges) >= least


def write(engine: Engine, gone: Facts, facts: Facts, file: Path) -> None:
    """Put `facts` in the place of `gone`, in the transaction under way; rows go over `file`, which stays behind.

    Raises RuntimeError of the engine, OSError.
    """
    known, others = parted(gone, facts)
    for statement, rows in writes(gone, known):
        engine.rows(statement, {"rows": rows})
    made = _write_nodes(engine, others.nodes, file)
    _write_edges(engine, others.edges, made, file)


def _write_nodes(engine: Engine, nodes: Iterable[Node], file: Path) -> set[tuple[str, str]]:
    """Write nodes; the names of those that were not there."""
    made: set[tuple[str, str]] = set()
    merged: list[Node] = []
    for label, some in nodes_by_label(nodes):
        held = _held_nodes(engine, label, [node.id for node in some])
        names = [p.name for p in stored_types()[label].properties]
        new = [node for node in some if node.id not in held]
        made.update((label, node.id) for node in new)
        rows = {node.id: row for node in new if (row := cells([node.properties[name] for name in names]))}
        if len(rows) < FEW:
            merged += some
            continue
        merged += [node for node in some if node.id not in rows]
        put(file, rows.values())
        engine.rows(ddl.copy_nodes(stored_types()[label], file.as_posix()))
    _merge(engine, Facts(nodes=tuple(merged)))
    return made


def _write_edges(engine: Engine, edges: Iterable[Edge], made: Collection[tuple[str, str]], file: Path) -> None:
    """Write relationships, where `made` are the nodes that had none before."""
    merged: list[Edge] = []
    for kind, some in edges_by_kind(edges):
        edge = relationship_types()[kind[0]]
        names = [p.name for p in edge.properties]
        between = [one for one in some if one.start not in made and one.end not in made]
        held = _held_edges(engine, kind, between) if len(between) >= FEW else {one.key for one in between}
        rows = {
            one.key: row
            for one in some
            if one.key not in held
            and (row := cells([one.start[1], one.end[1], *(one.properties[name] for name in names)]))
        }
        if len(rows) < FEW:
            merged += some
            continue
        merged += [one for one in some if one.key not in rows]
        put(file, rows.values())
        engine.rows(ddl.copy_edges(edge, *kind[1:], file.as_posix()))
    _merge(engine, Facts(edges=tuple(merged)))


def cells(values: Sequence[Value]) -> list[str]:
    """Values as the cells of a row in a file of rows; none where one of them cannot be said so."""
    told: list[str] = []
    for value in values:
        if isinstance(value, str):
            if value == ddl.ABSENT or _UNSAID.search(value):
                return []
            told.append(value)
        elif isinstance(value, tuple):
            if any(map(_UNLISTED.search, value)):
                return []
            told.append(f"[{','.join(value)}]")
        else:
            told.append(str(value).lower() if isinstance(value, bool) else repr(value))
    return told


def put(file: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a file of rows, which nobody else may read. Raises OSError."""
    file.touch(mode=0o600)
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)


def _merge(engine: Engine, facts: Facts) -> None:
    for statement, rows in writes(Facts(), facts):
        engine.rows(statement, {"rows": rows})


def _held_nodes(engine: Engine, label: str, ids: Sequence[str]) -> set[str]:
    """Which of these nodes are there, so far as that matters: of few, which are merged anyway, all are taken to be."""
    statement = ddl.held_nodes(stored_types()[label])
    return {str(row["id"]) for some in _batches(ids) for row in engine.rows(statement, {"ids": some})}


def _held_edges(engine: Engine, kind: tuple[str, str, str], edges: Iterable[Edge]) -> set[tuple[str, ...]]:
    """The keys of all relationships of a kind that begin where these do."""
    name, start, end = kind
    statement = ddl.read_edges(relationship_types()[name], start, end, at="start")
    starts = sorted({edge.start[1] for edge in edges})
    return {
        (name, start, str(row["start_id"]), end, str(row["end_id"]))
        for some in _batches(starts)
        for row in engine.rows(statement, {"ids": some})
    }


def _batches(ids: Sequence[str]) -> Iterable[list[str]]:
    return (list(ids[first : first + _ASKED]) for first in range(0, len(ids), _ASKED))
