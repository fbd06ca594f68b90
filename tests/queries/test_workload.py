"""Loads, verdicts and reasons, on the small graph and on an office with many tasks."""

from collections.abc import Iterator

import pytest

from graph.errors import UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries import period as periods
from queries.duties import Weights, parse_weights
from queries.reasons import sentence
from queries.workload import LoadRow, workload
from tests.graph.examples import facts
from tests.queries.busy import busy_town, nowhere


@pytest.fixture(scope="module")
def busy() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), busy_town({"甲办": 1, "乙办": 2, "丙办": 2, "丁办": 3, "戊办": 4, "己办": 9, "庚办": 21}))
    yield opened
    opened.close()


def by_id(rows: list[LoadRow]) -> dict[str, LoadRow]:
    return {row["id"]: row for row in rows}


def test_a_unit_in_two_roles_of_a_task_counts_the_weightier(store: Store) -> None:
    row = by_id(workload(store))["sheshiban"]
    counted = [row["leads"], row["responsible"], row["supports"], row["tasks"], row["load"], row["share"]]
    assert counted == [1, 1, 1, 3, 1.75, 0.75]


def test_the_period_is_the_year_of_the_latest_paper_of_the_place(store: Store) -> None:
    rows = by_id(workload(store))
    assert (rows["sheshiban"]["period"], rows["sheshiban2"]["period"]) == ("2021", "2020")
    assert rows["zongzhi"]["task_ids"] == ("t1",)


def test_a_period_given_holds_for_all_places(store: Store) -> None:
    rows = by_id(workload(store, period="2022..2025"))
    assert {name: row["task_ids"] for name, row in rows.items()} == {"zongzhi": ("t4",), "caizhengban": ("t3",)}


def test_weights_are_parameters(store: Store) -> None:
    assert by_id(workload(store, weights=Weights(2, 1, 0)))["sheshiban"]["load"] == 3.0
    assert parse_weights("1, 0.5，0") == Weights(1, 0.5, 0)


@pytest.mark.parametrize("typed", ["", "1,2", "1,2,x", "1,2,-3", "1,2,nan"])
def test_what_is_no_weights_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="weights are three numbers"):
        parse_weights(typed)


def test_groups_come_last_and_are_not_compared(store: Store) -> None:
    rows = workload(store, within=("penglai",))
    assert [(row["name"], row["verdict"]) for row in rows] == [
        ("社事办", "too few to compare"),
        ("财政办", "too few to compare"),
        ("各总支", "not compared"),
    ]


def test_a_leaders_task_counts_one(store: Store) -> None:
    rows = workload(store, by="leader")
    assert [(row["name"], row["load"], row["tasks"], row["peak_month"]) for row in rows] == [
        ("冉泰休", 2.0, 2, "2021-03"),
        ("李刚", 1.0, 1, "2021-03"),
    ]


def test_the_verdicts_name_rule_numbers_and_share(busy: Store) -> None:
    rows = by_id(workload(busy))
    assert (rows["庚办"]["verdict"], rows["己办"]["verdict"]) == ("severely overloaded", "not overloaded")
    assert (rows["庚办"]["q1"], rows["庚办"]["q3"], rows["庚办"]["threshold"]) == (2.0, 6.5, 13.25)
    assert (rows["庚办"]["reason"], rows["庚办"]["reason_values"]) == (
        "workload.severe",
        {
            "by": "unit",
            "leads": 21,
            "load": 21.0,
            "median": 3.0,
            "minimum": 5.0,
            "peers": 7,
            "q1": 2.0,
            "q3": 6.5,
            "responsible": 0,
            "rule": "workload.fence",
            "severe": 20.0,
            "supports": 0,
            "tasks": 21,
            "threshold": 13.25,
            "times": 3.0,
            "total": 42,
        },
    )
    assert sentence("en", rows["庚办"]) == (
        "Far more to do than its peers (above the limit of severe overload, 20). "
        "Load 21 (21 lead, 0 responsible, 0 supporting) is above 20 = Q3 + 3 × IQR over 7 peers (Q1 2, Q3 6.5),"
        " where severe overload begins (overload: 13.25); 21 of all 42 tasks (50%)."
    )


def test_the_year_of_a_workload_is_never_a_masked_one() -> None:
    assert periods.year("XXXX-05-01") == periods.ALWAYS
    assert periods.year("2021-05-01").label == "2021"


def test_the_reason_says_when_a_proposed_spelling_would_change_the_verdict(busy: Store) -> None:
    rows = by_id(workload(busy, proposals=[("己办", "庚办"), ("甲办", "乙办")]))
    assert "如与“庚办”为同一单位，则负荷30，严重超负荷" in sentence("zh", rows["己办"])
    assert "如与" not in sentence("zh", rows["甲办"])


def test_units_of_papers_that_name_no_place_are_compared_within_their_paper() -> None:
    store = open_store(":memory:")
    light, heavy = dict.fromkeys("甲乙丙丁", 1), dict.fromkeys("甲乙丙丁", 30)
    store.replace(Facts(), facts(*nowhere(light, "1"), *nowhere(heavy, "2")))
    rows = by_id(workload(store))
    assert {row["verdict"] for row in rows.values()} == {"too few to compare"}
    assert rows["甲2"]["share"] == 0.25
    store.close()


def test_an_empty_graph_has_no_loads() -> None:
    empty = open_store(":memory:")
    assert workload(empty) == []
    empty.close()
