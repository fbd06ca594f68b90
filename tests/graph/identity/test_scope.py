"""Scopes and the ways to places."""

import pytest

from graph.identity.scope import Scope, chain_of, parent_path, path_of, prefixes, scope_of
from graph.words.levels import level_of

TOWN = scope_of("大英县/蓬莱镇", "d")


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
    ],
)
def test_the_level_of_a_place_is_what_its_name_ends_in(name: str, level: str) -> None:
    assert level_of(name) == level


def test_a_scope_is_the_place_a_plan_speaks_for() -> None:
    assert (TOWN.key, TOWN.chain) == ("大英县/蓬莱镇", ("大英县", "蓬莱镇"))
    assert TOWN.level == "town"


@pytest.mark.parametrize("jurisdiction", [None, "", "**县", "xx市/xx镇"])
def test_without_a_known_place_the_document_is_the_scope(jurisdiction: str | None) -> None:
    assert scope_of(jurisdiction, "d") == Scope("document:d")
    assert scope_of(jurisdiction, "d", 3) == Scope("document:d#3")
    assert chain_of(jurisdiction) == ()


def test_a_village_hangs_on_the_town_and_a_town_on_the_county() -> None:
    assert parent_path(TOWN, "village") == "大英县/蓬莱镇"
    assert path_of(TOWN, "隆盛镇", "town") == "大英县/隆盛镇"
    assert path_of(TOWN, "遂宁市", "city") == "遂宁市"


def test_a_place_of_the_scopes_own_chain_is_itself() -> None:
    assert path_of(TOWN, "大英县", "county") == "大英县"
    assert path_of(TOWN, "蓬莱镇", "town") == "大英县/蓬莱镇"


def test_a_place_in_a_paper_without_a_place_hangs_on_the_paper() -> None:
    assert path_of(scope_of(None, "d"), "福荣村", "village") == "document:d/福荣村"


def test_every_way_has_the_ways_above_it() -> None:
    assert list(prefixes("大英县/蓬莱镇/福荣村")) == ["大英县/蓬莱镇/福荣村", "大英县/蓬莱镇", "大英县"]
