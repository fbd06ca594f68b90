"""Every quote is found again in its file, or the facts that rest on it are named."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.checking.dependents import DependentFact
from api.ingest.checking.verify import verify
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import register_path
from api.ingest.loading.load import load
from graph.decisions.decisions import Decisions
from graph.durable_files import OLD, beside
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.api.papers import NOTICE, TASK_LIST, write

NONE = Decisions()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with two papers from the folder `papers`."""
    write(tmp_path / "papers", "通知.txt", NOTICE)
    write(tmp_path / "papers", "清单.txt", TASK_LIST)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [tmp_path / "papers"])
        yield store


def test_all_quotes_of_unchanged_files_hold(store: Store) -> None:
    verification = verify(store)
    assert verification.holds
    assert verification.files == 2
    assert store.read("MATCH (p:Passage) RETURN count(p) AS n") == [{"n": verification.quotes}]


def test_one_changed_character_names_the_facts_that_hang_on_it(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "papers", "通知.txt", NOTICE.replace("党政办、司法所", "党政办、司法局"))
    verification = verify(store)
    assert [(quote.path, quote.fault) for quote in verification.failed] == [("通知.txt", "changed")]
    facts = verification.failed[0].facts
    assert DependentFact("Task", ("开展清产核资",)) in facts
    assert DependentFact("LEADS", ("社事办", "开展清产核资")) in facts
    assert not any("盘活闲置校舍" in fact.names for fact in facts)


def test_facts_are_said_in_both_languages() -> None:
    assert DependentFact("Task", ("开展清产核资",)).words("zh") == "任务 开展清产核资"
    assert DependentFact("LEADS", ("社事办", "开展清产核资")).words("en") == "社事办 leads 开展清产核资"


def test_a_character_more_before_a_quote_harms_no_other_quote(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "papers", "通知.txt", NOTICE.replace("请认真落实", "请认真地落实"))
    assert verify(store).holds


def test_a_line_more_moves_the_quotes_behind_it(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "papers", "通知.txt", NOTICE.replace("现将方案", "\n现将方案"))
    assert {quote.fault for quote in verify(store).failed} == {"moved"}


def test_a_missing_file_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "papers" / "清单.txt").unlink()
    verification = verify(store)
    assert [file.path for file in verification.unopened] == ["清单.txt"]
    assert not verification.holds
    assert verification.files == 1


def test_without_a_register_files_are_looked_for_below_a_folder(store: Store, tmp_path: Path) -> None:
    register = register_path(store.where)
    assert register is not None
    register.unlink()
    beside(register, OLD).unlink(missing_ok=True)
    assert verify(store, base=tmp_path / "papers").holds
    assert not verify(store, base=tmp_path).holds


def test_uploads_are_found_beside_a_store_that_was_moved(store: Store, tmp_path: Path) -> None:
    (tmp_path / "papers").rename(uploads_folder(store.where))
    assert verify(store, base=tmp_path).holds


def test_quotes_of_markdown_hold_until_a_word_or_a_mark_inside_them_changes(tmp_path: Path) -> None:
    table = "| 任务 | 责任单位 |\n|---|---|\n| 修**渠** | [水利站](http://x.cn) |\n"
    paper = "# 修渠工作方案\n\n1. 植树。\n\n   **责任单位：**林业站\n\n2024年任务清单\n\n" + table
    write(tmp_path / "papers", "方案.md", paper)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [tmp_path / "papers"])
        assert verify(store).holds
        assert {row["n"] for row in store.read("MATCH (p:Passage) RETURN p.table_no AS n")} == {0, 1}
        write(tmp_path / "papers", "方案.md", paper.replace("修**渠**", "修渠"))
        assert [one.quote for one in verify(store).failed] == ["修**渠** | [水利站](http://x.cn)"]


def test_of_two_files_of_one_name_the_one_whose_bytes_were_read_is_compared(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    paper = write(tmp_path / "a", "通知.txt", NOTICE)
    with closing(open_store(where)) as store:
        load(store, [paper])
        write(uploads_folder(where), "通知.txt", TASK_LIST)
        moved = write(tmp_path / "base", "通知.txt", NOTICE)
        paper.unlink()
        assert verify(store, base=moved.parent).holds
