"""The embedded engine at work: what it prepares is let go of, and its log is left to us."""

from contextlib import closing
from pathlib import Path

from graph.facts import Facts
from graph.stores.ladybug import engine
from graph.stores.open import open_store
from tests.graph.examples import everything


def test_the_pool_of_the_engine_does_not_fill_with_statements_that_were_asked_once(tmp_path: Path) -> None:
    database = engine.Engine(str(tmp_path / "s.lbug"))
    with database.writing():
        database.rows("CREATE NODE TABLE Unit(id STRING PRIMARY KEY, name STRING)")
        database.rows("CREATE REL TABLE KNOWS(FROM Unit TO Unit)")
        database.rows("UNWIND range(1, 200) AS n CREATE (:Unit {id: CAST(n AS STRING), name: 'x'})")
    used = []
    for number in range(4 * engine.STATEMENTS):
        with database.reading():
            database.rows(
                f"MATCH (a:Unit)-[:KNOWS]->(b:Unit)-[:KNOWS]->(c:Unit) WHERE a.name <> '{number}'"
                " RETURN a.id, count(DISTINCT b.id), collect(c.name) ORDER BY a.id",
                {"nothing": 0},
            )
            used.append(int(str(database.rows("CALL bm_info() RETURN mem_usage")[0]["mem_usage"])))
    database.close()
    assert max(used[2 * engine.STATEMENTS :]) <= 1.2 * max(used[: 2 * engine.STATEMENTS])


def test_a_connection_that_took_the_place_of_another_leaves_the_log_alone_too(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    database = engine.Engine(str(path))
    for number in range(2 * engine.STATEMENTS):
        with database.writing():
            database.rows(f"CREATE NODE TABLE T{number}(id STRING PRIMARY KEY)")
    database.close()
    assert path.with_name("s.lbug.wal").stat().st_size


def test_a_store_answers_the_same_after_more_statements_than_are_kept(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        store.replace(Facts(), everything())
        once = store.read("MATCH (t:Task) RETURN t.id AS id ORDER BY id")
        for number in range(2 * engine.STATEMENTS):
            assert store.read(f"MATCH (t:Task) WHERE t.id <> '{number}x' RETURN t.id AS id ORDER BY id") == once
