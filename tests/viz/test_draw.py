"""Pictures of a small graph in a store."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.facts import Facts
from graph.store import Store, open_store
from tests.queries.town import town
from viz.draw import draw_lineage, draw_workload


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()


def test_the_workload_of_a_town_shows_its_own_units_and_leaders(store: Store) -> None:
    html = draw_workload(store, "蓬莱镇")
    assert "<h1>蓬莱镇工作负荷网络</h1>" in html
    assert "冉泰休" in html
    assert "金元镇" not in html


def test_the_lineage_of_a_town_shows_its_changes(store: Store) -> None:
    html = draw_lineage(store, "蓬莱镇")
    assert "<h1>蓬莱镇村级建制沿革</h1>" in html
    for name in ("福寿村", "忠荣村", "福荣村", "吊脚楼村"):
        assert name in html


def test_without_a_place_the_picture_is_named_after_the_only_one_it_holds(store: Store) -> None:
    assert "<h1>蓬莱镇村级建制沿革</h1>" in draw_lineage(store)
    assert "<h1>工作负荷网络</h1>" in draw_workload(store)


def test_a_place_without_anything_gets_a_picture_that_says_so(store: Store) -> None:
    assert "无可绘制" in draw_workload(store, "无名镇")
    assert "无可绘制" in draw_lineage(store, "无名镇")


def test_a_period_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError):
        draw_workload(store, "蓬莱镇", period="昨天")


def test_pictures_are_the_same_bytes_in_every_process(root: Path) -> None:
    script = (
        "import hashlib; from graph.facts import Facts; from graph.store import open_store;"
        "from tests.queries.town import town; from viz.draw import draw_lineage, draw_workload;"
        "store = open_store(':memory:'); store.replace(Facts(), town());"
        "pages = draw_workload(store, '蓬莱镇') + draw_lineage(store);"
        "print(hashlib.sha256(pages.encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1
