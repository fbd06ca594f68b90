"""What docs/neo4j.md shows runs: its questions on both engines, its commands on a server."""

import re
from pathlib import Path

import pytest

from graph.derive.ledger import union
from graph.facts import Facts
from tests.api.conftest import Program, example_store, examples, home, loaded, plangraph
from tests.neo4j.fixtures import run
from tests.neo4j.pairs import pair
from tests.neo4j.test_same_answers import facts_of
from tests.queries.town import town

__all__ = ["example_store", "examples", "home", "loaded", "plangraph"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "neo4j.md"
TEXT = PAGE.read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```cypher\n(.*?)```", TEXT, re.DOTALL)
EXPLORING = [line for block in re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
COMMANDS = [line for block in re.findall(r"```shell\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
ADDRESS = "neo4j://neo4j@localhost:7687"


def test_there_are_ten_questions_each_with_one_answer_on_both_engines(neo4j: str, root: Path) -> None:
    assert len(QUESTIONS) == 10
    graph = union([facts_of(root / "examples"), town()])
    with pair(neo4j) as stores:
        for store in stores.both:
            store.replace(Facts(), graph)
        for question in QUESTIONS:
            embedded, server = (store.read(question) for store in stores.both)
            assert embedded, question
            assert repr(embedded) == repr(server), question
        for line in EXPLORING:
            assert stores.server.read(line), line


def test_its_commands_run(
    loaded: Program, neo4j: str, home: Path, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "my-plans").symlink_to(examples, target_is_directory=True)
    ran = 0
    for line in COMMANDS:
        if line.startswith("export PLANGRAPH_STORE="):
            assert line.removeprefix("export PLANGRAPH_STORE=") == ADDRESS
            monkeypatch.setenv("PLANGRAPH_STORE", neo4j)
        elif line.startswith("plangraph "):
            if line.startswith("plangraph copy --from plangraph.lbug"):
                run(neo4j, "MATCH (n) DETACH DELETE n")
            answer = loaded(*line.replace(ADDRESS, neo4j).split()[1:])
            assert answer.code == 0, answer.err
            ran += 1
    assert ran == 4
