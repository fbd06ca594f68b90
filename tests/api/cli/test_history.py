"""`plangraph history`: who changed what; and that it goes along with backups and copies and is checked."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.facts import Facts
from graph.stores.open import DEFAULT_STORE, open_store
from graph.stores.read_back import read_records
from tests.api.conftest import Run
from tests.api.papers import NOTICE, TASK_LIST, write

Program = Callable[..., Run]
ROOT = Path(__file__).resolve().parents[3]


def rows(plangraph: Program, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(plangraph("history", "--json", *more).out)
    return found


@pytest.fixture
def changed(plangraph: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A store in which 王敏 loaded two papers and 李刚 took one of them out."""
    monkeypatch.setenv("PLANGRAPH_USER", "王敏")
    plangraph("load", write(home, "通知.txt", NOTICE), write(home, "清单.txt", TASK_LIST))
    monkeypatch.setenv("PLANGRAPH_USER", "李刚")
    plangraph("unload", "清单.txt")
    return plangraph


def test_the_latest_comes_first_with_who_and_what(changed: Program) -> None:
    found = rows(changed)
    assert [(one["number"], one["who"], one["act"]) for one in found] == [(2, "李刚", "unload"), (1, "王敏", "load")]
    assert {(one["change"], one["name"]) for one in found[1]["changes"]} == {
        ("added", "通知.txt"),
        ("added", "清单.txt"),
    }
    assert [(one["change"], one["name"]) for one in found[0]["changes"]] == [("removed", "清单.txt")]


def test_it_is_narrowed_to_a_person_and_to_a_time(changed: Program) -> None:
    assert [one["number"] for one in rows(changed, "--who", "王敏")] == [1]
    assert rows(changed, "--since", "9999-01-01") == []
    assert len(rows(changed, "--since", "2020")) == 2
    assert changed("history", "--since", "昨天").code == 2


def test_a_person_reads_it_in_words_and_json_does_not_depend_on_the_language(changed: Program) -> None:
    assert "移出 清单.txt" in changed("history", "--lang", "zh").out
    assert "removed 清单.txt" in changed("history", "--lang", "en").out
    assert changed("history", "--json", "--lang", "zh").out == changed("history", "--json", "--lang", "en").out


def test_other_bytes_at_a_path_are_one_change(changed: Program, home: Path) -> None:
    write(home, "通知.txt", NOTICE + "\n附件\n")
    changed("load", "通知.txt")
    assert [(one["change"], one["name"]) for one in rows(changed)[0]["changes"]] == [("replaced", "通知.txt")]


def test_a_copy_and_a_restored_backup_have_the_same_history(changed: Program) -> None:
    assert changed("backup", "b.zip").code == 0
    assert changed("restore", "b.zip", "--store", "r.lbug").code == 0
    assert changed("copy", "--to", "c.lbug").code == 0
    assert rows(changed, "--store", "r.lbug") == rows(changed, "--store", "c.lbug") == rows(changed)
    assert changed("backup", "again.zip", "--store", "r.lbug").code == 0


def test_a_store_is_not_copied_into_one_with_another_history(changed: Program, home: Path) -> None:
    changed("load", home / "通知.txt", "--store", "other.lbug")
    answer = changed("copy", "--to", "other.lbug")
    assert (answer.code, "another history" in answer.err) == (1, True)


def test_check_finds_an_entry_that_is_gone_and_a_file_that_no_entry_took_out(changed: Program) -> None:
    assert changed("check").code == 0
    with closing(open_store(DEFAULT_STORE)) as store:
        last = read_records(store, "HistoryEntry")[-1]
        store.replace(Facts(nodes=(last,)), Facts())
    answer = changed("check", "--json")
    assert answer.code == 1
    assert [(one["fault"], one["what"]) for one in json.loads(answer.out)] == [("history", "清单.txt")]
    with closing(open_store(DEFAULT_STORE)) as store:
        first = read_records(store, "HistoryEntry")[0]
        store.replace(Facts(nodes=(first,)), Facts(nodes=(last,)))
    found = json.loads(changed("check", "--json").out)
    assert [(one["fault"], one["what"]) for one in found] == [("history", "HistoryEntry 1")]


def test_while_a_service_has_the_store_a_decision_is_refused_with_where_it_can_be_taken(
    changed: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.cli.session.PATIENCE", 0.0)
    code = (
        "import sys; from graph.stores.open import open_store as of; s = of(sys.argv[1]); print(1, flush=True); input()"
    )
    held = [sys.executable, "-c", code, str(Path(DEFAULT_STORE).resolve())]
    with subprocess.Popen(held, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        answer = changed("decide", "same", "社事办", "党建办", "--lang", "zh")
        other.communicate(b"\n")
    assert answer.code == 1
    assert "请在网页“名称认定”（/proposals）上认定" in answer.err
    assert len(answer.err.splitlines()) == 1
