"""What a store says of itself: a number that every change raises, a token of its own, and what others left."""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from graph.digests import rules_digest
from graph.errors import StoreError
from graph.facts import Facts
from graph.model import RECORDS
from graph.stores import ddl
from graph.stores.open import open_store, open_target
from graph.stores.protocol import Store
from graph.stores.read_back import count, read_all
from graph.stores.state import change_state, read_state
from tests.graph.examples import edge, facts, node
from tests.graph.older import make_older, run

UNIT, TASK = node("Unit", "u1", name="社事办"), node("Task", "t1")
LEADS = edge("LEADS", UNIT, TASK, position=1, basis="label", sources=("p1",))


@pytest.fixture(params=["memory", "file", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    if request.param == "neo4j":
        store = open_store(request.getfixturevalue("neo4j"))
    else:
        store = open_store(":memory:" if request.param == "memory" else str(tmp_path / "s.lbug"))
    yield store
    store.close()


def test_a_new_store_is_made_by_this_program(store: Store) -> None:
    state = read_state(store)
    assert (state.model, state.rules, state.readers) == (ddl.model_digest(), rules_digest(), "")
    assert not state.unfinished
    assert state.token


def test_every_change_raises_the_number_and_no_failed_one_does(store: Store) -> None:
    first = read_state(store).number
    store.replace(Facts(), facts(UNIT, TASK, LEADS))
    assert read_state(store).number == first + 1
    with pytest.raises(StoreError):
        store.replace(facts(UNIT), facts(node("Plan", "p1")))
    assert read_state(store).number == first + 1
    store.replace(facts(UNIT, TASK, LEADS), facts(UNIT, TASK, LEADS))
    assert read_state(store).number == first + 1, "nothing has changed"
    store.replace(facts(LEADS), Facts())
    assert read_state(store).number == first + 2


def test_only_the_number_and_what_was_changed_are_others_after_a_change_of_the_state(store: Store) -> None:
    before = read_state(store)
    change_state(store, replace(before, taken_in=("a", "b")))
    assert read_state(store) == replace(before, taken_in=("a", "b"), number=before.number + 1)


def test_what_a_store_says_of_itself_is_no_fact(store: Store) -> None:
    assert {one.label for one in RECORDS} == {"Decision", "Correction", "Report", "State", "HistoryEntry"}
    assert (read_all(store), count(store)) == (Facts(), (0, 0))


def test_two_stores_never_have_a_state_of_one_name() -> None:
    with closing(open_store(":memory:")) as one, closing(open_store(":memory:")) as other:
        assert read_state(one).number == read_state(other).number
        assert read_state(one).name != read_state(other).name


def test_the_number_is_that_of_the_changes_that_are_in_after_a_program_was_killed(tmp_path: Path, root: Path) -> None:
    where = str(tmp_path / "s.lbug")
    code = """
        import sys
        from graph.facts import Facts
        from graph.stores.open import open_store
        from tests.graph.examples import facts, node
        store = open_store(sys.argv[1])
        for number in range(10_000):
            store.replace(Facts(), facts(*(node("Task", f"{number}-{n}") for n in range(20))))
            if number == 20:
                print("many", flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "many\n"
        program.kill()
    with closing(open_store(where)) as store:
        assert read_state(store).number * 20 == count(store)[0] > 400


@pytest.fixture
def older(tmp_path: Path) -> str:
    """The path of a store with some facts that an older version of the program made."""
    where = str(tmp_path / "old.lbug")
    with closing(open_store(where)) as store:
        store.replace(Facts(), facts(UNIT, TASK, LEADS, node("File", "f1", paths=("通知.txt",), format="txt")))
    make_older(where)
    return where


def test_an_older_store_is_brought_up_to_date_when_it_is_opened_to_be_written(older: str) -> None:
    with closing(open_store(older)) as store:
        assert read_all(store) == facts(UNIT, TASK, LEADS, node("File", "f1", paths=("通知.txt",), format="txt"))
        state = read_state(store)
        assert (state.model, state.rules) == (ddl.model_digest(), ""), "its facts are to be built again"
        store.replace(Facts(), facts(node("File", "f2", read_by="r")))
        assert read_state(store).number == state.number + 1


def test_an_older_store_is_not_read_as_it_is_and_the_sentence_says_what_to_do(older: str) -> None:
    with pytest.raises(StoreError, match="another version of plangraph: plangraph rebuild --store"):
        open_store(older, read_only=True)


def test_an_older_store_is_not_read_before_its_facts_are_built_again(older: str) -> None:
    open_store(older).close()
    with pytest.raises(StoreError, match="another version of plangraph: plangraph rebuild --store"):
        open_store(older, read_only=True)
    with closing(open_store(older)) as store:
        change_state(store, replace(read_state(store), rules=rules_digest()))
    open_store(older, read_only=True).close()


def test_an_older_store_with_an_unfinished_copy_is_still_unfinished(tmp_path: Path) -> None:
    where = str(tmp_path / "half.lbug")
    open_store(where).close()
    make_older(where, unfinished=True)
    with pytest.raises(StoreError, match="holds an unfinished copy"):
        open_store(where)
    with closing(open_target(where)) as store:
        assert read_state(store).unfinished
    with pytest.raises(StoreError, match="holds an unfinished copy"):
        open_store(where)


def test_a_store_that_knows_more_than_this_program_is_refused_and_left_alone(older: str) -> None:
    run(older, "ALTER TABLE Task ADD mood STRING DEFAULT ''")
    for _ in range(2):
        with pytest.raises(StoreError, match="newer version of plangraph: use that"):
            open_store(older)


def test_an_older_store_gets_the_relationships_that_it_could_not_hold(older: str) -> None:
    run(older, "DROP TABLE CONFLICTS", "DROP TABLE LOCATED_IN", "CREATE REL TABLE LOCATED_IN(FROM Unit TO Place)")
    place, person = node("Place", "p"), node("Person", "q")
    passage, other = node("Passage", "a"), node("Passage", "b")
    said = (edge("LOCATED_IN", person, place), edge("CONFLICTS", passage, other))
    with closing(open_store(older)) as store:
        store.replace(Facts(), facts(place, person, passage, other, *said))
        assert {one.type for one in read_all(store).edges} == {"LEADS", "LOCATED_IN", "CONFLICTS"}


def test_a_file_of_the_engine_with_other_tables_is_no_store_of_ours(tmp_path: Path) -> None:
    where = str(tmp_path / "films.lbug")
    run(where, "CREATE NODE TABLE Film(title STRING, PRIMARY KEY(title))")
    with pytest.raises(StoreError, match="holds data of another kind"):
        open_store(where)


def test_a_store_whose_state_was_taken_out_by_hand_gets_another_and_is_to_be_built_again(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    with closing(open_store(where)) as store:
        token = read_state(store).token
    run(where, "MATCH (s:State) DELETE s")
    with closing(open_store(where)) as store:
        state = read_state(store)
    assert state.rules == ""
    assert state.token != token
