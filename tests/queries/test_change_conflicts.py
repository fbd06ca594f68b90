"""Two papers that date one change of places otherwise: one change, and both passages wherever it is told."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.refresh.delta import Delta
from graph.refresh.refresh import refresh
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from queries.ask import ask
from queries.audit import audit
from queries.lineage import lineage, notes
from queries.resolve import ids_of
from tests.graph.saying import document, merger

MERGER = merger(3, "甲村 乙村", "丙村")
LATER = document(
    replace(MERGER, on="2020-05", earliest="2020-05-01", latest="2020-05-31"),
    name="late.txt",
    issued_on="2021-03-01",
    title="村情简介",
)
OLDER = document(
    replace(MERGER, on="2019-12", earliest="2019-12-01", latest="2019-12-31"),
    name="old.txt",
    issued_on="2020-01-05",
    title="关于村级建制调整的通知",
    issuer="大英县人民政府",
)
VALUES = ("2019-12", "2020-05")
SOURCES = ("old.txt:3", "late.txt:3")


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), build([LATER, OLDER]))
        yield store


def test_it_is_one_change_at_the_date_of_the_oldest_paper(store: Store) -> None:
    (change,) = ask(store, "changes/list")
    assert (change["stated_on"], change["before"], change["after"]) == ("2019-12", ("乙村", "甲村"), ("丙村",))


def test_conflicts_list_it_with_both_passages(store: Store) -> None:
    (row,) = ask(store, "conflicts/list")
    (change,) = ask(store, "changes/list")
    assert (row["title"], row["field"], row["values"], row["sources"]) == (
        "乙村、甲村 → 丙村",
        "stated_on",
        VALUES,
        SOURCES,
    )
    assert (row["task_id"], row["change_id"]) == ("", change["change_id"])
    assert ask(store, "conflicts/list", within=ids_of(store, "places", "蓬莱镇")) == [row]


def test_audit_tells_of_it(store: Store) -> None:
    found = [row for row in audit(store) if row["problem"] == "conflict"]
    assert [(row["title"], row["sources"]) for row in found] == [("乙村、甲村 → 丙村", SOURCES)]


def test_lineage_notes_both_dates_with_their_places(store: Store) -> None:
    (row,) = (row for row in lineage(store, ids_of(store, "places", "甲村")) if row["direction"] == "after")
    assert row["note"] == ("lineage.dates_differ",)
    assert row["note_values"]["dates"] == ["2019-12 (old.txt:3)", "2020-05 (late.txt:3)"]
    assert "2020-05 (late.txt:3)" in notes("zh", row)


@pytest.mark.parametrize("files", [(LATER, OLDER), (OLDER, LATER)])
def test_it_comes_and_goes_with_its_papers(files: tuple[PlanDocument, PlanDocument]) -> None:
    with closing(open_store(":memory:")) as store:
        for file in files:
            refresh(store, Delta(read=(file,)))
        assert read_all(store) == build(files)
        refresh(store, Delta(gone=frozenset({(files[0].sha256, files[0].path)})))
        assert read_all(store) == build(files[1:])
        assert ask(store, "conflicts/list") == []
