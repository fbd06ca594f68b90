"""Many rows at once: the same rows as by merging, none twice, and after a kill each change wholly in or wholly out."""

import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.facts import Edge, Facts, Node
from graph.refresh.comparison import not_found
from graph.stores import copying
from graph.stores.copying import copy
from graph.stores.ladybug import bulk, store_file
from graph.stores.ladybug.engine import Engine
from graph.stores.ladybug.folding import log_length
from graph.stores.open import open_store, open_target
from graph.stores.read_back import count, read_all
from tests.effort import examples
from tests.graph.examples import edge, everything, facts, node

ROOT = Path(__file__).resolve().parents[4]
SIGNS = "甲乙 ,;'\"\\[]{}()\r\n\t=-\x00\x01\x1f\x85\u2028\ufeff\u3000😀nul"
WORDS = st.text(alphabet=SIGNS, max_size=6)
LISTS = st.lists(WORDS | st.sampled_from(["null", "NULL", "a,b", "【一】", ""]), max_size=3).map(tuple)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the fewest rows be copied."""
    monkeypatch.setattr(bulk, "LEAST", 1)
    monkeypatch.setattr(bulk, "BYTES_A_ROW", 10**9)
    monkeypatch.setattr(bulk, "FEW", 1)


def portion(number: int, tasks: int = 1500) -> Facts:
    """A portion of many rows: tasks of a unit that all portions share."""
    unit = node("Unit", "u", name="党政办")
    own = [node("Task", f"{number}-{one}", title="清产核资", due_dates=("2021-12-31",)) for one in range(tasks)]
    places = [node("Place", f"{number}-{one}村") for one in range(tasks)]
    return facts(
        unit,
        *own,
        *places,
        *(edge("LEADS", unit, task, position=1) for task in own),
        *(edge("CONCERNS", task, place, sources=("p",)) for task, place in zip(own, places, strict=True)),
    )


@st.composite
def changes(draw: st.DrawFn) -> tuple[Facts, Facts, Facts]:
    """What a store holds, and what of it goes and what comes in its place, some of it held and some of it not."""

    def one(identity: str) -> Node:
        return node("Unit", identity, name=draw(WORDS), aliases=draw(LISTS), kind="body")

    def task(identity: str) -> Node:
        return node("Task", identity, title=draw(WORDS), due_dates=draw(LISTS), replaced=draw(st.booleans()))

    ids = st.sets(st.sampled_from(["一", "二", "a,b", '"', "c", "d"]), max_size=5)
    held, come = sorted(draw(ids)), sorted(draw(ids))
    had = [*map(one, held), *map(task, held)]
    units, tasks = [*map(one, come)], [*map(task, come)]
    edges = [edge("LEADS", a, b, position=draw(st.integers(0, 9)), sources=draw(LISTS)) for a in units for b in tasks]
    known = draw(st.sets(st.sampled_from(sorted({one.id for one in had})), max_size=5)) if had else set()
    return facts(*had), facts(*(one for one in had if one.id in known)), facts(*units, *tasks, *edges)


@pytest.mark.slow
@pytest.mark.usefixtures("at_once")
@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes())
def test_it_leaves_what_merging_leaves(
    tmp_path_factory: pytest.TempPathFactory, change: tuple[Facts, Facts, Facts]
) -> None:
    held, gone, come = change
    with closing(open_store(":memory:")) as merged:
        merged.replace(Facts(), held)
        merged.replace(gone, come)
        expected = read_all(merged)
    with closing(open_store(str(tmp_path_factory.mktemp("store") / "s.lbug"))) as copied:
        copied.replace(Facts(), held)
        copied.replace(gone, come)
        stored = read_all(copied)
        assert stored == expected
        assert list(not_found(copied, stored)) == []


@pytest.mark.usefixtures("at_once")
def test_all_kinds_of_facts_are_copied_and_stand_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    with closing(open_store(str(path))) as target:
        target.replace(Facts(), everything())
        assert log_length(path) == 0
        assert read_all(target) == everything()
        target.replace(Facts(), everything())
        assert count(target) == (len(everything().nodes), len(everything().edges))
    with closing(open_store(str(path))) as again:
        assert read_all(again) == everything()
    assert not path.with_name("s.lbug.folding.rows").exists()


@pytest.mark.parametrize("value", ["", "甲,乙", '"', "a\r\nb", "\x01", "a\x00b", "null", "\ufeff", "[甲]", "\\"])
@pytest.mark.usefixtures("at_once")
def test_a_value_comes_back_as_it_is(tmp_path: Path, value: str) -> None:
    told: tuple[str, ...] = (value, "", value)
    one = node("Unit", f"u{value}", name=value, aliases=told)
    with closing(open_store(str(tmp_path / "s.lbug"))) as target, closing(open_store(":memory:")) as merged:
        target.replace(Facts(), facts(one))
        merged.replace(Facts(), facts(one))
        assert read_all(target) == read_all(merged)


@pytest.mark.parametrize("folder", ["工作 方案", "a[1]", "it's", "50%*"])
def test_a_folder_may_have_any_name(tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "LEAST", 1)
    (tmp_path / folder).mkdir()
    with closing(open_store(str(tmp_path / folder / "s.lbug"))) as target:
        target.replace(Facts(), portion(1, 400))
        assert count(target) == (801, 800)


def test_a_change_that_cannot_be_made_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    unit, task = node("Unit", "v"), node("Task", "t")
    with closing(open_store(str(tmp_path / "s.lbug"))) as target:
        target.replace(Facts(), facts(unit, task, edge("LEADS", unit, task)))
        with pytest.raises(StoreError):
            target.replace(facts(unit), portion(1))
        assert read_all(target) == facts(unit, task, edge("LEADS", unit, task))
        target.replace(Facts(), portion(1))
        assert count(target) == (3003, 3001)


def test_a_disk_without_room_for_a_copy_takes_the_rows_by_merging(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_file.StoreFile, "has_room_for_copy", lambda *_: False)
    path = tmp_path / "s.lbug"
    with closing(open_store(str(path))) as target:
        target.replace(Facts(), portion(1))
        assert log_length(path) > 0
        assert read_all(target) == portion(1)


def test_a_copy_of_a_store_is_written_by_it_and_goes_on_where_it_was_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "TOGETHER", 5000)
    with closing(open_store(":memory:")) as source, closing(open_target(str(tmp_path / "t.lbug"))) as target:
        for number in range(2):
            source.replace(Facts(), portion(number, 1700))
        target.replace(Facts(), portion(1, 1700))
        copy(source, target)
        assert read_all(target) == read_all(source)


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A program that writes portion after portion, and tells of each that it has."""
    code = """
        import sys
        from graph.facts import Facts
        from graph.stores.open import open_store
        from tests.graph.stores.ladybug.test_bulk import portion
        store = open_store(sys.argv[1])
        for number in range(40):
            store.replace(Facts(), portion(number))
            print(number + 1, flush=True)
    """
    path = tmp_path / "s.lbug"
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        yield path, program
        program.kill()


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(8))
def test_a_program_that_is_killed_leaves_each_portion_wholly_in_or_out(
    writing: tuple[Path, "subprocess.Popen[str]"], moment: int
) -> None:
    path, program = writing
    assert program.stdout is not None
    told = int(program.stdout.readline())
    time.sleep(0.13 * moment)
    program.send_signal(signal.SIGKILL)
    told = max([told, *map(int, program.stdout.read().split())])
    with closing(open_store(str(path))) as left:
        nodes, edges = count(left)
        portions = (nodes - 1) // 3000
        assert told <= portions <= told + 1
        assert (nodes, edges) == (1 + 3000 * portions, 3000 * portions)
        stored = read_all(left)
        assert list(not_found(left, stored)) == []
        left.replace(Facts(), portion(portions))
        assert count(left)[0] == 1 + 3000 * (portions + 1)


def test_what_is_copied_stands_in_no_log(tmp_path: Path) -> None:
    """Why it goes through a copy of the file: an engine that logs it would need none."""
    path = tmp_path / "engine"
    rows = tmp_path / "rows"
    engine = Engine(str(path))
    engine.rows("CREATE NODE TABLE One(id STRING, PRIMARY KEY(id))")
    engine.checkpoint()
    rows.write_text('"a"\n"b"\n', encoding="utf-8")
    with engine.writing():
        engine.rows(f"COPY One FROM '{rows.as_posix()}' (file_format='csv', header=false)")
    engine.close()
    again = Engine(str(path))
    assert again.rows("MATCH (n:One) RETURN count(n) AS number") == [{"number": 0}]
    again.close()


def test_rows_of_other_labels_are_no_hindrance(tmp_path: Path) -> None:
    many: list[Node | Edge] = [node("Post", f"p{one}") for one in range(5000)]
    with closing(open_store(str(tmp_path / "s.lbug"))) as target:
        target.replace(Facts(), facts(node("Unit", "u")))
        target.replace(facts(node("Unit", "u")), facts(*many))
        assert read_all(target) == facts(*many)
