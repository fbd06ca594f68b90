"""What documents hold reaches no terminal as an order to it."""

import json
from pathlib import Path

import pytest

from api.visible import visible
from tests.api.conftest import Program
from tests.api.papers import write

STEERING = "\x1b]0;owned\x1b"
PAPER = f"""某某县2021年重点任务清单

\t序号
\t任务
\t责任单位
\t完成时限

\t1
\t修{STEERING}渠\u202e工程
\t县林{STEERING}业局
\t6月
"""


@pytest.fixture
def hostile(plangraph: Program, home: Path) -> Program:
    """The program in a folder where a paper is loaded that would steer a terminal."""
    assert plangraph("load", write(home, "清单.txt", PAPER)).code == 0
    return plangraph


COMMANDS = [
    ("documents",),
    ("plans",),
    ("tasks", "--full"),
    ("units",),
    ("leaders",),
    ("audit",),
    ("workload",),
    ("conflicts",),
    ("units", "--proposals"),
    ("query", "units/list"),
    ("verify",),
    ("cypher", "MATCH (u:Unit) RETURN u.name AS name"),
    ("tasks", "--json"),
    ("extract", "清单.txt"),
    ("tasks", "--unit", f"{STEERING}\x9b"),
    ("load", f"{STEERING}\x9b.txt"),
    ("unload", f"{STEERING}\x9b\n\r"),
    (f"{STEERING}", "x"),
]


@pytest.mark.parametrize("columns", ["", "60"])
def test_no_command_passes_on_what_steers(hostile: Program, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in COMMANDS:
        run = hostile(*command)
        assert visible(run.out) == run.out, command
        assert visible(run.err) == run.err, command


def test_tables_show_that_there_was_something(hostile: Program) -> None:
    assert "␛" in hostile("units").out


def test_json_holds_the_name_exactly(hostile: Program) -> None:
    names = {row["name"] for row in json.loads(hostile("units", "--json").out)}
    assert any("\x1b" in name for name in names)


def test_an_export_in_a_pipe_is_exact(hostile: Program) -> None:
    assert "\x1b" in hostile("export", "csv").out
