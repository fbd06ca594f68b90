"""A whole register converted from one day to another, beside a plain closure of networkx in time, in the same run.

usage: python -m benchmarks.conversion [UNITS…]
       python -m benchmarks.conversion --register EVENTS.csv UNITS.csv FIRST LAST

Both begin at what they keep (a store that is open; two tables) and end at a table with a row for each place that a unit
became. The peer tells which codes are reached and no more: no share, no kind, no source, and land that was given back
goes to all. Processor seconds are of the best of several runs.
"""

import csv
import io
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from api.conversion.converting import AskedTable, ConvertedTable, convert_table
from api.conversion.user_table import table_in
from api.conversion.written import files_of
from api.ingest.loading.load import load
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.conversion.all_places import AllPlaces, tables_of
from queries.conversion.convert import Conversion

TIMES = 5
"""Runs of which the best counts."""
FIRST, LAST = "2000-12-31", "2020-12-31"
SCHEME = "B"


@dataclass(frozen=True, slots=True)
class Tables:
    """The files of a register, and the days that it is converted between."""

    events: Path
    units: Path
    first: str = FIRST
    last: str = LAST


def invented(folder: Path, number: int) -> Tables:
    """A register of so many units, of which half change: mergers, divisions, other codes, parts, each on a day."""
    chance = random.Random(number)  # noqa: S311 - the same register every time
    there = [f"{code:06}" for code in range(number)]
    since, until = dict.fromkeys(there, "1990-01-01"), dict.fromkeys(there, "")
    rows, new = [], number
    for _ in range(number // 4):
        day = f"{chance.randrange(2001, 2020)}-{chance.randrange(1, 13):02}-01"
        kind = chance.choice(("absorb", "merge", "split", "recode", "split_off"))
        one, other = chance.sample(there, 2)
        if max(since[one], since[other]) >= day:
            continue
        made = [f"{new + step:06}" for step in range(2 if kind == "split" else kind != "absorb")]
        new += len(made)
        old = [one, other] if kind == "merge" else [one]
        rows += [(day, a, f"unit {a}", b, f"unit {b}", kind) for a in old for b in made or [other]]
        for code in old if kind != "split_off" else []:
            there.remove(code)
            until[code] = day
        for code in made:
            there.append(code)
            since[code], until[code] = day, ""
    events, units = folder / "events.csv", folder / "units.csv"
    _write(events, [("date", "old_id", "old_name", "new_id", "new_name", "kind"), *sorted(rows)])
    _write(units, [("id", "name", "valid_from", "valid_to"), *((c, f"unit {c}", since[c], until[c]) for c in since)])
    return Tables(events, units)


def peer(tables: Tables) -> str:
    """The register converted by a networkx graph of its rows, walked in time; the table that it gives."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    with tables.events.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["old_id"] and row["new_id"]:
                graph.add_edge(row["old_id"], row["new_id"], date=_last_day(row["date"]))
    spells: dict[str, list[tuple[str, str, str]]] = {}
    with tables.units.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            since = _last_day(row.get("valid_from") or row.get("valid_from_year") or "")
            until = row.get("valid_to") or row.get("valid_to_exclusive") or row.get("valid_to_year_exclusive") or ""
            spells.setdefault(row["id"], []).append((since, _last_day(until) or "9999", row["name"]))
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(("code", "name", "to_name", "to_code"))
    for code, own in spells.items():
        name = _named(own, tables.first)
        if name is not None:
            reached = _reached(graph, code, tables.first, tables.last)
            standing = [(to, _named(spells.get(to, ()), tables.last)) for to in sorted(reached)]
            there = [(to, named) for to, named in standing if named is not None]
            writer.writerows([(code, name, named, to) for to, named in there] or [(code, name, "", "")])
    return out.getvalue()


def _reached(graph: "nx.MultiDiGraph[str]", code: str, first: str, last: str) -> set[str]:
    """The units that the rows lead to in the order of their dates."""
    best = {code: first}
    pending = [code]
    while pending:
        at = pending.pop()
        if at in graph:
            edges: Iterable[tuple[str, str, str]] = graph.out_edges(at, data="date")
            for _, to, day in edges:
                if first < day <= last and best[at] <= day < best.get(to, "9999"):
                    best[to] = day
                    pending.append(to)
    return set(best)


def _named(spells: Sequence[tuple[str, str, str]], day: str) -> str | None:
    return next((name for since, until, name in spells if since <= day < until), None)


def own(store: Store, tables: Tables, scheme: str, listed: bytes) -> bytes:
    """The same register converted by this program: read of the store, and the table as it is written down."""
    asked = AskedTable("code")
    table = table_in(listed, asked.columns)
    done: ConvertedTable = convert_table(store, table, asked, Conversion(tables.first, tables.last, scheme), {})
    return next(iter(files_of(Path("out.csv"), done).values()))


def measured(tables: Tables, store: Store) -> str:
    """The figures of a register, as a line."""
    known = AllPlaces(tables_of(store))
    standing = [
        row
        for row in known.all.values()
        if row["valid_from"] <= tables.first and (not row["valid_to"] or tables.first < row["valid_to"])
    ]
    rows = "\n".join(["code,name", *(f"{row['code']},{row['name']}" for row in standing)])
    listed = rows.encode()
    ours = _best(lambda: own(store, tables, SCHEME, listed))
    others = _best(lambda: peer(tables))
    told = f"{len(standing)} units of {len(known.all)} periods: {ours:.2f} s, networkx {others:.2f} s"
    return f"{told}, {ours / others:.1f} times"


def _best(work: Callable[[], object]) -> float:
    """The processor seconds of the best of several runs."""
    taken = []
    for _ in range(TIMES):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return min(taken)


def _last_day(words: str) -> str:
    return words + {4: "-12-31", 7: "-28"}.get(len(words), "")


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def main() -> None:
    """Print a line a register."""
    if sys.argv[1:2] == ["--register"]:
        events, units, first, last = sys.argv[2:6]
        chosen = [Tables(Path(events), Path(units), first, last)]
    else:
        chosen = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in [] if chosen else [int(words) for words in sys.argv[1:]] or [3000]:
            (folder / str(size)).mkdir()
            chosen.append(invented(folder / str(size), size))
        for number, tables in enumerate(chosen):
            store = open_store(str(folder / f"{number}.lbug"))
            load(store, [tables.events, tables.units], scheme=SCHEME)
            print(measured(tables, store))
            store.close()


if __name__ == "__main__":
    main()
