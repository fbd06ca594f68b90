"""What passes by itself does not fail a load: a transaction that the server gives up for another one is run again."""

import threading
from contextlib import closing, suppress

from neo4j import GraphDatabase
from neo4j.exceptions import TransientError

from graph.facts import Facts
from graph.stores.neo4j.address import read_address, read_password
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from tests.graph.examples import facts, node

FIRST, SECOND = node("Task", "t1"), node("Task", "t2")


def test_two_transactions_that_wait_for_one_another_do_not_fail_the_load(neo4j: str) -> None:
    parts = read_address(neo4j)
    changed = facts(node("Task", "t1", title="甲"), node("Task", "t2", title="乙"))
    lock = "MATCH (t:Task {id: $id}) SET t.title = t.title"
    with (
        closing(open_store(neo4j)) as store,
        GraphDatabase.driver(parts.uri, auth=(parts.user, read_password())) as driver,
        driver.session(database=parts.database or None) as session,
    ):
        store.replace(Facts(), facts(FIRST, SECOND))
        other = session.begin_transaction()
        other.run(lock, {"id": "t2"}).consume()
        # The store takes t1 and waits for t2; then the other wants t1, and the server ends one of the two.
        load = threading.Thread(target=store.replace, args=(Facts(), changed))
        load.start()
        load.join(timeout=1.0)
        assert load.is_alive()
        with suppress(TransientError):
            other.run(lock, {"id": "t1"}).consume()
        other.close()
        load.join(timeout=30)
        assert not load.is_alive()
        assert read_all(store) == changed
