"""Which readers these are: a digest of all that decides what is read."""

import ast
from pathlib import Path

from graph.digests import texts_of
from loaders.edition import FROM_GRAPH, readers_digest
from loaders.extract import extract


def test_what_is_read_says_who_read_it(root: Path) -> None:
    paper = min((root / "examples").glob("*.txt"))
    assert extract(paper).read_by == readers_digest() != ""


def test_all_that_the_readers_use_of_the_graph_is_in_their_digest(root: Path) -> None:
    known = {f"graph.{name.removesuffix('.py')}" for name in FROM_GRAPH} | {
        "graph.errors",
        "graph.messages",
        "graph.digests",
    }
    used = {
        node.module
        for path in (root / "loaders").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("graph")
    }
    assert {module for module in used if ".".join(module.split(".")[:2]) not in known} == set()
    assert {name for name, _ in texts_of(root / "graph", FROM_GRAPH)} >= {"statements.py", "vocabulary/units.toml"}
