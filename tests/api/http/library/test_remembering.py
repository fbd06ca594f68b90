"""What is remembered while the graph stays as it is, and what is too long for that."""

from contextlib import closing
from pathlib import Path

from api.http.library.remembering import Remembered, RememberingStore
from api.ingest.load import load
from graph.stores.open import open_store
from queries.ask import ask
from queries.once import in_passing, once


def test_what_was_found_is_found_once_until_it_is_forgotten() -> None:
    memory, asked = Remembered[str](20), []

    def find() -> str:
        asked.append(1)
        return "abc"

    assert [memory.get("a", find) for _ in range(3)] == ["abc"] * 3
    assert len(asked) == 1
    memory.forget()
    memory.get("a", find)
    assert len(asked) == 2


def test_what_would_take_most_of_a_memory_is_not_kept_and_pushes_nothing_out() -> None:
    memory = Remembered[str](20)
    memory.get("short", lambda: "abc")
    assert memory.get("long", lambda: "x" * 12) == "x" * 12
    assert memory.get("short", lambda: "other") == "abc"
    assert memory.get("long", lambda: "anew") == "anew"


def test_a_store_keeps_what_was_made_of_it_until_its_graph_changes() -> None:
    with closing(open_store(":memory:")) as engine:
        store = RememberingStore(engine)
        assert once(store, "ids", lambda: ["a"]) == ["a"]
        assert once(store, "ids", lambda: ["b"]) == ["a"]
        store.forget()
        assert once(store, "ids", lambda: ["b"]) == ["b"]
        assert in_passing(store) is engine
        assert once(engine, "ids", lambda: ["c"]) == ["c"]
        assert in_passing(engine) is engine


def test_an_answer_is_made_once_and_every_asker_has_a_list_of_its_own(root: Path) -> None:
    with closing(open_store(":memory:")) as engine:
        load(engine, [root / "examples"])
        store = RememberingStore(engine)
        rows = ask(store, "places/list")
        again = ask(store, "places/list")
        assert rows == again == ask(engine, "places/list")
        assert rows is not again
        assert rows[0] is again[0]
        store.forget()
        assert ask(store, "places/list")[0] is not rows[0]
