"""What every store does, whatever its engine: the contract of `graph.stores.protocol.Store`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError, UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import count, read_all
from tests.graph.examples import edge, everything, facts, node

OFFICE = node("Unit", "u1", name="社事办", aliases=("社事办", "镇社事办"))
TASK = node("Task", "t1", title="盘活资产", due_dates=("2021-12-31",))
LEADS = edge("LEADS", OFFICE, TASK, position=1, basis="label", sources=("p1",))


@pytest.fixture(params=["memory", "file", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    if request.param == "neo4j":
        store = open_store(request.getfixturevalue("neo4j"))
    else:
        store = open_store(":memory:" if request.param == "memory" else str(tmp_path / "plangraph.lbug"))
    yield store
    store.close()


def test_what_is_written_is_read_back_equal(store: Store) -> None:
    store.replace(Facts(), everything())
    assert read_all(store) == everything()


def test_writing_the_same_again_changes_nothing(store: Store) -> None:
    store.replace(Facts(), everything())
    store.replace(Facts(), everything())
    store.replace(everything(), everything())
    assert read_all(store) == everything()


def test_what_is_gone_is_gone_and_what_stands_in_both_stays(store: Store) -> None:
    store.replace(Facts(), facts(OFFICE, TASK, LEADS))
    store.replace(facts(TASK, LEADS), facts(node("Plan", "p1")))
    assert read_all(store) == facts(OFFICE, node("Plan", "p1"))


def test_a_changed_property_is_changed_in_place(store: Store) -> None:
    store.replace(Facts(), facts(OFFICE, TASK, LEADS))
    other = edge("LEADS", OFFICE, TASK, position=2, sources=())
    store.replace(facts(LEADS), facts(other))
    assert read_all(store).edges == (other,)


def test_removing_everything_leaves_an_empty_graph(store: Store) -> None:
    store.replace(Facts(), everything())
    store.replace(everything(), Facts())
    assert read_all(store) == Facts()
    assert count(store) == (0, 0)


def test_a_node_that_others_hold_on_to_cannot_go_and_nothing_of_that_change_happens(store: Store) -> None:
    store.replace(Facts(), facts(OFFICE, TASK, LEADS))
    with pytest.raises(StoreError):
        store.replace(facts(OFFICE), facts(node("Plan", "p1")))
    assert read_all(store) == facts(OFFICE, TASK, LEADS)


def test_many_rows_go_in_several_batches(store: Store) -> None:
    tasks = [node("Task", f"t{n:04}") for n in range(2500)]
    store.replace(Facts(), facts(OFFICE, *tasks, *(edge("LEADS", OFFICE, task, position=1) for task in tasks)))
    rows = store.read("MATCH (u:Unit {id: $unit})-[:LEADS]->(t:Task) RETURN count(t) AS tasks", {"unit": "u1"})
    assert rows == [{"tasks": 2500}]


def test_lists_come_as_tuples_and_nulls_as_empty_words(store: Store) -> None:
    store.replace(Facts(), facts(OFFICE))
    rows = store.read("MATCH (u:Unit) OPTIONAL MATCH (u)-[:LEADS]->(t:Task) RETURN u.aliases AS aliases, t.id AS task")
    assert rows == [{"aliases": ("社事办", "镇社事办"), "task": ""}]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Person {id: 'x'})",
        "MATCH (n:Unit) SET n.name = 'x'",
        "MATCH (n:Unit) DETACH DELETE n",
        "MATCH (n:Unit) RETURN n.id; MATCH (n:Unit) DETACH DELETE n",
        "RETURN 1; COMMIT; CREATE (n:Person {id: 'x'})",
        "/* MATCH */ COPY (MATCH (n:Unit) RETURN n.id) TO 'x.csv'",
        "LOAD FROM '/etc/passwd' RETURN *",
        "MATCH (n:Unit RETURN n",
        "MATCH (n:NoSuchLabel {id: 'x'}) RETURN n.id AS id;;",
        "",
    ],
)
def test_a_text_that_would_write_or_is_no_query_is_refused(store: Store, text: str) -> None:
    store.replace(Facts(), facts(OFFICE))
    with pytest.raises(UsageError):
        store.read(text)
    assert read_all(store) == facts(OFFICE)


def test_a_comment_may_stand_before_a_query(store: Store) -> None:
    assert store.read("// all of it\n/* counted */ MATCH (n:Unit) RETURN count(n) AS n") == [{"n": 0}]


def test_an_address_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="no store that plangraph knows"):
        open_store("ftp://example.org")
