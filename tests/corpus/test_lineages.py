"""Documents of the corpus that tell of places over the years, and what a lineage makes of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from loaders.extract import read_document
from loaders.read import read
from queries.ask import ask
from queries.audit import audit
from queries.lineage import lineage, notes
from queries.resolve import ids_of
from tests.corpus.snapshot import HERE


@contextmanager
def store_of(name: str) -> Iterator[Store]:
    """A store that holds one document of the corpus."""
    store = open_store(":memory:")
    document = read_document(read(HERE / "changes" / name))
    store.replace(Facts(), build([document]))
    yield store
    store.close()


def reached(store: Store, place: str, way: Literal["before", "after"], *, parts: bool = False) -> list[str]:
    """What the first period of a place became, or its last one came out of: 甲村 2012 whole."""
    periods = [row["place_id"] for row in ask(store, "places/list") if row["name"] == place]
    start = periods[0] if way == "after" else periods[-1]
    rows = lineage(store, (start,), ways=(way,), parts=parts)
    return [f"{row['name']} {row['since'][:4]} {row['share']}" for row in rows[1:]]


Case = tuple[str, str, Literal["before", "after"], bool, list[str]]
CASES: dict[str, Case] = {
    "set up again, and gone again": (
        "set_up_again.txt",
        "竹溪村",
        "after",
        False,
        ["松坡村 2006 whole", "竹溪村 2012 whole", "松坡村 2019 whole"],
    ),
    "a merger undone gives each its own": (
        "set_up_again.txt",
        "枫林村",
        "after",
        False,
        ["枫荷村 2007 whole", "枫林村 2013 whole"],
    ),
    "a merger undone, read back": (
        "set_up_again.txt",
        "荷塘村",
        "before",
        False,
        ["枫荷村 2007 part", "荷塘村  whole"],
    ),
    "changes of one day": (
        "one_day.txt",
        "青山村",
        "after",
        False,
        ["白云村 2010 whole", "云山村 2010 whole", "云桥村 2010 whole"],
    ),
    "changes of one day, read back": (
        "one_day.txt",
        "云桥村",
        "before",
        False,
        ["云山村 2010 whole", "石桥村  whole", "白云村 2010 whole", "白云村  whole", "青山村  whole"],
    ),
    "names exchanged": ("one_day.txt", "上河村", "after", False, ["下河村 2010 whole"]),
    "a row of a group leaves its village going on": (
        "table_of_groups.md",
        "竹溪村",
        "after",
        True,
        ["松坡村  part", "竹溪村 2012 whole"],
    ),
    "a row of a group is no successor of the whole": (
        "table_of_groups.md",
        "竹溪村",
        "after",
        False,
        ["竹溪村 2012 whole"],
    ),
    "a town that is renamed keeps its villages": (
        "town_and_villages.txt",
        "竹溪村",
        "after",
        False,
        ["竹松村 2005 whole", "竹林村 2020 whole"],
    ),
    "the new town is no successor of a village": (
        "town_and_villages.txt",
        "荷塘村",
        "after",
        True,
        ["荷塘村 2021 whole"],
    ),
}


@pytest.mark.parametrize(("document", "place", "way", "parts", "wanted"), CASES.values(), ids=CASES)
def test_a_document_yields_its_lineage(
    document: str, place: str, way: Literal["before", "after"], *, parts: bool, wanted: list[str]
) -> None:
    with store_of(document) as store:
        assert sorted(reached(store, place, way, parts=parts)) == sorted(wanted)


def test_the_villages_of_a_town_that_was_abolished_tell_where_it_went() -> None:
    with store_of("town_and_villages.txt") as store:
        (row,) = lineage(store, ids_of(store, "places", "回马镇"))
        assert row["note"] == ("lineage.no_successor", "lineage.villages_went")
        assert (row["note_values"]["went"], row["note_values"]["of"]) == (["隆盛镇 2", "玉峰镇 1"], 3)
        assert "隆盛镇 2" in notes("zh", row)


def test_a_proposal_ends_nothing_and_audit_tells_what_overtook_it() -> None:
    with store_of("proposal_overtaken.txt") as store:
        rows = {row["name"]: row["until"] for row in ask(store, "places/list")}
        assert rows["枫林村"] == ""
        found = [row for row in audit(store) if row["problem"] == "proposal overtaken"]
        assert [(row["title"], row["reason_values"]["change"]) for row in found] == [
            ("枫林村、竹溪村 → 枫溪村", "松坡村、竹溪村 → 松坡村")
        ]
