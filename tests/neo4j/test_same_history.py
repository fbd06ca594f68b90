"""Loading, loading again, other bytes, copies, decisions and unloading leave the same bytes on both engines."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.ask.corrections.correcting import correct, undo
from api.ask.corrections.corrections_made import Told, task_field
from api.ingest.loading.load import load
from api.uploads.removal import remove
from graph.decisions.decisions import Decisions, decision
from graph.derive.build import build
from graph.exports.rdf import to_turtle
from graph.refresh.delta import Copy
from graph.refresh.refresh import rebuild, refresh
from graph.statements import PlanDocument
from tests.api.papers import NOTICE, TASK_LIST, write
from tests.graph.invented import coming, papers
from tests.neo4j.pairs import Pair, pair

NONE = Decisions()
SAME = NONE.with_(decision("same", "unit", "大英县/蓬莱镇", "社事办", "党建办"))


@pytest.fixture
def stores(neo4j: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """Two empty stores, with an empty working folder for the register of the one on the server."""
    monkeypatch.chdir(tmp_path)
    with pair(neo4j, str(tmp_path / "s.lbug")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """Papers and the example documents."""
    shutil.copytree(root / "examples", tmp_path / "papers", ignore=shutil.ignore_patterns("*.md"))
    write(tmp_path / "papers", "通知.txt", NOTICE)
    write(tmp_path / "papers", "下/清单.txt", TASK_LIST)
    return tmp_path / "papers"


def test_a_history_of_loads_and_unloads_leaves_the_same_bytes(stores: Pair, folder: Path) -> None:
    first, again = ([load(store, [folder]) for store in stores.both] for _ in range(2))
    assert first[0] == first[1]
    loaded = stores.check_equal()
    assert again[0] == again[1]
    assert len(again[0].unchanged) == 8
    assert stores.check_equal() == loaded

    write(folder, "通知.txt", NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。"))
    write(folder, "抄件/通知.txt", NOTICE)
    changed = [load(store, [folder]) for store in stores.both]
    assert changed[0] == changed[1]
    assert "出租闲置校舍" in stores.check_equal()

    for name in ("mergers.txt", "抄件/通知.txt"):
        assert [remove(store, str(folder / name)).names for store in stores.both] == [(name,), (name,)]
        stores.check_equal()


def test_a_decision_changes_both_alike_and_can_be_taken_back(stores: Pair, folder: Path) -> None:
    for store in stores.both:
        load(store, [folder])
    before = stores.check_equal()
    unit = stores.embedded.read(
        "MATCH (a:Unit)-[:LOCATED_IN]->(p:Place {level: 'town'})-[:PART_OF]->(above:Place) "
        "RETURN a.name AS name, above.name + '/' + p.name AS scope ORDER BY name LIMIT 2"
    )
    same = NONE.with_(decision("same", "unit", str(unit[0]["scope"]), str(unit[0]["name"]), str(unit[1]["name"])))
    for store in stores.both:
        rebuild(store, same)
    assert stores.check_equal() != before
    for store in stores.both:
        rebuild(store, NONE)
    assert stores.check_equal() == before


def test_a_correction_changes_both_alike_and_can_be_taken_back(stores: Pair, folder: Path) -> None:
    for store in stores.both:
        load(store, [folder])
    before = stores.check_equal()
    task = str(stores.embedded.read("MATCH (t:Task) WHERE t.due <> '' RETURN min(t.id) AS id")[0]["id"])
    told = Told("张三", "2026-11-30T00:00:00+00:00", "原件如此")
    for store in stores.both:
        made = told.of(
            [
                task_field(store, task, "due_text", ["2022年3月底前"]),
                task_field(store, task, "lead_units", ["党政办"]),
            ]
        )
        assert correct(store, made) == made
    assert stores.check_equal() != before
    for one in made:
        for store in stores.both:
            undo(store, one.id)
    assert stores.check_equal() == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=papers(), data=st.data())
def test_any_order_of_loading_and_unloading_gives_the_same_bytes(
    stores: Pair, files: list[PlanDocument], data: st.DataObject
) -> None:
    stores.empty()
    for store in stores.both:
        rebuild(store, NONE)
    by_hash = {file.sha256: file for file in files}
    copies = [(file.sha256, path) for file in files for path in (file.path, f"又/{file.path}")]
    held = set[Copy]()
    decisions = NONE
    for wanted in data.draw(st.lists(st.sets(st.sampled_from(copies)), min_size=1, max_size=3)):
        for store in stores.both:
            refresh(store, coming(wanted, held, by_hash))
        held = wanted
        decisions = SAME if data.draw(st.booleans()) else decisions
        for store in stores.both:
            rebuild(store, decisions)
        fresh = build((replace(by_hash[sha256], path=path) for sha256, path in sorted(held)), decisions)
        assert stores.check_equal() == to_turtle(fresh)
