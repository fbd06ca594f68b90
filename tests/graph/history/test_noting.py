"""Every change is noted once, in the transaction of the change, whoever changes what."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.archive.lines import facts_digest
from graph.decisions.decisions import Decisions, decision
from graph.errors import StoreError
from graph.facts import Facts
from graph.history.changes import changes_of
from graph.history.entries import Deed, HistoryEntry, entries_in
from graph.history.noting import NotingStore, doing, noting
from graph.history.reading import history, missing_numbers, told_otherwise
from graph.refresh.delta import Delta
from graph.refresh.load import held_copies, load
from graph.refresh.refresh import rebuild, refresh
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import count, read_all
from graph.stores.state import read_state
from tests.graph.one_store import one_store
from tests.graph.saying import document, row

SAME = decision("same", "unit", "大英县/蓬莱镇", "农业服务中心", "农业综合服务中心", who="王敏", why="三定方案")
APART = decision("different", "unit", "大英县/蓬莱镇", "农业服务中心", "农业综合服务中心")


@pytest.fixture(params=["memory", "file", "neo4j"])
def plain(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine, that notes nothing by itself."""
    memory_or_file = ":memory:" if request.param == "memory" else str(tmp_path / "s.lbug")
    where = request.getfixturevalue("neo4j") if request.param == "neo4j" else memory_or_file
    with closing(open_store(where)) as store:
        yield store


def paper(number: int, path: str = "") -> PlanDocument:
    said = document(row(1, f"任务{number}", lead_units=("社事办",)), title=f"关于任务{number}的通知")
    return replace(said, path=path or f"{number}.txt", sha256=f"{number}" * 64)


def told(store: Store) -> list[tuple[str, str, str, str]]:
    """Who did what to which thing, in order."""
    return [
        (one.deed.act, change.change, change.label, str(change.told.get("path", change.told.get("verdict", ""))))
        for one in history(store)
        for change in one.changes
    ]


def test_a_load_an_unload_and_decisions_are_told_in_order(plain: Store) -> None:
    by = noting(plain, Deed("王敏"))
    load(by, [paper(1), paper(2)])
    refresh(doing(by, "unload"), Delta(gone=frozenset({("1" * 64, "1.txt")})))
    rebuild(doing(by, "decide"), Decisions((SAME,)))
    rebuild(doing(by, "decide"), Decisions((APART,)))
    rebuild(doing(by, "undo"), Decisions())
    assert told(plain) == [
        ("load", "added", "File", "1.txt"),
        ("load", "added", "File", "2.txt"),
        ("unload", "removed", "File", "1.txt"),
        ("decide", "added", "Decision", "same"),
        ("decide", "changed", "Decision", "different"),
        ("undo", "removed", "Decision", "different"),
    ]
    assert {one.deed.who for one in history(plain)} == {"王敏"}
    assert [one.number for one in history(plain)] == [1, 2, 3, 4, 5]
    changed = history(plain)[3].changes[0]
    assert (changed.was["verdict"], changed.was["why"], changed.told["why"]) == ("same", "三定方案", "")


def test_what_changes_nothing_leaves_no_entry_and_no_new_state(plain: Store) -> None:
    by = noting(plain, Deed("王敏"))
    load(by, [paper(1)])
    before = (history(plain), read_state(plain).number)
    load(by, [paper(1)])
    rebuild(by, Decisions())
    assert (history(plain), read_state(plain).number) == before


def test_a_file_at_two_paths_is_told_at_each(plain: Store) -> None:
    load(plain, [paper(1)])
    load(plain, [paper(1, "抄件.txt")])
    assert told(plain) == [("load", "added", "File", "1.txt"), ("load", "added", "File", "抄件.txt")]


def test_the_history_is_no_part_of_the_facts_their_count_and_their_digest(plain: Store) -> None:
    with closing(open_store(":memory:")) as other:
        load(noting(other, Deed("李刚")), [paper(2)])
        load(noting(other, Deed("李刚")), [paper(1)])
        load(noting(plain, Deed("王敏")), [paper(1), paper(2)])
        assert facts_digest(read_all(plain)) == facts_digest(read_all(other))
        assert count(plain) == count(other)
        assert history(plain) != history(other)


class Failing:
    """A store whose transactions fail."""

    def __init__(self, store: Store) -> None:
        self.where, self.engine, self.read, self.close = store.where, store.engine, store.read, store.close

    def replace(self, _gone: Facts, _facts: Facts) -> None:
        raise StoreError("store.failed", store=self.where, reason="no")


def test_a_change_that_fails_is_not_told(plain: Store) -> None:
    with pytest.raises(StoreError):
        load(noting(Failing(plain), Deed("王敏")), [paper(1)])
    assert history(plain) == ()
    assert held_copies(plain) == frozenset()


def test_the_change_and_its_entry_are_one_transaction(plain: Store) -> None:
    written: list[tuple[Facts, Facts]] = []

    class Watched(Failing):
        def replace(self, gone: Facts, facts: Facts) -> None:
            written.append((gone, facts))
            plain.replace(gone, facts)

    load(NotingStore(Watched(plain), Deed("王敏", "load"), lambda: "2026-01-02T03:04:05+08:00"), [paper(1)])
    noted = [facts for _, facts in written if any(node.label == "HistoryEntry" for node in facts.nodes)]
    assert [any(node.label == "File" for node in facts.nodes) for facts in noted] == [True]
    assert history(plain)[0].at == "2026-01-02T03:04:05+08:00"


def test_an_entry_is_read_as_it_was_written() -> None:
    changes = changes_of(Facts(), Facts(nodes=()))
    entry = HistoryEntry(7, "2026-01-02T03:04:05+08:00", Deed("王敏", "decide"), changes)
    assert entries_in([entry.node.properties]) == (entry,)
    assert entry.node.id == "000000000007"


DEEDS = st.lists(
    st.tuples(st.sampled_from(["load", "unload", "decide", "undo"]), st.integers(1, 4), st.booleans()), max_size=8
)


@settings(max_examples=15, deadline=None)
@given(DEEDS)
def test_the_history_tells_how_the_store_came_to_hold_what_it_does(deeds: list[tuple[str, int, bool]]) -> None:
    with one_store() as store:
        by = noting(store, Deed("王敏"))
        for act, number, other in deeds:
            path = "别名.txt" if other else f"{number}.txt"
            if act == "load":
                load(by, [paper(number, path)])
            elif act == "unload" and (f"{number}" * 64, path) in held_copies(store):
                refresh(doing(by, "unload"), Delta(gone=frozenset({(f"{number}" * 64, path)})))
            elif act in ("decide", "undo"):
                rebuild(doing(by, act), Decisions((APART if other else SAME,) if act == "decide" else ()))  # type: ignore[arg-type]
        entries = history(store)
        assert missing_numbers(entries) == ()
        assert list(told_otherwise(entries, held_copies(store))) == []
        made = [change.change for one in entries for change in one.changes if change.label == "Decision"]
        assert all(one != two or one == "changed" for one, two in pairwise(made))


def test_missing_entries_and_what_they_told_are_found(plain: Store) -> None:
    for number in (1, 2, 3):
        load(plain, [paper(number)])
    entries = history(plain)
    assert missing_numbers([entries[0], entries[2]]) == (2,)
    held = held_copies(plain) - {("3" * 64, "3.txt")}
    assert list(told_otherwise(entries, held)) == [(("3" * 64, "3.txt"), True)]


def test_a_history_that_an_older_store_lacks_begins_with_its_next_change(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        assert history(store) == ()
        load(store, [paper(1)])
        assert history(store)[0].number == 1
