"""Pictures of a small graph in a store."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.queries.town import town
from viz.draw import (
    LOOKS,
    Drawn,
    draw_duties,
    draw_leader,
    draw_lineage,
    draw_months,
    draw_plan,
    draw_workload,
    form_of,
    write,
)

PENGLAI, FURONG, RAN = ("penglai",), ("furong",), ("ran",)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()


def labels(found: Drawn) -> str:
    return "\n".join(mark.label for mark in found.picture.marks)


def test_the_workload_of_a_town_shows_its_own_units_and_leaders(store: Store) -> None:
    found = draw_workload(store, PENGLAI)
    assert found.picture.title == "蓬莱镇工作负荷网络"
    assert "冉泰休" in labels(found)
    assert "金元镇" not in labels(found)


def test_the_lineage_of_a_town_shows_its_changes(store: Store) -> None:
    found = draw_lineage(store, PENGLAI)
    assert found.picture.title == "蓬莱镇村级建制沿革"
    for name in ("福寿村", "忠荣村", "福荣村", "吊脚楼村"):
        assert name in labels(found)


def test_the_lineage_of_a_village_shows_what_went_into_it_and_nothing_else(store: Store) -> None:
    found = draw_lineage(store, FURONG)
    assert found.picture.title == "福荣村的由来和去向"
    assert "福寿村" in labels(found)
    assert "吊脚楼村" not in labels(found)


def test_the_changes_of_a_change_are_known_by_the_ids_of_its_places(store: Store) -> None:
    (row,) = draw_lineage(store, FURONG).changes
    assert row["after_ids"] == FURONG
    assert draw_lineage(store, row["before_ids"][:1]).changes == [row]


def test_several_of_one_kind_are_drawn_under_all_their_names(store: Store) -> None:
    assert draw_leader(store, ("ran", "li")).picture.title == "冉泰休、李刚任务图"
    assert draw_months(store, units=("sheshiban", "sheshiban2")).picture.title == "社事办各月到期任务"
    assert draw_leader(store, ()).tasks == draw_plan(store, ()).tasks == []


def test_without_a_place_the_picture_is_named_after_the_only_one_it_holds(store: Store) -> None:
    assert draw_lineage(store).picture.title == "蓬莱镇村级建制沿革"
    assert draw_workload(store).picture.title == "工作负荷网络"


def test_the_tasks_of_a_leader_are_drawn_with_their_plans_and_units(store: Store) -> None:
    found = draw_leader(store, RAN)
    assert found.picture.title == "冉泰休任务图"
    assert found.picture.table is not None
    assert len(found.picture.table.rows) == len(found.tasks) > 0
    assert all(row.sources for row in found.picture.table.rows)


def test_the_division_of_labour_in_a_plan_is_called_by_the_title_of_the_plan(store: Store) -> None:
    task = draw_leader(store, RAN).tasks[0]
    found = draw_plan(store, (task["plan"],))
    assert found.picture.title == f"{task['plan_title']}任务分工图"
    assert task in found.tasks


def test_the_months_are_those_of_a_place_a_leader_or_a_unit(store: Store) -> None:
    assert draw_months(store, PENGLAI).picture.title == "蓬莱镇各月到期任务"
    leader = draw_months(store, leaders=RAN)
    assert leader.picture.title == "冉泰休各月到期任务"
    assert len(leader.tasks) < len(draw_months(store).tasks)
    assert draw_months(store, units=("caizhengban",)).picture.title == "财政办各月到期任务"


def test_a_place_without_anything_gets_a_picture_that_says_so(store: Store) -> None:
    nowhere = ("nowhere",)
    for found in (draw_workload(store, nowhere), draw_lineage(store, nowhere), draw_months(store, nowhere)):
        assert found.picture.marks == ()
        assert "无可绘制" in write(found.picture, "html").decode()
        assert "无可绘制" in write(found.picture, "svg").decode()


def test_a_period_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError):
        draw_workload(store, PENGLAI, period="昨天")


def test_the_suffix_of_a_file_says_its_form() -> None:
    assert [form_of(suffix) for suffix in (".html", ".SVG", ".png")] == ["html", "svg", "png"]
    for suffix in ("", ".pdf"):
        with pytest.raises(UsageError, match="ends in"):
            form_of(suffix)


@pytest.mark.slow
def test_pictures_are_the_same_bytes_in_every_process(root: Path) -> None:
    script = (
        "import hashlib; from graph.facts import Facts; from graph.stores.open import open_store;"
        "from tests.queries.town import town; from viz.draw import *;"
        "store = open_store(':memory:'); store.replace(Facts(), town());"
        "found = draw_workload(store), draw_lineage(store), draw_leader(store, ('ran',)), draw_months(store);"
        "pages = b''.join(write(one.picture, form) for one in found for form in ('html', 'svg'));"
        "print(hashlib.sha256(pages).hexdigest())"
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
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_workload_is_looked_at_in_three_ways(store: Store) -> None:
    titles = {look: draw_workload(store, PENGLAI, look=look).picture.title for look in LOOKS}
    assert titles == {
        "workload": "蓬莱镇工作负荷网络",
        "ranking": "蓬莱镇工作负荷排名",
        "together": "蓬莱镇领导与单位共同任务",
    }


def test_a_picture_names_its_papers_and_their_days(store: Store) -> None:
    for found in (
        *(draw_workload(store, PENGLAI, look=look) for look in LOOKS),
        draw_duties(store, ("plan1",)),
        draw_plan(store, ("plan1",)),
        draw_leader(store, RAN),
        draw_months(store, PENGLAI),
        draw_lineage(store, PENGLAI),
    ):
        note = found.picture.notes[-1]
        assert (note.heading, note.drawn) == ("依据", True)
        assert "〔2021〕50号" in note.sentences[0]
        assert "2021-08-19" in note.sentences[0]


def test_a_picture_of_nothing_rests_on_nothing(store: Store) -> None:
    assert [note.heading for note in draw_duties(store, ("plan3",)).picture.notes] == ["怎样看"]
