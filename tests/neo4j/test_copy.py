"""`plangraph copy` from a file to a server and back: the exports are equal to the byte."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.exports.network import to_graphml
from graph.facts import Facts
from graph.stores.open import open_store, open_target
from graph.stores.read_back import read_all
from graph.stores.state import change_state, read_state
from tests.api.conftest import Program, example_store, examples, home, loaded, plangraph
from tests.graph.examples import everything, facts, node
from tests.neo4j.fixtures import run

__all__ = ["example_store", "examples", "home", "loaded", "plangraph"]


PAIR = ("农业服务中心", "农业综合服务中心")


def export(where: str | Path) -> str:
    with closing(open_store(str(where), read_only=True)) as store:
        return to_graphml(read_all(store))


def test_a_graph_goes_to_a_server_and_comes_back_without_loss(loaded: Program, neo4j: str, home: Path) -> None:
    assert loaded("decide", "same", *PAIR, "--why", "更名").code == 0
    decided = loaded("decide", "--json").out
    out = loaded("copy", "--to", neo4j)
    assert (out.code, out.out) == (0, "")
    assert f"to {neo4j}." in out.err
    back = loaded("copy", "--from", neo4j, "--to", "back/plangraph.lbug")
    assert back.code == 1
    (home / "back").mkdir()
    assert loaded("copy", "--from", neo4j, "--to", "back/plangraph.lbug").code == 0
    assert export("plangraph.lbug") == export(neo4j) == export("back/plangraph.lbug")
    assert loaded("export", "rdf").out == loaded("export", "rdf", "--store", "back/plangraph.lbug").out
    assert "更名" in decided
    assert loaded("decide", "--json", "--store", neo4j).out == decided
    assert loaded("decide", "--json", "--store", "back/plangraph.lbug").out == decided
    assert loaded("verify", "--store", "back/plangraph.lbug").code == 0
    assert loaded("copy", "--from", neo4j, "--to", "back/plangraph.lbug").code == 0, "a second time changes nothing"


def test_the_commands_answer_from_a_server_what_they_answer_from_a_file(loaded: Program, neo4j: str) -> None:
    assert loaded("copy", "--to", neo4j).code == 0
    for command in (
        ["tasks", "--leader", "冉泰休", "--json"],
        ["lineage", "蒙子桥村", "--json"],
        ["workload", "--json"],
        ["audit", "--json"],
        ["units", "--proposals", "--json"],
        ["export", "csv"],
        ["cypher", "MATCH (n:Person) RETURN n.name AS name ORDER BY name"],
        ["verify"],
    ):
        here, there = loaded(*command), loaded(*command, "--store", neo4j)
        assert (here.code, here.out) == (there.code, there.out), command


def test_every_value_survives_the_way_there_and_back(neo4j: str, plangraph: Program) -> None:
    with closing(open_store("odd.lbug")) as store:
        odd = node("Task", "odd", title="𠮷 \u200b\r\n\t\"'\\ e\u0301", content="x" * 100_000, due_dates=("", "a;b"))
        store.replace(Facts(), facts(*everything().nodes, *everything().edges, odd))
    assert plangraph("copy", "--from", "odd.lbug", "--to", neo4j).code == 0
    assert plangraph("copy", "--from", neo4j, "--to", "again.lbug").code == 0
    with closing(open_store("odd.lbug")) as odd_store, closing(open_store("again.lbug")) as again:
        assert read_all(odd_store) == read_all(again)


def test_a_database_that_holds_other_documents_is_refused(loaded: Program, neo4j: str) -> None:
    run(neo4j, "CREATE (:Unit {id: 'other'})")
    refused = loaded("copy", "--to", neo4j)
    assert refused.code == 1
    assert "holds other documents" in refused.err


def test_a_store_is_not_copied_to_itself_nor_over_other_decisions(loaded: Program, neo4j: str) -> None:
    assert loaded("copy").code == 2
    assert loaded("copy", "--to", neo4j).code == 0
    assert loaded("decide", "same", *PAIR, "--store", neo4j).code == 0
    decided = export(neo4j)
    refused = loaded("copy", "--to", neo4j)
    assert refused.code == 1
    assert "holds other documents" in refused.err or "other decisions" in refused.err
    assert export(neo4j) == decided


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_server_is_one_sentence_and_exit_code_1(plangraph: Program, lang: str) -> None:
    answer = plangraph("tasks", "--store", "neo4j://127.0.0.1:1", "--lang", lang)
    assert answer.code == 1
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert "neo4j://127.0.0.1:1" in answer.err


def test_a_server_with_an_unfinished_copy_is_opened_only_to_copy_again(neo4j: str, plangraph: Program) -> None:
    with closing(open_store("whole.lbug")) as store:
        store.replace(Facts(), everything())
    with closing(open_target(neo4j)) as target:
        change_state(target, replace(read_state(target), unfinished=True))
        target.replace(Facts(), Facts(nodes=everything().nodes[:3]))
    for read_only in (True, False):
        with pytest.raises(StoreError, match="holds an unfinished copy"):
            open_store(neo4j, read_only=read_only)
    assert plangraph("copy", "--from", "whole.lbug", "--to", neo4j).code == 0
    with closing(open_store(neo4j, read_only=True)) as copied:
        assert read_all(copied) == everything()
