"""What imports what in the packages, read from the code: for the test of the layers and the picture of the rooms."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "loaders", "queries", "viz", "api")
"""The packages, each before those that may import it."""

MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def name_of(path: Path) -> str:
    """The name of a module or package: graph.stores.open, graph.stores."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {name_of(path): path for path in MODULES}
"""The file of each module and package, by its name."""


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """Modules of the project that a module imports, at its top or within a function."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise ValueError(f"{path}: imports are absolute")
            module = node.module or ""
            found |= {full if (full := f"{module}.{alias.name}") in NAMES else module for alias in node.names}
    return frozenset(name for name in found if name.split(".")[0] in PACKAGES)


def room_of(module: str) -> str:
    """The room that a module lies in: the folder of a package (graph.stores, also for graph.stores.neo4j.ddl; of the
    rooms of the service those within `api.http` and `api.pages`), else the module itself.
    """
    parts = module.split(".")
    depth = 3 if module.startswith(("api.http.", "api.pages.")) else 2
    return ".".join(parts[:depth])
