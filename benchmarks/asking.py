"""How long the questions of the catalogue take in an embedded store: processor milliseconds, median and slowest.

usage: python -m benchmarks.asking [STORE] [QUESTION…]   (by default every question, on 20 invented papers of 100 tasks)

Each is asked several times with other values that the store holds (`benchmarks.questions`), the first time aside, in
which the engine prepares it. What the engine takes alone stands beside what the question takes with its rows.
"""

import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.corpus import write
from benchmarks.questions import questions
from graph.facts import Value
from graph.refresh.load import load
from graph.stores.open import open_store
from graph.stores.protocol import Store
from loaders.extract import extract
from queries import values
from queries.ask import ask_any
from queries.catalogue import Query


def invented(folder: Path) -> str:
    """A store of invented papers in a folder."""
    write(folder / "corpus", 20, 100)
    path = str(folder / "s.lbug")
    with closing(open_store(path)) as store:
        load(store, [extract(paper) for paper in sorted((folder / "corpus").rglob("*.txt"))])
    return path


def told(store: Store, query: Query, rounds: Sequence[Mapping[str, Value]]) -> str:
    """The figures of a question, as a line."""
    ask_any(store, query.name, rounds[0])
    whole, alone, rows = [], [], []
    for given in rounds:
        bound = values.bind(query.name, query.params, given)
        begun = time.process_time()
        store.read(query.text_for(store.engine), bound)
        asked = time.process_time()
        rows.append(len(ask_any(store, query.name, given)))
        whole.append(time.process_time() - asked)
        alone.append(asked - begun)
    middle, slowest, engine = median(whole) * 1000, max(whole) * 1000, median(alone) * 1000
    return f"{query.name:24} {middle:8.1f} {slowest:8.1f} ms, engine {engine:8.1f} ms, {median(rows):8.0f} rows"


def main() -> None:
    """Print a line a question."""
    with tempfile.TemporaryDirectory() as folder:
        where = sys.argv[1] if len(sys.argv) > 1 else invented(Path(folder))
        wanted = set(sys.argv[2:])
        with closing(open_store(where, read_only=True)) as store:
            for query, rounds in questions(store):
                if not wanted or query.name in wanted:
                    print(told(store, query, rounds), flush=True)


if __name__ == "__main__":
    main()
