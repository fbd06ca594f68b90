"""A store with a cache asks its engine the same once in a state of the graph."""

from contextlib import closing
from pathlib import Path

from api.http.library.caching_store import CachingStore, values_in
from api.ingest.loading.load import load
from graph.facts import Facts
from graph.stores.open import open_store
from queries.ask import ask
from queries.caching import kept, uncached
from tests.graph.examples import facts, node


def test_a_store_keeps_what_was_made_of_it_until_its_graph_changes() -> None:
    with closing(open_store(":memory:")) as engine:
        store = CachingStore(engine)
        assert kept(store, "ids", lambda: ["a"]) == ["a"]
        assert kept(store, "ids", lambda: ["b"]) == ["a"]
        store.replace(Facts(), facts(node("Person", "1")))
        assert kept(store, "ids", lambda: ["b"]) == ["b"]
        assert store.read("MATCH (n:Person) RETURN count(n) AS n") == [{"n": 1}]
        store.replace(Facts(), facts(node("Person", "2")))
        assert store.read("MATCH (n:Person) RETURN count(n) AS n") == [{"n": 2}]


def test_a_store_without_a_cache_makes_it_each_time() -> None:
    with closing(open_store(":memory:")) as engine:
        assert kept(engine, "ids", lambda: ["a"]) == ["a"]
        assert kept(engine, "ids", lambda: ["b"]) == ["b"]
        assert uncached(CachingStore(engine)) is uncached(engine) is engine


def test_an_answer_is_made_once_and_every_asker_has_a_list_of_its_own(root: Path) -> None:
    with closing(open_store(":memory:")) as engine:
        load(engine, [root / "examples"])
        store = CachingStore(engine)
        rows = ask(store, "places/list")
        again = ask(store, "places/list")
        assert rows == again == ask(engine, "places/list")
        assert rows is not again
        assert rows[0] is again[0]
        store.clear()
        assert ask(store, "places/list")[0] is not rows[0]


def test_rows_count_by_their_values_and_ids_by_number() -> None:
    assert [values_in(rows) for rows in ([], ["a", "b"], [{"id": "a", "name": "b"}] * 3)] == [1, 3, 7]
