"""A copy of a store is equal to it, and is made only where nothing else stands."""

import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from graph.decisions.decisions import Decisions, decision
from graph.errors import StoreError
from graph.facts import Facts, Value
from graph.refresh.refresh import rebuild
from graph.stores.copying import copy
from graph.stores.decisions import stored_decisions
from graph.stores.ladybug.store import LadybugStore
from graph.stores.open import open_store, open_target
from graph.stores.protocol import Row, Store
from graph.stores.read_back import page_nodes, read_all, read_records
from graph.stores.state import read_state
from tests.graph.examples import edge, everything, facts, node

MANY = [node("Task", f"t{n:05}") for n in range(4500)]
UNIT = node("Unit", "u")
SCOPE, NAMES = "大英县/蓬莱镇", ("农业服务中心", "农业综合服务中心")
MADE = decision("same", "unit", SCOPE, *NAMES, who="王五", decided_on="2021-08-19T09:00:00+08:00", why="同一机构")
SAME = Decisions().with_(MADE)
OTHERWISE = Decisions().with_(decision("different", "unit", SCOPE, *NAMES))


@pytest.fixture
def two() -> Iterator[tuple[Store, Store]]:
    """Two empty stores in memory."""
    with closing(open_store(":memory:")) as one, closing(open_target(":memory:")) as other:
        yield one, other


def test_everything_is_copied(two: tuple[Store, Store]) -> None:
    source, target = two
    source.replace(Facts(), everything())
    assert copy(source, target) == (len(everything().nodes), len(everything().edges))
    assert read_all(target) == everything()


@pytest.mark.slow
def test_many_pages_are_copied_and_nothing_is_an_end_too(two: tuple[Store, Store]) -> None:
    source, target = two
    assert copy(source, target) == (0, 0)
    source.replace(Facts(), facts(UNIT, *MANY, *(edge("LEADS", UNIT, task) for task in MANY)))
    assert [len(page) for page in page_nodes(source, "Task")] == [2000, 2000, 500]
    assert copy(source, target) == (4501, 4500)
    assert read_all(target) == read_all(source)


def test_a_copy_that_was_broken_off_is_finished_by_copying_again(two: tuple[Store, Store]) -> None:
    source, target = two
    source.replace(Facts(), everything())
    target.replace(Facts(), Facts(nodes=everything().nodes[:3]))
    copy(source, target)
    copy(source, target)
    assert read_all(target) == everything()


def test_a_target_that_holds_something_else_is_refused_and_left_alone(two: tuple[Store, Store]) -> None:
    source, target = two
    source.replace(Facts(), everything())
    target.replace(Facts(), facts(UNIT))
    with pytest.raises(StoreError, match="holds other documents"):
        copy(source, target)
    assert read_all(target) == facts(UNIT)


def test_a_target_with_a_relationship_too_many_is_told(two: tuple[Store, Store]) -> None:
    source, target = two
    task = node("Task", "t")
    source.replace(Facts(), facts(UNIT, task))
    target.replace(Facts(), facts(UNIT, task, edge("LEADS", UNIT, task)))
    with pytest.raises(StoreError, match="holds more than"):
        copy(source, target)


def test_decisions_go_along_and_the_target_keeps_a_state_of_its_own(two: tuple[Store, Store]) -> None:
    source, target = two
    token = read_state(target).token
    rebuild(source, SAME)
    copy(source, target)
    assert stored_decisions(target) == SAME
    assert read_records(target, "Decision") == read_records(source, "Decision")
    after = read_state(target)
    assert (after.token, after.unfinished, after.rules) == (token, False, read_state(source).rules)


def test_a_target_that_has_decided_otherwise_is_refused_and_left_alone(two: tuple[Store, Store]) -> None:
    source, target = two
    rebuild(source, SAME)
    rebuild(target, OTHERWISE)
    with pytest.raises(StoreError, match="holds other decisions"):
        copy(source, target)
    assert stored_decisions(target) == OTHERWISE


class Changing(LadybugStore):
    """A store that is changed as soon as its decisions are read."""

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        rows = super().read(cypher, params)
        if "n:Decision" in cypher:
            self.replace(facts(UNIT), facts(node("Unit", "u", name="另一个名称")))
        return rows


def test_a_source_that_is_changed_meanwhile_is_told() -> None:
    with closing(Changing(":memory:")) as source, closing(open_target(":memory:")) as target:
        source.replace(Facts(), facts(UNIT))
        with pytest.raises(StoreError, match="was changed meanwhile: copy it again"):
            copy(source, target)
        assert read_state(target).unfinished


@pytest.mark.slow
def test_a_copy_that_was_killed_is_opened_only_to_copy_again(tmp_path: Path) -> None:
    old, new = str(tmp_path / "old.lbug"), str(tmp_path / "new.lbug")
    many = facts(UNIT, *MANY, *(edge("LEADS", UNIT, task) for task in MANY))
    with closing(open_store(old)) as source:
        source.replace(Facts(), many)
    with copying_elsewhere(old, new) as program:
        program.kill()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="holds an unfinished copy"):
            open_store(new, read_only=read_only)
    with closing(open_store(old, read_only=True)) as source, closing(open_target(new)) as target:
        assert 0 < len(read_all(target).nodes) < len(many.nodes)
        copy(source, target)
    with closing(open_store(new, read_only=True)) as copied:
        assert read_all(copied) == Facts(tuple(sorted(many.nodes, key=lambda n: (n.label, n.id))), many.edges)


@contextmanager
def copying_elsewhere(old: str, new: str) -> Iterator[subprocess.Popen[str]]:
    """Another program that copies, and stays where it has written a page of tasks."""
    code = """
        import sys
        from graph.stores import copying
        from graph.stores.copying import copy
        from graph.stores.ladybug.store import LadybugStore
        from graph.stores.open import open_store

        class Slow(LadybugStore):
            def replace(self, gone, facts):
                super().replace(gone, facts)
                if len(facts.nodes) == 2000:
                    print("copied", flush=True)
                    sys.stdin.read()

        copying.TOGETHER = 2000
        copy(open_store(sys.argv[1], read_only=True), Slow(sys.argv[2], unfinished_too=True))
    """
    command = [sys.executable, "-c", textwrap.dedent(code), old, new]
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "copied\n"
        yield program
