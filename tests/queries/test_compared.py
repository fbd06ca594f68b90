"""Places of a day and what became of them by another, below places that changed their names meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from loaders.extract import extract
from queries.places.compared import compared, places_on

EVENTS = """date,kind,old_name,old_parent,new_name,new_parent
2015-05-01,rename,蓬莱镇,大英县,蓬莱街道,大英县
2016-03-01,rename,丁庄村,大英县/蓬莱街道,丁村,大英县/蓬莱街道
2018-01-01,merge,甲村,大英县/蓬莱街道,丙村,大英县/蓬莱街道
2018-01-01,merge,乙村,大英县/蓬莱街道,丙村,大英县/蓬莱街道
2020-01-01,rename,蓬莱街道,大英县,新蓬街道,大英县
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "events.csv").write_text(EVENTS, "utf-8")
    store = open_store(":memory:")
    store.replace(Facts(), build([extract(tmp_path / "events.csv")]))
    yield store
    store.close()


@pytest.mark.parametrize(
    ("day", "above"), [("2014-01-01", "蓬莱镇"), ("2019-01-01", "蓬莱街道"), ("2021-01-01", "新蓬街道")]
)
def test_the_place_above_is_called_as_on_the_day(store: Store, day: str, above: str) -> None:
    found = {row["name"]: row["place"] for row in places_on(store, day) if row["level"] == "village"}
    assert set(found.values()) == {above}


def test_between_two_days_each_side_is_called_as_on_its_day(store: Store) -> None:
    found = {
        row["name"]: (row["what"], row["old_place"], row["place"])
        for row in compared(store, "2014-01-01", "2021-01-01").rows
    }
    assert found["丁村"] == ("renamed", "蓬莱镇", "新蓬街道")
    assert found["甲村"] == ("vanished", "蓬莱镇", "蓬莱镇")
    assert found["丙村"] == ("new", "", "新蓬街道")
