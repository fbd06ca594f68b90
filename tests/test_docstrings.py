"""Docstrings name only what there is: modules, functions, classes, files and questions in backticks."""

import ast
import builtins
import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from keyword import iskeyword
from pathlib import Path

import pytest

from docs.imports import NAMES, PACKAGES, ROOT, name_of, tree_of
from queries.catalogue import catalogue

NAMED = re.compile(r"`([^`\n]+)`")
DOTTED = re.compile(r"[A-Za-z_]\w*(\.\w+)+")
FILE = re.compile(r"[\w./-]+\.(py|toml|cypher|html|js|css|md|json)")
SLASHED = re.compile(r"[\w-]+(/[\w.-]+)*/|[a-z_]+(/[a-z_.]+)+")
PLAIN = re.compile(r"[A-Za-z_]\w*")
WRITTEN = {"decisions.toml"}
"""Files that people or the program write."""

OTHERS = {"application/json", "name/list", "section.key", "plangraph"}
"""What looks like the name of a file or module and is the world's, a pattern, or the program."""


def docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def names(tree: ast.Module) -> set[str]:
    """All words of a module's code: names, parameters, attributes, and the words of its texts but for docstrings."""
    told = set(docstrings(tree))
    found: set[str] = set()
    for node in ast.walk(tree):
        for value in (getattr(node, field, None) for field in ("id", "attr", "arg", "name", "asname")):
            found |= {value} if isinstance(value, str) else set()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in told:
            found |= set(PLAIN.findall(node.value))
    return found


def is_there(module: str, name: str) -> bool:
    """Whether a dotted name leads to a module, or to something in one, seen from a module or a folder above it."""
    parts = module.split(".")
    for depth in range(len(parts), -1, -1):
        whole = ".".join([*parts[:depth], name])
        if any(_leads(whole, cut) for cut in range(len(whole.split(".")), 0, -1)):
            return True
    return False


def _leads(whole: str, cut: int) -> bool:
    parts = whole.split(".")
    module = ".".join(parts[:cut])
    if module not in NAMES:
        return False
    found: object = import_module(module)
    for part in parts[cut:]:
        if not hasattr(found, part):
            return False
        found = getattr(found, part)
    return True


def is_foreign(name: str) -> bool:
    """Whether a dotted name of two parts leads to something in a library, or in a type of Python."""
    first, _, second = name.partition(".")
    if hasattr(builtins, first):
        return hasattr(getattr(builtins, first), second)
    return first not in PACKAGES and find_spec(first) is not None and hasattr(import_module(first), second)


def lies_somewhere(module: str, name: str) -> bool:
    """Whether a file or folder lies there, seen from a module's folder or one above, or anywhere in its package."""
    folder = NAMES[module].parent
    if any((above / name).exists() for above in (folder, *folder.parents) if above.is_relative_to(ROOT)):
        return True
    return "/" not in name and any((ROOT / module.partition(".")[0]).rglob(name))


def is_known(module: str, name: str) -> bool:
    """Whether what stands in backticks is there, as far as it is a name of ours."""
    if name in WRITTEN | OTHERS:
        return True
    if FILE.fullmatch(name):
        return lies_somewhere(module, name)
    if DOTTED.fullmatch(name):
        return is_there(module, name) or is_foreign(name)
    if SLASHED.fullmatch(name):
        return lies_somewhere(module, name) or name in catalogue()
    if PLAIN.fullmatch(name):
        known = names(tree_of(NAMES[module]))
        return name in known or iskeyword(name.rstrip("_")) or hasattr(import_module(module), name)
    return True


@pytest.mark.parametrize("package", ["graph", "loaders", "queries", "viz", "api"])
def test_docstrings_name_only_what_there_is(package: str) -> None:
    wrong = [
        (module, name)
        for module, path in NAMES.items()
        if module.split(".")[0] == package
        for text in docstrings(tree_of(path))
        for name in NAMED.findall(text)
        if not is_known(module, name)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "name",
    ["graph.nothing", "graph.stores.open.nothing", "nothing.toml", "tasks/nothing", "stores/nothing/", "no_such"],
)
def test_what_is_not_there_is_seen(name: str) -> None:
    assert not is_known("graph.stores.open", name)


@pytest.mark.parametrize(
    "name",
    ["graph.stores.open", "graph.stores.open.open_store", "open_store", "neo4j.store", "graph/stores/", "tasks/list"],
)
def test_what_is_there_is_found(name: str) -> None:
    assert is_known("graph.stores.open", name)


def _pages() -> list[Path]:
    return [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("page", _pages(), ids=lambda path: path.name)
def test_documents_name_only_modules_and_files_that_there_are(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [name for name in NAMED.findall(text) if re.match(r"(graph|loaders|queries|viz|api|tests|docs)[./]", name)]
    known = {name_of(NAMES[name]) for name in NAMES}
    wrong = [
        name
        for name in named
        if (FILE.fullmatch(name) or SLASHED.fullmatch(name) or DOTTED.fullmatch(name))
        and not ((ROOT / name).exists() or name in known or is_there("graph", name))
    ]
    assert wrong == []
