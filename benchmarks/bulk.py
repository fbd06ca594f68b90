"""Writing the facts of a corpus into a new store, by COPY FROM as a load does, beside MERGE of the same facts, and the
engine's COPY FROM alone (rows in files, no copy of the store, no check).

usage: python -m benchmarks.bulk [DOCUMENTS] [TASKS]   (by default 20 documents of 100 tasks)

Prints nodes, relationships, and processor seconds of each, in one run.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from benchmarks.corpus import write
from graph.facts import Facts
from graph.model import relationship_types, stored_types
from graph.refresh.load import load
from graph.stores import ddl
from graph.stores.difference import edges_by_kind, nodes_by_label
from graph.stores.ladybug import bulk
from graph.stores.ladybug.engine import Engine
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from loaders.extract import extract


def facts_of(documents: int, tasks: int, folder: Path) -> Facts:
    """The facts of an invented corpus."""
    write(folder, documents, tasks)
    read = [extract(path) for path in sorted(folder.rglob("*.txt"))]
    with closing(open_store(":memory:")) as store:
        load(store, read)
        return read_all(store)


def written(facts: Facts, path: Path) -> None:
    """Write facts into a new store."""
    with closing(open_store(str(path))) as store:
        store.replace(Facts(), facts)


def copied(facts: Facts, folder: Path) -> Callable[[], None]:
    """The engine's part alone: all rows lie in files, and are taken into new tables."""
    folder.mkdir()
    statements = []
    for number, (label, nodes) in enumerate(nodes_by_label(facts.nodes)):
        node = stored_types()[label]
        file = folder / f"n{number}"
        bulk.put(file, (bulk.cells([one.properties[p.name] for p in node.properties]) for one in nodes))
        statements.append(ddl.copy_nodes(node, file.as_posix()))
    for number, ((name, start, end), edges) in enumerate(edges_by_kind(facts.edges)):
        edge = relationship_types()[name]
        file = folder / f"e{number}"
        values = ([one.start[1], one.end[1], *(one.properties[p.name] for p in edge.properties)] for one in edges)
        bulk.put(file, map(bulk.cells, values))
        statements.append(ddl.copy_edges(edge, start, end, file.as_posix()))
    engine = Engine(str(folder / "engine"))
    with engine.writing():
        for statement in ddl.create_tables():
            engine.rows(statement)

    def work() -> None:
        with engine.writing():
            for statement in statements:
                engine.rows(statement)
        engine.checkpoint()
        engine.close()

    return work


def seconds(work: Callable[[], None]) -> float:
    """The processor seconds of some work."""
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    """Print the figures of a corpus."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    tasks = int(sys.argv[2]) if len(sys.argv) > 2 else 100  # noqa: PLR2004 - the second argument
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts = facts_of(documents, tasks, folder / "corpus")
        alone = seconds(copied(facts, folder / "alone"))
        copying = seconds(lambda: written(facts, folder / "copied.lbug"))
        with patch.object(bulk, "pays", lambda *_: False):
            merging = seconds(lambda: written(facts, folder / "merged.lbug"))
    print(f"{documents * tasks} tasks: {len(facts.nodes)} nodes, {len(facts.edges)} relationships")
    print(f"COPY FROM alone {alone:.2f} s, as a load writes {copying:.2f} s ({copying / alone:.1f} times), ", end="")
    print(f"by MERGE {merging:.2f} s ({merging / copying:.1f} times that)")


if __name__ == "__main__":
    main()
