"""Reports in a store of each engine: appended once, never counted, kept by a rebuild, a copy and a restore."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.decisions.decisions import Decisions
from graph.errors import StoreError
from graph.refresh.refresh import rebuild
from graph.reports.reports import Report, TaskTerms, report
from graph.stores.copying import copy
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import count, read_all
from graph.stores.reports import record, stored_reports
from graph.stores.state import read_state


@pytest.fixture(params=["memory", "file", pytest.param("neo4j", marks=pytest.mark.slow)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    if request.param == "neo4j":
        store = open_store(request.getfixturevalue("neo4j"))
    else:
        store = open_store(":memory:" if request.param == "memory" else str(tmp_path / "s.lbug"))
    yield store
    store.close()


def said(state: str, task: str = "t1", **more: str) -> Report:
    return report(TaskTerms(task, "疏通沟渠"), state, today="2021-06-20", **more)


def test_a_report_is_recorded_once_however_often_it_comes(store: Store) -> None:
    coming = [said("under way", who="王芳"), said("reported done", "t2", day="2021-06-01")]
    first = record(store, coming)
    number = read_state(store).number
    again = record(store, coming)
    assert ([one.said for one in first.new], first.known) == ([one.said for one in coming], ())
    assert (again.new, len(again.known)) == ((), 2)
    assert read_state(store).number == number, "nothing was written"


def test_a_person_may_say_again_what_was_said_before_something_else(store: Store) -> None:
    for state, recorded in (("under way", 1), ("under way", 0), ("reported done", 1), ("under way", 1)):
        assert len(record(store, [said(state)], again=True).new) == recorded
    held = stored_reports(store).of("t1")
    assert [(one.state, one.turn) for one in held] == [("under way", 1), ("reported done", 0), ("under way", 0)]
    assert record(store, [said("reported done")]).new == (), "a sheet that comes again says nothing new"
    assert stored_reports(store).of("t1")[0].state == "under way"


def test_reports_are_no_facts_and_stay_when_all_facts_are_built_again(store: Store) -> None:
    record(store, [said("under way")])
    assert count(store) == (0, 0)
    assert read_all(store).nodes == ()
    before = stored_reports(store).all
    rebuild(store, Decisions())
    assert stored_reports(store).all == before


def test_reports_go_along_with_a_copy_and_others_are_refused(tmp_path: Path) -> None:
    with closing(open_store(":memory:")) as source, closing(open_store(str(tmp_path / "t.lbug"))) as target:
        record(source, [said("under way"), said("not started", "t2")])
        copy(source, target)
        assert stored_reports(target).all == stored_reports(source).all
        record(target, [said("reported done")])
        with pytest.raises(StoreError, match="holds other reports"):
            copy(source, target)
        assert len(stored_reports(target).all) == 3
