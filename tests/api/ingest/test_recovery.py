"""What had been committed and was lost by damage to the log of a store: the next program that writes does it again."""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from api.ingest.checking.check import check
from api.ingest.loading.load import load
from api.ingest.upkeep.recovery import Recovered, corrections_with_lost, put_back, with_lost
from api.ingest.upkeep.up_to_date import keep_up
from graph.corrections.corrections import NONE, Anchor, Correction, in_order
from graph.corrections.nodes import correction_nodes
from graph.decisions.decisions import Decisions, decision
from graph.decisions.nodes import decision_nodes
from graph.errors import StoreError
from graph.facts import Facts, Node
from graph.history.entries import Deed, HistoryEntry
from graph.history.noting import noting
from graph.history.reading import history
from graph.refresh.refresh import rebuild
from graph.reports.nodes import report_nodes
from graph.reports.reports import TaskTerms, report
from graph.stores.decisions import stored_decisions
from graph.stores.loss import Loss
from graph.stores.open import open_again, open_store, read_loss
from graph.stores.read_back import read_all
from graph.stores.reports import record, stored_reports
from tests.api.papers import NOTICE, TASK_LIST, write

ROOT = Path(__file__).resolve().parents[3]
REPORT = report(TaskTerms("t1", "疏通沟渠"), "under way", today="2021-06-20", who="王芳")
SAME = decision("same", "unit", "大英县/蓬莱镇", "社事办", "党建办")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one paper."""
    where = tmp_path / "s.lbug"
    with closing(open_store(str(where))) as opened:
        load(opened, [write(tmp_path, "通知.txt", NOTICE)])
    return where


def killed_after(code: str, where: Path, *arguments: str) -> None:
    """A program that changes the store and dies without closing it; then the log is as if none of it was there."""
    log = where.with_name(where.name + ".wal")
    before = log.stat().st_size if log.exists() else 0
    whole = f"""
        import os, sys
        from api.ingest.loading.load import load
        from api.uploads.removal import remove
        from graph.refresh.refresh import rebuild
        from graph.stores.open import open_store
        from tests.api.ingest.test_recovery import *
        store, arguments = open_store(sys.argv[1]), sys.argv[2:]
        {code}
        os._exit(9)
    """
    command = [sys.executable, "-c", textwrap.dedent(whole), str(where), *arguments]
    assert subprocess.run(command, check=False, timeout=60, cwd=ROOT).returncode == 9
    content = bytearray(log.read_bytes())
    content[max(before, 400) :] = b"\x55" * (len(content) - max(before, 400))
    log.write_bytes(content)
    with pytest.raises(StoreError, match="lacks what had been committed"):
        open_store(str(where), read_only=True)


def fresh(tmp_path: Path, *papers: Path, decisions: Decisions | None = None) -> Facts:
    """What a new store holds into which these papers are loaded."""
    with closing(open_store(str(tmp_path / "fresh.lbug"))) as store:
        if decisions is not None:
            rebuild(store, decisions)
        load(store, papers)
        return read_all(store)


def test_a_lost_load_is_read_again_from_where_it_was_loaded(tmp_path: Path, store: Path) -> None:
    other = write(tmp_path / "b", "清单.txt", TASK_LIST)
    killed_after("load(store, arguments)", store, str(other))
    with closing(open_store(str(store))) as opened:
        assert keep_up(opened).recovered == Recovered(files=("清单.txt",))
        assert read_all(opened) == fresh(tmp_path, tmp_path / "通知.txt", other)
        assert not read_loss(str(store))
        assert not keep_up(opened).recovered


def test_a_lost_file_that_lies_nowhere_any_more_is_named_until_it_is_loaded(tmp_path: Path, store: Path) -> None:
    other = write(tmp_path / "b", "清单.txt", TASK_LIST)
    killed_after("load(store, arguments)", store, str(other))
    moved = other.rename(tmp_path / "清单.txt")
    for _ in range(2):
        with closing(open_store(str(store))) as opened:
            assert keep_up(opened).recovered == Recovered(missing=("清单.txt",))
    with closing(open_store(str(store))) as opened:
        load(opened, [moved])
        assert not read_loss(str(store))
        assert not keep_up(opened).recovered.missing
        assert read_all(opened) == fresh(tmp_path, tmp_path / "通知.txt", moved)


def test_a_lost_unload_is_done_again(tmp_path: Path, store: Path) -> None:
    other = write(tmp_path / "b", "清单.txt", TASK_LIST)
    with closing(open_store(str(store))) as opened:
        load(opened, [other])
    killed_after("remove(store, arguments[0])", store, "通知.txt")
    with closing(open_store(str(store))) as opened:
        assert keep_up(opened).recovered == Recovered(files=("通知.txt",))
        assert read_all(opened) == fresh(tmp_path, other)


def test_a_lost_decision_is_taken_in_again_and_a_lost_undoing_taken_back(tmp_path: Path, store: Path) -> None:
    decided = Decisions().with_(SAME)
    killed_after("rebuild(store, Decisions().with_(SAME))", store)
    with closing(open_store(str(store))) as opened:
        assert keep_up(opened).recovered == Recovered(decisions=1)
        assert stored_decisions(opened) == decided
        assert read_all(opened) == fresh(tmp_path, tmp_path / "通知.txt", decisions=decided)
    killed_after("rebuild(store, Decisions())", store)
    with closing(open_store(str(store))) as opened:
        assert keep_up(opened).recovered == Recovered(decisions=1)
        assert stored_decisions(opened) == Decisions()


def test_a_lost_report_is_recorded_again(tmp_path: Path, store: Path) -> None:
    killed_after("record(store, [REPORT])", store)
    with closing(open_store(str(store))) as opened:
        assert [one.fault for one in check(opened).findings] == ["lost"]
        assert keep_up(opened).recovered == Recovered(reports=1)
        assert [one.said for one in stored_reports(opened).all] == [REPORT.said]
        assert read_all(opened) == fresh(tmp_path, tmp_path / "通知.txt")
        assert not read_loss(str(store))
        assert check(opened).whole


def test_lost_entries_of_the_history_are_back_before_what_is_put_back_is_told(tmp_path: Path) -> None:
    entry = HistoryEntry(1, "2021-06-01T08:00:00+08:00", Deed("王芳", "report"), ())
    loss = Loss(records=(*report_nodes([REPORT]), entry.node))
    with closing(open_store(str(tmp_path / "s.lbug"))) as opened:
        put_back(noting(opened, Deed("", "upkeep")), loss)
        assert [(one.number, one.deed.act) for one in history(opened)] == [(1, "report"), (2, "upkeep")]
        assert [one.said for one in stored_reports(opened).all] == [REPORT.said]


def test_a_report_that_was_changed_by_hand_is_found(store: Path) -> None:
    with closing(open_store(str(store))) as opened:
        [made] = record(opened, [REPORT]).new
        [node] = report_nodes([made])
        other = {**node.properties, "note": "另说"}
        opened.replace(Facts(), Facts(nodes=(Node(node.label, node.id, other),)))
        assert [(one.fault, one.what) for one in check(opened).findings] == [("differs", node.id)]


def test_decisions_are_joined_with_those_that_were_lost() -> None:
    (node,) = decision_nodes(Decisions().with_(SAME))
    assert with_lost(Decisions(), Loss(records=(node,))) == Decisions().with_(SAME)
    assert with_lost(Decisions().with_(SAME), Loss(undone=(node.id,))) == Decisions()


def test_corrections_are_joined_with_those_that_were_lost() -> None:
    at = Anchor("方案.txt", "task", "盘活资产", 1, 1, "ab" * 32)
    made = in_order([Correction("no_task", at)])
    (node,) = correction_nodes(made)
    lost = Loss(records=(node, *decision_nodes(Decisions().with_(SAME))))
    assert Loss.of_rows(lost.as_rows()) == lost
    assert corrections_with_lost(NONE, lost) == made
    assert corrections_with_lost(made, Loss(undone=(node.id,))) == NONE


def test_what_was_lost_and_lies_nowhere_is_found_until_it_is_loaded_again(tmp_path: Path) -> None:
    where = tmp_path / "s.lbug"
    with closing(open_store(str(where))) as store:
        load(store, [write(tmp_path, "通知.txt", NOTICE)])
    other = write(tmp_path / "b", "清单.txt", TASK_LIST)
    killed_after("load(store, arguments)", where, str(other))
    moved = other.rename(tmp_path / "清单.txt")
    with closing(open_store(str(where))) as store:
        keep_up(store)
        found = check(store).findings
        assert [(one.fault, one.what) for one in found if one.fault == "lost"] == [("lost", "清单.txt")]
        load(store, [moved])
        assert not check(store).findings


def _flipped(where: Path) -> None:
    content = bytearray(where.read_bytes())
    content[-8000:-7950] = b"\xff" * 50
    where.write_bytes(content)


def _emptied(where: Path) -> None:
    where.write_bytes(b"")


@pytest.mark.parametrize("harm", [_flipped, _emptied, Path.unlink], ids=["flipped", "emptied", "removed"])
def test_a_damaged_store_is_made_again_from_its_documents_and_decisions(
    tmp_path: Path, store: Path, harm: Callable[[Path], None]
) -> None:
    decided = Decisions().with_(SAME)
    other = write(tmp_path / "b", "清单.txt", TASK_LIST)
    with closing(open_store(str(store))) as opened:
        rebuild(opened, decided)
        load(opened, [other])
    harm(store)
    for opening in (open_store, partial(open_store, read_only=True)):
        with pytest.raises(StoreError, match="plangraph rebuild"):
            opening(str(store))
    with closing(open_again(str(store))) as opened:
        assert keep_up(opened).recovered == Recovered(files=("清单.txt", "通知.txt"), decisions=1)
        assert read_all(opened) == fresh(tmp_path, tmp_path / "通知.txt", other, decisions=decided)
        assert stored_decisions(opened) == decided
        assert not read_loss(str(store))
    assert store.with_name("s.lbug.damaged").exists() is (harm is not Path.unlink)
    with closing(open_again(str(store))) as opened:
        assert not keep_up(opened).recovered


def test_entries_of_the_history_that_were_lost_are_put_back_before_new_ones_are_noted(
    tmp_path: Path, store: Path
) -> None:
    other = write(tmp_path / "b", "清单.txt", TASK_LIST)
    killed_after("load(store, arguments)", store, str(other))
    with closing(open_store(str(store))) as opened:
        assert [one.number for one in history(opened)] == [1]
        keep_up(noting(opened, Deed("王敏")))
        entries = history(opened)
        assert [(one.number, one.deed.act) for one in entries] == [(1, "load"), (2, "load"), (3, "upkeep")]
        assert not read_loss(str(store))
        assert check(opened).whole
