"""Spellings in a store that may be one; what one change tells of is never one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ask.proposing import proposed
from api.ingest.loading.load import load
from graph.decisions.decisions import Decisions
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.api.papers import write

SPLIT = """大英县蓬莱镇村级建制调整情况

大英县蓬莱镇人民政府

撤销大柏岭村，分设上柏岭村、下柏岭村。
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    write(tmp_path / "papers", "调整.txt", SPLIT)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [tmp_path / "papers"])
        yield store


def test_villages_that_one_change_created_together_are_not_proposed_as_one(store: Store) -> None:
    names = {str(row["name"]) for row in store.read("MATCH (p:Place) RETURN p.name AS name")}
    assert {"大柏岭村", "上柏岭村", "下柏岭村"} <= names
    assert proposed(store, Decisions()) == []


def test_a_town_whose_paper_does_not_name_the_county_is_proposed_to_be_the_one_in_it(
    store: Store, tmp_path: Path
) -> None:
    write(tmp_path / "papers", "清单.txt", "蓬莱镇2021年重点工作任务清单\n\n（一）整治村容。\n\n牵头单位：社事办\n")
    load(store, [tmp_path / "papers"])
    [found] = proposed(store, Decisions())
    assert (found["name"], found["other"], found["rule"]) == ("蓬莱镇", "大英县/蓬莱镇", "no place above")
    assert found["id"] != found["other_id"] != ""
