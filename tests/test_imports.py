"""The layers of the code: imports go one way, Cypher and Chinese stand where they belong."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "graph": {"graph"},
    "loaders": {"loaders", "graph"},
    "queries": {"queries", "graph"},
    "viz": {"viz", "queries", "graph"},
    "api": {"api", "viz", "queries", "loaders", "graph"},
}
MODULES = sorted(path for package in MAY_IMPORT for path in (ROOT / package).rglob("*.py"))
STORES = sorted(
    path
    for path in (ROOT / "graph").glob("*.py")
    if re.search(r"stor|ddl|writ|values|neo4j|ladybug|copying|file_access|file_lock", path.stem)
)
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE) ?(\w+ ?= ?)?\(|\bUNWIND \$|\bCREATE (NODE|REL) TABLE\b|\bDETACH DELETE\b")
MAKES_CYPHER = {"graph.ddl", "graph.neo4j_ddl", "graph.writing"}
CHINESE = re.compile(r"[\u3400-\u9fff]")


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {name_of(path) for path in MODULES}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(nodes: Iterator[ast.AST] | list[ast.stmt]) -> set[str]:
    """Modules of the project that these statements import."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            module = node.module or ""
            found |= {full if (full := f"{module}.{alias.name}") in NAMES else module for alias in node.names}
    return {name for name in found if name.split(".")[0] in MAY_IMPORT}


def literals(path: Path) -> Iterator[str]:
    """All texts in a module but its docstrings."""
    statements = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)]
    docstrings = {id(node.value) for node in statements}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_its_own_layer_and_those_below(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    assert {name.split(".")[0] for name in imports(ast.walk(tree_of(path)))} <= MAY_IMPORT[package]


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path).startswith("loaders.")], ids=name_of)
def test_loaders_know_of_the_graph_only_statements_vocabulary_and_errors(path: Path) -> None:
    below = {name for name in imports(ast.walk(tree_of(path))) if name.startswith("graph")}
    assert all(name.startswith(("graph.statements", "graph.vocabulary", "graph.errors")) for name in below)


def test_imports_run_in_no_circle() -> None:
    graph = {name_of(path): imports(tree_of(path).body) for path in MODULES}
    TopologicalSorter(graph).prepare()


def test_imports_between_the_packages_of_the_loaders_run_in_no_circle() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        if name_of(path).startswith("loaders."):
            package, below = part_of(name_of(path)), {part_of(name) for name in imports(tree_of(path).body)}
            graph.setdefault(package, set()).update(below - {package})
    TopologicalSorter(graph).prepare()


def part_of(module: str) -> str:
    """The package of the loaders that a module belongs to (loaders.prose), or the module itself."""
    parts = module.split(".")
    return ".".join(parts[: 2 if parts[0] == "loaders" else 1])


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.parent.name != "queries" and name_of(path) not in MAKES_CYPHER],
    ids=name_of,
)
def test_cypher_stands_only_in_queries_and_in_what_the_model_derives(path: Path) -> None:
    assert [text for text in literals(path) if CYPHER.search(text)] == []


@pytest.mark.parametrize("path", STORES, ids=name_of)
def test_stores_know_no_chinese(path: Path) -> None:
    assert [text for text in literals(path) if CHINESE.search(text)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small_and_says_what_it_is_for(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 400
    assert ast.get_docstring(tree_of(path))
