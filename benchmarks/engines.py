"""Both engines side by side: loading an invented corpus, and every query of the catalogue.

usage: python -m benchmarks.engines [DOCUMENTS] [TASKS]   (by default 1,000 documents of 100 tasks)

It prints documents a second, peak memory, the median and the 95th percentile of each query, the ratio of the two, and
what a scan of a networkx graph takes for the same answer. Neo4j is the server of the tests, with more memory.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks import corpus
from benchmarks.measure import best, peak, program
from benchmarks.questions import questions
from benchmarks.scans import SCANS
from graph.exports.network import to_network
from graph.facts import Value
from graph.stores.neo4j.address import PASSWORD
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import count, read_all
from queries.ask import ask_any
from queries.catalogue import Query
from tests.neo4j.server import Server

HEAP = "2g"
SECRET = "benchmark-of-plangraph"  # noqa: S105 - of a server that lives for this run alone


def main() -> None:
    """Run the comparison that the command line asks for."""
    documents, tasks = (int(word) for word in (*sys.argv[1:], *("1000", "100")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder / "corpus", documents, tasks)
        server = Server(folder / "neo4j", SECRET)
        os.environ[PASSWORD] = SECRET
        server.start((f"-Xms{HEAP}", f"-Xmx{HEAP}"))
        try:
            compare(folder, server, documents)
        finally:
            server.kill()


def compare(folder: Path, server: Server, documents: int) -> None:
    """Load and ask both, and print what it took."""
    stores = {"ladybug": str(folder / "bench.lbug"), "neo4j": server.address}
    print(f"{'load':28} {'seconds':>9} {'documents/s':>12} {'peak MiB':>9}")
    for engine, where in stores.items():
        command = [sys.executable, "-m", "api", "load", str(folder / "corpus"), "--store", where]
        run = program(command)
        failed = f"   exit code {run.code}" if run.code else ""
        print(f"{engine:28} {run.seconds:9.1f} {documents / run.seconds:12.1f} {run.mebibytes:9.0f}{failed}")
    print(f"{'neo4j, the server itself':28} {'':9} {'':12} {peak(server.pid or 0):9.0f}")
    embedded, served = (open_store(where, read_only=True) for where in stores.values())
    with closing(embedded), closing(served):
        nodes, edges = count(embedded)
        print(f"\n{nodes} nodes, {edges} relationships; the same on both: {count(served) == (nodes, edges)}")
        ask_both(embedded, served)


def ask_both(embedded: Store, served: Store) -> None:
    """Every query on both engines, and a scan beside it where there is one."""
    begun = time.perf_counter()
    network = to_network(read_all(embedded))
    print(f"a networkx graph of all of it takes {time.perf_counter() - begun:.1f} s to make\n")
    print(f"{'milliseconds':22} {'ladybug p50':>12} {'p95':>8} {'neo4j p50':>12} {'p95':>8} {'ratio':>7} {'scan':>9}")
    for query, rounds in questions(embedded):
        here, there = (timed(store, query, rounds) for store in (embedded, served))
        scan = SCANS.get(query.name)
        walked = f"{best(partial(scan, network, *rounds[0].values())) * 1e3:9.1f}" if scan else ""
        ratio = there[0] / here[0]
        print(f"{query.name:22} {here[0]:12.1f} {here[1]:8.1f} {there[0]:12.1f} {there[1]:8.1f} {ratio:7.2f} {walked}")


def timed(store: Store, query: Query, rounds: list[Mapping[str, Value]]) -> tuple[float, float]:
    """Median and 95th percentile of asking, in milliseconds, once the engine has seen the query."""
    ask_any(store, query.name, rounds[0])
    taken = [1e3 * best(_asking(store, query, params), 1) for params in rounds]
    return statistics.median(taken), statistics.quantiles(taken, n=20, method="inclusive")[-1]


def _asking(store: Store, query: Query, params: Mapping[str, Value]) -> Callable[[], object]:
    return lambda: ask_any(store, query.name, params)


if __name__ == "__main__":
    main()
