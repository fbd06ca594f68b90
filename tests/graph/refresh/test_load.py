"""Documents taken into a store from Python."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.decisions.decisions import Decisions, decision
from graph.derive.build import build
from graph.digests import rules_digest
from graph.refresh.load import held_copies, load
from graph.refresh.refresh import rebuild
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from graph.stores.state import change_state, read_state
from loaders.extract import extract

NAMES = ("mergers.txt", "notice.txt", "task-list.txt")


@pytest.fixture(scope="module")
def documents(root: Path) -> list[PlanDocument]:
    return [replace(extract(root / "examples" / name), path=name) for name in NAMES]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


def test_a_store_holds_what_the_documents_build(store: Store, documents: list[PlanDocument]) -> None:
    assert load(store, documents) == NAMES
    assert read_all(store) == build(documents)


def test_loading_again_changes_nothing(store: Store, documents: list[PlanDocument]) -> None:
    load(store, documents)
    assert load(store, documents) == ()
    assert read_all(store) == build(documents)


def test_a_document_takes_the_place_of_the_one_at_its_path(store: Store, documents: list[PlanDocument]) -> None:
    first, *_, last = documents
    load(store, [first])
    load(store, [replace(last, path=first.path)])
    assert held_copies(store) == {(last.sha256, first.path)}


def test_the_same_bytes_at_a_further_path_are_a_copy(store: Store, documents: list[PlanDocument]) -> None:
    first = documents[0]
    load(store, [first])
    assert load(store, [replace(first, path="again.txt")]) == ("again.txt",)
    assert held_copies(store) == {(first.sha256, first.path), (first.sha256, "again.txt")}


def test_decisions_are_obeyed(store: Store, documents: list[PlanDocument]) -> None:
    made = Decisions().with_(decision("same", "unit", "大英县/蓬莱镇", "司法所", "财政办"))
    rebuild(store, made)
    load(store, documents)
    assert read_all(store) == build(documents, made)
    assert read_all(store) != build(documents)


def test_a_graph_of_other_rules_is_built_again_first(store: Store, documents: list[PlanDocument]) -> None:
    load(store, documents[:1])
    change_state(store, replace(read_state(store), rules="rules of another version"))
    load(store, documents[1:])
    assert read_state(store).rules == rules_digest()
    assert read_all(store) == build(documents)
