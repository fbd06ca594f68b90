"""The layers of the code: imports go one way, Cypher and Chinese stand where they belong. Each test names all that
break its rule.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from docs.imports import MODULES, NAMES, ROOT, imports, name_of, room_of, tree_of

MAY_IMPORT = {
    "graph": {"graph"},
    "loaders": {"loaders", "graph"},
    "queries": {"queries", "graph"},
    "viz": {"viz", "queries", "graph"},
    "api": {"api", "viz", "queries", "loaders", "graph"},
}
LOADERS_KNOW = (
    "graph.statements",
    "graph.vocabulary",
    "graph.words",
    "graph.errors",
    "graph.messages",
    "graph.digests",
)
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE) ?(\w+ ?= ?)?\(|\bUNWIND \$|\bCREATE (NODE|REL) TABLE\b|\bDETACH DELETE\b")
MAKES_CYPHER = {"graph.stores.ddl", "graph.stores.neo4j.ddl", "graph.stores.difference"}
CHINESE = re.compile(r"[\u3400-\u9fff]")
MOST_FILES = 25
MOST_LINES = 400


def literals(path: Path) -> Iterator[str]:
    """All texts in a module but its docstrings."""
    statements = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)]
    docstrings = {id(node.value) for node in statements}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def circle(edges: Iterable[tuple[str, str]]) -> list[str]:
    """The nodes of one circle of these edges, none where there is no circle."""
    graph: dict[str, set[str]] = {}
    for start, end in edges:
        graph.setdefault(start, set()).update({end} - {start})
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_module_imports_only_its_own_layer_and_those_below() -> None:
    wrong = [
        (name, below)
        for name, path in NAMES.items()
        for below in imports(path)
        if below.split(".")[0] not in MAY_IMPORT[name.split(".")[0]]
    ]
    assert wrong == []


def test_loaders_know_of_the_graph_only_statements_words_vocabulary_errors_and_digests() -> None:
    below = {(name, one) for name, path in NAMES.items() for one in imports(path) if name.startswith("loaders")}
    assert [pair for pair in below if pair[1].startswith("graph") and not pair[1].startswith(LOADERS_KNOW)] == []


def test_imports_run_in_no_circle() -> None:
    assert circle((name, below) for name, path in NAMES.items() for below in imports(path)) == []


def test_imports_between_rooms_run_in_no_circle() -> None:
    edges = [(room_of(name), room_of(below)) for name, path in NAMES.items() for below in imports(path)]
    assert circle(edges) == []


def test_a_circle_is_seen() -> None:
    assert set(circle([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])) == {"a", "b", "c"}


def test_cypher_stands_only_in_queries_and_in_what_the_model_derives() -> None:
    elsewhere = [path for name, path in NAMES.items() if name.split(".")[0] != "queries" and name not in MAKES_CYPHER]
    assert [(name_of(path), text) for path in elsewhere for text in literals(path) if CYPHER.search(text)] == []


def test_stores_know_no_chinese() -> None:
    stores = [path for name, path in NAMES.items() if name.startswith("graph.stores.")]
    assert stores
    assert [(name_of(path), text) for path in stores for text in literals(path) if CHINESE.search(text)] == []


def test_a_module_is_small_and_says_what_it_is_for() -> None:
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in NAMES.items()}
    told = {name: ast.get_docstring(tree_of(path)) or "" for name, path in NAMES.items()}
    written = {name for name, words in told.items() if "Written by `python -m" in words}
    assert {name: count for name, count in lines.items() if count > MOST_LINES and name not in written} == {}
    assert [name for name, words in told.items() if not words] == []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_folder_has_a_subject_and_few_files(package: str) -> None:
    folders = {path.parent for path in MODULES if path.is_relative_to(ROOT / package)}
    assert folders
    counts = {folder: sum(path.name != "__init__.py" for path in folder.glob("*.py")) for folder in folders}
    assert {str(folder): count for folder, count in counts.items() if count > MOST_FILES} == {}


def test_a_class_has_a_name_of_its_own() -> None:
    homes: dict[str, list[str]] = {}
    for name, path in NAMES.items():
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(name)
    assert {one: where for one, where in homes.items() if len(where) > 1} == {}
