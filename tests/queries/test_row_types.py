"""A row has the type that its query declares: a misspelt column or parameter is an error for the type checker."""

from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from sys import executable
from typing import get_type_hints

import pytest

from queries import rows
from queries.catalogue import Query, catalogue, query
from queries.row_types import files, row_name

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


def a_query(name: str, row: str = "") -> Query:
    return Query(name, "", (), (), (), row, "", {})


def test_a_type_of_row_is_named_after_what_the_row_tells_of() -> None:
    assert row_name([a_query("ids/by_leader", "TaskId"), a_query("ids/due")]) == "TaskIdRow"
    assert row_name([a_query("tasks/by_unit"), a_query("tasks/list")]) == "TaskRow"
    assert row_name([a_query("sources/of_tasks")]) == "SourcesOfTasksRow"
    assert get_type_hints(rows.NamedRow).keys() == {column.name for column in query("names/leaders").columns}


def test_questions_that_share_columns_are_not_named_after_one_of_them() -> None:
    with pytest.raises(ValueError, match="search/names, tasks/owners"):
        row_name([a_query("search/names"), a_query("tasks/owners")])
    with pytest.raises(ValueError, match="must name"):
        row_name([a_query("search/names", "Thing"), a_query("tasks/owners", "Owner")])
