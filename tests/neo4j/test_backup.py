"""Backups go from either engine to either, equal to the byte, also while others change the server's store."""

import shutil
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

from api.ingest.checking.check import check
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.api.backups.kept import exports, fill, same
from tests.api.conftest import Program, examples, home, plangraph
from tests.graph.examples import node
from tests.neo4j.fixtures import run

__all__ = ["examples", "home", "plangraph"]

STORE = "plangraph.lbug"


def emptied(address: str) -> None:
    run(address, "MATCH (n) DETACH DELETE n")


def test_a_file_is_restored_to_a_server_and_that_to_a_file(plangraph: Program, examples: Path, neo4j: str) -> None:
    fill(plangraph, STORE, examples)
    assert plangraph("backup", "file.zip").code == 0
    emptied(neo4j)
    assert plangraph("restore", "file.zip", "--store", neo4j).code == 0
    same(plangraph, STORE, neo4j)
    assert plangraph("backup", "server.zip", "--store", neo4j).code == 0
    assert plangraph("restore", "server.zip", "--store", "back.lbug").code == 0
    same(plangraph, STORE, "back.lbug")
    with ZipFile("file.zip") as one, ZipFile("server.zip") as other:
        for name in set(one.namelist()) - {"manifest.json", "register.json"}:
            assert one.read(name) == other.read(name), name


def test_a_server_that_holds_anything_else_is_refused_and_stays_as_it_was(
    plangraph: Program, examples: Path, neo4j: str
) -> None:
    fill(plangraph, neo4j, examples)
    assert plangraph("backup", "server.zip", "--store", neo4j).code == 0
    assert plangraph("decide", "same", "社事办", "便民服务中心", "--store", neo4j).code == 0
    before = exports(neo4j)
    assert plangraph("restore", "server.zip", "--store", neo4j).code == 1
    assert exports(neo4j) == before


def test_a_store_of_a_server_is_restored_to_an_emptied_one(plangraph: Program, examples: Path, neo4j: str) -> None:
    fill(plangraph, neo4j, examples)
    before = exports(neo4j)
    assert plangraph("check", "--store", neo4j).code == 0
    assert plangraph("backup", "server.zip", "--store", neo4j).code == 0
    emptied(neo4j)
    shutil.rmtree("documents")
    assert plangraph("restore", "server.zip", "--store", neo4j).code == 0
    assert exports(neo4j) == before
    assert plangraph("check", "--store", neo4j).code == 0


def test_what_another_program_did_to_a_server_is_found_and_mended(
    plangraph: Program, examples: Path, neo4j: str
) -> None:
    fill(plangraph, neo4j, examples)
    run(neo4j, "MATCH (t:Task) WITH t ORDER BY t.id LIMIT 1 SET t.title = '别的'")
    answer = plangraph("check", "--store", neo4j)
    assert answer.code == 1
    assert f"plangraph rebuild --store {neo4j}" in answer.out
    assert plangraph("backup", "b.zip", "--store", neo4j).code == 1
    assert plangraph("rebuild", "--store", neo4j).code == 0
    assert plangraph("check", "--store", neo4j).code == 0


def test_before_other_rules_build_it_a_store_of_a_server_is_backed_up(
    plangraph: Program, examples: Path, neo4j: str
) -> None:
    fill(plangraph, neo4j, examples)
    run(neo4j, "MATCH (s:State) SET s.rules = ''")
    assert plangraph("rebuild", "--store", neo4j).code == 0
    (kept,) = next(Path().glob("plangraph@*.backups")).iterdir()
    assert plangraph("restore", kept, "--store", "back.lbug").code == 0
    assert exports("back.lbug") == exports(neo4j)


def changed_again_and_again(store: Store, ended: Event) -> None:
    number = 0
    while not ended.is_set():
        number += 1
        store.replace(Facts(), Facts(nodes=(node("Place", "x", name=f"{number}"),)))


def test_a_store_that_changes_all_the_time_is_told_and_nothing_is_written(
    plangraph: Program, examples: Path, neo4j: str
) -> None:
    fill(plangraph, neo4j, examples)
    ended = Event()
    writer = open_store(neo4j)
    thread = Thread(target=changed_again_and_again, args=(writer, ended))
    thread.start()
    try:
        answer = plangraph("backup", "b.zip", "--store", neo4j)
    finally:
        ended.set()
        thread.join(timeout=60)
        writer.close()
    assert answer.code == 1
    assert "was changed again and again while it was read" in answer.err
    assert not list(Path().glob("b.zip*"))
    reader = open_store(neo4j, read_only=True)
    assert not check(reader).whole
    reader.close()
