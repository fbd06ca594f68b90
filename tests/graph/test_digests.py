"""Which texts make other rules: those of the rooms that decide facts, and no others."""

import shutil
from pathlib import Path

import pytest

from graph.digests import OTHERS, RULES, digest_of, rules_digest, texts_of


@pytest.fixture
def package(root: Path, tmp_path: Path) -> Path:
    """A copy of the package, to be changed."""
    shutil.copytree(root / "graph", tmp_path / "graph", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "graph"


def digest(package: Path) -> str:
    return digest_of(texts_of(package, RULES))


def test_a_copy_of_the_package_has_the_same_rules(package: Path) -> None:
    assert digest(package) == rules_digest()


@pytest.mark.parametrize(
    "path", ["stores/neo4j/store.py", "stores/ddl.py", "exports/rdf.py", "refresh/reach.py", "model.py", "errors.py"]
)
def test_a_comment_in_a_store_an_export_or_a_refresh_makes_no_other_rules(package: Path, path: str) -> None:
    before = digest(package)
    with (package / path).open("a", encoding="utf-8") as file:
        file.write("# a comment\n")
    assert digest(package) == before


@pytest.mark.parametrize(
    "path",
    ["derive/task_facts.py", "vocabulary/units.toml", "places/timeline.py", "statements.py", "ids.py"],
)
def test_a_change_of_what_decides_facts_makes_other_rules(package: Path, path: str) -> None:
    before = digest(package)
    with (package / path).open("a", encoding="utf-8") as file:
        file.write("# a comment\n")
    assert digest(package) != before


def test_every_room_of_the_graph_is_one_that_decides_facts_or_one_that_does_not(root: Path) -> None:
    rooms = {path.name for path in (root / "graph").iterdir() if path.name not in {"__pycache__", "py.typed"}}
    assert rooms == {*RULES, *OTHERS}
