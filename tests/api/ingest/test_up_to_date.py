"""A graph is built again where it was built by other decisions or rules, and left alone where it was not."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest import up_to_date as in_force
from api.ingest.load import load
from api.ingest.up_to_date import keep_up
from graph.decisions.decisions import Decisions, decision
from graph.refresh.refresh import rebuild
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from tests.api.papers import NOTICE, write

NONE = Decisions()
SAME = NONE.with_(decision("same", "unit", "大英县/蓬莱镇", "社事办", "党建办"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with a paper, built without decisions."""
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [write(tmp_path, "通知.txt", NOTICE)], NONE)
        yield store


def test_a_graph_built_by_the_decisions_in_force_is_left_alone(store: Store) -> None:
    assert not keep_up(store, NONE)


def test_other_decisions_build_it_again_once(store: Store) -> None:
    before = read_all(store)
    assert keep_up(store, SAME)
    assert not keep_up(store, SAME)
    assert read_all(store) != before
    assert keep_up(store, NONE)
    assert read_all(store) == before


def test_other_rules_build_it_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_force, "_rules", lambda: "rules of another version")
    assert keep_up(store, NONE)


def test_without_a_digest_it_is_built_again(store: Store) -> None:
    before = read_all(store)
    rebuild(store, SAME)
    Path(store.where + ".rules").unlink()
    assert keep_up(store, NONE)
    assert read_all(store) == before


def test_an_empty_store_obeys_all_decisions(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        assert not keep_up(store, SAME)
        assert not keep_up(store, NONE)


def test_a_store_in_memory_keeps_no_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(open_store(":memory:")) as store:
        assert not keep_up(store, NONE)
    assert list(tmp_path.iterdir()) == []
