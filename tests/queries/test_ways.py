"""A place is told, and typed, as the whole way to it."""

import pytest

from graph.stores.protocol import Store
from queries.resolve import candidates, ids_of
from queries.ways import is_whole, leads_to, ways_to


def test_the_way_to_a_place_begins_at_the_largest_that_it_lies_in(store: Store) -> None:
    assert ways_to(store, ["furong", "county", "", "no such place"]) == {
        "furong": "大英县/蓬莱镇/福荣村",
        "county": "大英县",
        "no such place": "",
    }
    assert ways_to(store, []) == {}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("大英县/蓬莱镇", ("penglai",)),
        ("大英县蓬莱镇", ("penglai",)),
        (" 大英县 / 蓬莱镇 ", ("penglai",)),
        ("蓬莱镇/吊脚楼村", ("diao1", "diao2")),
        ("大英县/福荣村", ("furong",)),
        ("大英县/蓬莱镇/福荣村", ("furong",)),
    ],
)
def test_a_place_is_found_by_its_name_behind_those_of_places_above(
    store: Store, typed: str, ids: tuple[str, ...]
) -> None:
    assert ids_of(store, "places", typed) == ids
    assert [one.id for one in candidates(store, "places", typed, ("penglai",))] == list(ids)


@pytest.mark.parametrize("typed", ["金元镇/福荣村", "蓬莱镇/大英县", "/", "新蓬莱镇"])
def test_a_way_that_leads_nowhere_finds_nothing(store: Store, typed: str) -> None:
    assert candidates(store, "places", typed) == []


def test_who_types_the_whole_way_means_the_place_at_its_end_before_others() -> None:
    assert is_whole("大英县蓬莱镇", "大英县/蓬莱镇")
    assert not is_whole("大英县/蓬莱镇", "遂宁市/大英县/蓬莱镇")
    assert leads_to("大英县/蓬莱镇", "遂宁市/大英县/蓬莱镇")
    assert leads_to("遂宁市蓬莱镇", "遂宁市/大英县/蓬莱镇")
    assert not leads_to("蓬莱镇", "大英县/蓬莱镇/新村")
