"""Levels of places by their names, for readers and graph."""

import pytest

from graph.words.levels import VILLAGES, ending_of, endings_of, level_of, rank_of, ranks


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("四川省", "province"),
        ("遂宁市", "city"),
        ("凉山彝族自治州", "city"),
        ("大英县", "county"),
        ("蓬莱镇", "town"),
        ("淙城街道", "town"),
        ("朝阳社区", "community"),
        ("福荣村", "village"),
        ("梨树沟", "unknown"),
        ("村", "unknown"),
        ("重庆市", "province"),
        ("香港特别行政区", "province"),
        ("凉山州", "city"),
        ("杭州", "unknown"),
        ("白水公社", "town"),
        ("玛璜行政村", "village"),
    ],
)
def test_the_level_of_a_place_is_what_its_name_ends_in(name: str, level: str) -> None:
    assert level_of(name) == level


def test_an_ending_that_running_text_would_invent_is_none_there() -> None:
    assert ending_of("凉山州") is not None
    assert ending_of("凉山州", found=True) is None
    assert ending_of("凉山自治州", found=True) is not None


def test_levels_rank_from_the_province_to_the_village() -> None:
    assert sorted(ranks(), key=rank_of) == ["province", "city", "county", "town", "community", "village"]
    assert {rank_of(level) for level in VILLAGES} == {rank_of("unknown")}


def test_a_level_knows_its_endings() -> None:
    assert endings_of("community") == ("社区",)
    assert endings_of("unknown") == ()
