"""What deciding that two units are one would change: their tasks counted once, their load, their rank, the verdict."""

from collections.abc import Iterator

import pytest

from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.joining import joined_loads
from queries.workload import LoadRow, workload
from tests.queries.busy import busy_town

LOADS = {"甲办": 1, "乙办": 2, "丙办": 2, "丁办": 3, "戊办": 4, "己办": 9, "庚办": 21}


@pytest.fixture(scope="module")
def busy() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), busy_town(LOADS))
    yield opened
    opened.close()


def by_name(rows: list[LoadRow]) -> dict[str, LoadRow]:
    return {row["name"]: row for row in rows}


def pair(store: Store, one: str, other: str) -> tuple[str, str]:
    rows = by_name(workload(store))
    return rows[one]["id"], rows[other]["id"]


@pytest.mark.parametrize(
    ("one", "other", "load", "rank"), [("甲办", "乙办", 3, 4), ("戊办", "己办", 13, 2), ("己办", "庚办", 30, 1)]
)
def test_two_units_have_the_load_of_both_and_a_rank_among_the_others(
    busy: Store, one: str, other: str, load: float, rank: int
) -> None:
    [found] = joined_loads(busy, [pair(busy, one, other)]).values()
    assert (found.load, found.rank, found.peers) == (load, rank, len(LOADS) - 1)


def test_what_is_told_before_is_what_follows_the_decision(busy: Store) -> None:
    joined = {name: load for name, load in LOADS.items() if name != "戊办"} | {"己办": LOADS["己办"] + LOADS["戊办"]}
    [found] = joined_loads(busy, [pair(busy, "戊办", "己办")]).values()
    store = open_store(":memory:")
    store.replace(Facts(), busy_town(joined))
    after = by_name(workload(store))["己办"]
    store.close()
    assert (found.tasks, found.load, found.verdict) == (after["tasks"], after["load"], after["verdict"])


def test_one_of_two_that_has_no_task_adds_none(busy: Store) -> None:
    [found] = joined_loads(busy, [(pair(busy, "甲办", "乙办")[0], "nobody")]).values()
    assert (found.tasks, found.changes) == (1, False)
    assert joined_loads(busy, [("nobody", "no one")]) == {}
    assert joined_loads(busy, []) == {}


def test_a_row_tells_how_many_others_may_be_the_same_and_what_all_of_them_carry(busy: Store) -> None:
    pairs = [pair(busy, "戊办", "己办"), pair(busy, "丁办", "戊办")]
    rows = by_name(workload(busy, spellings=pairs))
    told = {name: (row["spellings"], row["spellings_load"]) for name, row in rows.items()}
    assert told == {
        "甲办": (0, 1),
        "乙办": (0, 2),
        "丙办": (0, 2),
        "丁办": (1, 7),
        "戊办": (2, 16),
        "己办": (1, 13),
        "庚办": (0, 21),
    }


@pytest.mark.parametrize(
    ("pairs", "undecided"),
    [
        ([], ""),
        (["戊庚"], "戊"),  # a part of an overloaded unit
        (["甲乙"], "庚"),  # two others, over whom the fences rise
        (["戊庚", "甲乙"], "戊庚"),
    ],
)
def test_a_verdict_is_undecided_where_some_spellings_taken_as_one_would_change_it(
    busy: Store, pairs: list[str], undecided: str
) -> None:
    spellings = [pair(busy, f"{names[0]}办", f"{names[1]}办") for names in pairs]
    rows = by_name(workload(busy, spellings=spellings))
    assert {name for name, row in rows.items() if row["undecided"]} == {f"{name}办" for name in undecided}
    assert [row["verdict"] for row in rows.values()] == [row["verdict"] for row in workload(busy)]
