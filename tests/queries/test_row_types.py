"""A row has the type that its query declares: a misspelt column or parameter is an error for the type checker."""

from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from sys import executable
from typing import get_type_hints

import pytest

from queries import rows
from queries.catalogue import catalogue
from queries.row_types import files

pytestmark = pytest.mark.slow
ASKED = """
from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids


def asked(store: Store, ids: Ids) -> object:
    tasks = ask(store, "tasks/by_leader", leader=ids)
    return {last}
"""
FAULTS = {
    'tasks[0]["lead_unit"]': 'TypedDict "TaskRow" has no key "lead_unit"',
    'ask(store, "tasks/by_leader", lieder=ids)': 'Unexpected keyword argument "lieder"',
    'ask(store, "tasks/by_leader")': "No overload variant",
    'ask(store, "tasks/by_leader", leader="冉泰休")': "No overload variant",
    'ask(store, "tasks/by_lieder", leader=ids)': "No overload variant",
    'tasks[0]["lead_units"].upper()': '"tuple[str, ...]" has no attribute "upper"',
}


@pytest.fixture(scope="module")
def checked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What mypy says of a line without a fault (`fine.py`), and of one with each fault (`fault0.py`, …)."""
    folder = tmp_path_factory.mktemp("asked")
    lines = {"fine": 'tasks[0]["lead_units"]', **{f"fault{number}": line for number, line in enumerate(FAULTS)}}
    for name, last in lines.items():
        (folder / f"{name}.py").write_text(ASKED.format(last=last), encoding="utf-8")
    command: list[str | Path] = [
        executable,
        "-m",
        "mypy",
        "--config-file",
        root / "pyproject.toml",
        "--cache-dir",
        folder / "cache",
    ]
    done = run([*command, *folder.glob("*.py")], cwd=root, capture_output=True, encoding="utf-8", check=False)
    return done.stdout


def said(checked: str, name: str) -> Iterator[str]:
    return (line for line in checked.splitlines() if f"{name}.py:" in line and ": error:" in line)


def test_columns_and_parameters_as_declared_are_no_error(checked: str) -> None:
    assert list(said(checked, "fine")) == []


@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_a_misspelt_column_or_parameter_is_an_error(checked: str, number: int) -> None:
    [line, *others] = said(checked, f"fault{number}")
    assert list(FAULTS.values())[number] in "\n".join([line, *others])


def test_the_types_are_those_that_the_files_declare() -> None:
    for path, text in files():
        assert path.read_text(encoding="utf-8") == text, "run `make docs`"


def test_every_query_has_a_row_of_its_columns() -> None:
    declared = {tuple(get_type_hints(row)) for name, row in vars(rows).items() if name.endswith("Row")}
    assert {tuple(column.name for column in query.columns) for query in catalogue().values()} == declared
