"""How much of a place lies in another, over mergers that were undone, parts and divisions; told by papers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from api.http.library.caching_store import CachingStore
from graph.derive.build import build
from graph.facts import Facts
from graph.statements import ChangeStatement
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.ask import ask
from queries.lineage import lineage
from tests.effort import examples
from tests.graph.places.histories import papers, told
from tests.graph.places.test_lasting import TOWN, Said, moved, on
from tests.graph.saying import change, merger


@contextmanager
def store_of(*said: Said) -> Iterator[Store]:
    """A store of papers that each say one thing."""
    lines = [(place, replace(one, source=merger(line, "", "").source)) for line, (place, one) in enumerate(said, 1)]
    store = open_store(":memory:")
    store.replace(Facts(), build(papers(lines, list(range(len(lines))))))
    yield store
    store.close()


def again(day: str, name: str) -> Said:
    """A sentence that sets a village up again."""
    said = replace(change(1, "", f"{name}:created", level="village"), again=True)
    return TOWN, replace(said, on=day, earliest=day, latest=day)


def first(store: Store, name: str) -> str:
    """The first period of a village."""
    return next(row["place_id"] for row in ask(store, "places/list") if row["name"] == name)


def reached(store: Store, place: str, way: str, *, parts: bool) -> list[str]:
    """What a period (by id) became, or came out of: 甲村 2012 whole."""
    ways = ("after",) if way == "after" else ("before",)
    rows = lineage(store, (place,), ways=ways, parts=parts)  # type: ignore[arg-type]
    return [f"{row['name']} {row['since'][:4]} {row['share']}" for row in rows[1:]]


MERGED = on("2006-01-01", TOWN, "甲村 乙村", "丙村")
GROUP = moved("2005-01-01", TOWN, "甲村:continues:第3组", "乙村:receives", "甲村")
CASES: dict[str, tuple[list[Said], dict[str, list[str]]]] = {
    "a merger undone": (
        [MERGED, on("2012-01-01", TOWN, "丙村", "甲村 乙村")],
        {
            "甲村": ["丙村 2006 whole", "甲村 2012 whole"],
            "乙村": ["丙村 2006 whole", "乙村 2012 whole"],
            "丙村": ["乙村 2012 part", "甲村 2012 part"],
        },
    ),
    "a merger undone in part": (
        [MERGED, on("2012-01-01", TOWN, "丙村", "丙村 甲村")],
        {"甲村": ["丙村 2006 whole", "甲村 2012 whole"], "乙村": ["丙村 2006 whole", "丙村 2012 whole"]},
    ),
    "set up again, and nothing told of what it leaves": (
        [on("2006-01-01", TOWN, "甲村 乙村", "乙村"), again("2012-01-01", "甲村")],
        {"甲村": ["乙村 2006 whole", "甲村 2012 whole"], "乙村": ["乙村 2006 whole", "乙村 2012 whole"]},
    ),
    "a part and then the place that received it": (
        [GROUP, on("2012-01-01", TOWN, "乙村 丁村", "戊村")],
        {"甲村": ["乙村  part", "甲村 2005 whole", "戊村 2012 part"], "乙村": ["戊村 2012 whole"]},
    ),
    "divided, and one again": (
        [on("2006-01-01", TOWN, "丙村", "甲村 乙村"), on("2012-01-01", TOWN, "甲村 乙村", "丁村")],
        {"丙村": ["乙村 2006 unknown", "甲村 2006 unknown", "丁村 2012 whole"]},
    ),
}


@pytest.mark.parametrize(("said", "wanted"), CASES.values(), ids=CASES)
def test_land_is_followed_to_where_it_lies(said: list[Said], wanted: dict[str, list[str]]) -> None:
    with store_of(*said) as store:
        for name, places in wanted.items():
            assert sorted(reached(store, first(store, name), "after", parts=True)) == sorted(places)


def test_a_place_set_up_again_is_the_same_lasting_place() -> None:
    with store_of(*CASES["a merger undone"][0]) as store:
        lasting = {row["lasting_id"] for row in ask(store, "places/list") if row["name"] == "甲村"}
        assert len(lasting) == 1
        rows = lineage(store, tuple(row["place_id"] for row in ask(store, "places/list") if row["name"] == "甲村"))
        assert [(row["direction"], row["name"], row["since"]) for row in rows if row["direction"] != "before"] == [
            ("self", "甲村", "2012-01-01")
        ]


def test_a_place_of_that_name_which_nobody_says_is_set_up_again_is_another() -> None:
    place, said = again("2012-01-01", "甲村")
    with store_of(on("2006-01-01", TOWN, "甲村 乙村", "乙村"), (place, replace(said, again=False))) as store:
        assert len({row["lasting_id"] for row in ask(store, "places/list") if row["name"] == "甲村"}) == 2


def test_the_order_of_two_changes_of_one_year_is_not_made_up() -> None:
    def in_year(said: Said) -> Said:
        return said[0], replace(said[1], on="2010", earliest="2010-01-01", latest="2010-12-31")

    said = [on("", TOWN, "甲村 乙村", "乙村"), moved("", TOWN, "乙村:continues:第1组", "丙村:receives", "乙村")]
    with store_of(*map(in_year, said)) as store:
        rows = lineage(store, (first(store, "甲村"),), parts=True)
        told_of = {row["name"]: (row["share"], row["note"]) for row in rows[1:]}
        assert told_of["丙村"] == ("unknown", ("lineage.open_order",))
        assert told_of["乙村"] == ("whole", ())


@settings(deadline=None, max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(told(most=8))
def test_what_came_after_and_what_was_before_mirror_each_other(said: list[tuple[str, ChangeStatement]]) -> None:
    store = CachingStore(open_store(":memory:"))
    store.replace(Facts(), build(papers(said, [0] * len(said))))
    places = [row["place_id"] for row in ask(store, "places/list")]
    for parts in (True, False):
        after = {
            (place, row["place_id"], row["share"])
            for place in places
            for row in lineage(store, (place,), ways=("after",), parts=parts)[1:]
        }
        before = {
            (row["place_id"], place, row["share"])
            for place in places
            for row in lineage(store, (place,), ways=("before",), parts=parts)[1:]
        }
        assert after == before
    store.close()
