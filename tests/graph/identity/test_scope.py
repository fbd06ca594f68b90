"""Scopes and the ways to places."""

import pytest

from graph.identity.scope import Scope, chain_of, parent_path, path_of, prefixes, scope_of

TOWN = scope_of("大英县/蓬莱镇", "d")


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
