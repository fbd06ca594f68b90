"""Registers of places loaded and asked, beside a networkx graph of the same rows walked in time, in the same run.

usage: python -m benchmarks.registers [EVENTS…]

Loads are of the command, from a cold start; so is the peer, which reads the rows and builds its graph. A question is:
what became of a place, by its code? Our store gives the change, the share and the passages of each step, the graph the
codes alone. Sizes beside one another tell whether a question, and one more paper, cost the same in a large store.
"""

import csv
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import networkx as nx

from benchmarks.measure import program
from graph.stores.open import open_store
from queries.ask import ask
from queries.lineage import lineage

SIZES = (500, 5_000)
ASKED = 200
"""Places that are asked for."""
SCHEME = "B"
HEADER = ("date", "kind", "old_id", "old_name", "old_parent", "new_id", "new_name", "new_parent")
PAPER = """望川县人民政府
关于同意{town}部分行政村撤并的批复

撤销{one}、{other}，合并设立福荣村。
2020年3月1日
"""
_VILLAGES, _YEARS, _TOWNS = 20, range(2001, 2019), 20


def invented(events: int) -> Iterator[Sequence[str]]:
    """Rows of so many mergers of two villages each, in towns of twenty villages that merge once a year."""
    chance = random.Random(events)  # noqa: S311 - the same register every time
    left = events
    town = 0
    while left:
        town += 1
        above = f"望川县{town // _TOWNS}/镇{town}"
        alive = list(range(_VILLAGES))
        for year in list(_YEARS)[:left]:
            one, other = chance.sample(alive, 2)
            made = _VILLAGES + year
            for old in (one, other):
                names = (f"{town:05}{old:04}", f"甲{old}村", above, f"{town:05}{made:04}", f"甲{made}村", above)
                yield f"{year}-05-01", "merge", *names
            alive = [*(village for village in alive if village not in {one, other}), made]
            left -= 1


def peer(path: str) -> "nx.MultiDiGraph[str]":
    """The graph of the rows of a file."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            graph.add_edge(row["old_id"], row["new_id"], date=row["date"])
    return graph


def reached(graph: "nx.MultiDiGraph[str]", code: str) -> dict[str, str]:
    """The codes that rows lead to in the order of their dates, with the day on which each is reached."""
    best = {code: ""}
    pending = [code]
    while pending:
        at = pending.pop()
        edges: Iterable[tuple[str, str, str]] = graph.out_edges(at, data="date")
        for _, to, day in edges:
            if best[at] <= day < best.get(to, "9999"):
                best[to] = day
                pending.append(to)
    return best


def measured(folder: Path, size: int) -> Iterator[str]:
    """The figures of a register of so many mergers, a line each."""
    rows = list(invented(size))
    events, paper, kept = folder / "events.csv", folder / "paper.txt", folder / "places.lbug"
    with events.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    paper.write_text(PAPER.format(town="望川县/新镇", one="石板村", other="盘龙村"), "utf-8")
    command = [sys.executable, "-m", "api", "load", "--store", str(kept), "--scheme", SCHEME]
    loaded = program([*command, str(events)])
    graph = program([sys.executable, "-c", f"from benchmarks.registers import peer; peer({str(events)!r})"])
    more = program([*command, str(paper)])
    yield (
        f"{size} mergers loaded: {loaded.processor:.1f} s of the processor, {loaded.mebibytes:.0f} MiB (networkx "
        f"{graph.processor:.1f} s, {graph.mebibytes:.0f} MiB); one more paper: {more.processor:.1f} s"
    )
    chance = random.Random(size)  # noqa: S311 - the same questions every time
    codes = chance.sample(sorted({row[2] for row in rows}), min(ASKED, size))
    store = open_store(str(kept), read_only=True)

    def of_code(code: str) -> object:
        periods = ask(store, "periods/of_code", scheme=SCHEME, code=code)
        return lineage(store, tuple(row["place_id"] for row in periods), ways=("after",))

    ours = _each(of_code, codes)
    store.close()
    known = peer(str(events))
    others = _each(lambda code: reached(known, code), codes)
    yield f"{size} mergers, what became of a place: {ours:.2f} ms, networkx {others:.3f} ms, the middle of {len(codes)}"


def _each(question: Callable[[str], object], codes: Sequence[str]) -> float:
    """The middle of the milliseconds of the processor that a question takes, once it was asked of all."""
    taken = []
    for once in (False, True):
        for code in codes:
            before = time.process_time()
            question(code)
            if once:
                taken.append((time.process_time() - before) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Print two lines a size."""
    for size in [int(words) for words in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            for line in measured(Path(name), size):
                print(line, flush=True)


if __name__ == "__main__":
    main()
