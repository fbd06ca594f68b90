"""A service on a server shows what other programs change there, without being started again."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from api.http.library import library as sharing
from api.http.library.library import Library
from graph.facts import Facts, Node
from graph.stores.open import open_store
from queries.ask import ask
from tests.queries.town import town


@pytest.fixture
def reader(neo4j: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library that only reads, as in a service without a token, and looks again at every question."""
    monkeypatch.setattr(sharing, "FRESH", 0.0)
    with closing(Library(open_store(neo4j, read_only=True))) as library:
        yield library


def seen(reader: Library) -> tuple[str, int, int]:
    """The name of the state, and how many tasks and leaders a service shows in it."""
    with reader.reading() as snapshot:
        tasks, leaders = (len(ask(snapshot.store, name)) for name in ("tasks/list", "leaders/list"))
        return snapshot.state, tasks, leaders


def test_what_another_program_loads_and_takes_out_is_seen(neo4j: str, reader: Library) -> None:
    before = seen(reader)
    assert before[1:] == (0, 0)
    with closing(open_store(neo4j)) as writer:
        writer.replace(Facts(), town())
        loaded = seen(reader)
        assert loaded[1] == 6
        assert loaded[0] != before[0]
        writer.replace(town(), Facts())
    assert seen(reader)[1:] == before[1:]
    assert len({before[0], loaded[0], seen(reader)[0]}) == 3, "every state has a name of its own"


def test_values_that_another_program_changes_are_seen_though_there_are_as_many(neo4j: str, reader: Library) -> None:
    with closing(open_store(neo4j)) as writer:
        writer.replace(Facts(), town())
        before = seen(reader)
        task = next(node for node in town().nodes if node.label == "Task")
        other = Node("Task", task.id, {**task.properties, "title": "另一个标题"})
        writer.replace(Facts((task,)), Facts((other,)))
    assert seen(reader)[0] != before[0]
    with reader.reading() as snapshot:
        assert "另一个标题" in {row["title"] for row in ask(snapshot.store, "tasks/list")}


def test_the_parts_of_a_copy_are_states_of_their_own(neo4j: str, reader: Library) -> None:
    with closing(open_store(neo4j)) as writer:
        writer.replace(Facts(), Facts(nodes=town().nodes))
        halfway = seen(reader)
        writer.replace(Facts(), Facts(edges=town().edges))
    assert halfway[1] == 0
    whole = seen(reader)
    assert whole[1] == 6
    assert whole[0] != halfway[0]
