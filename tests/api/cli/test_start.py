"""What a command loads before it begins: one that only tells of itself loads nothing that reads, builds, asks or draws.

Times differ from machine to machine; what is loaded does not, and is what the time goes into.
"""

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import get_args

import pytest

from api.ask.drawing import Kind
from api.cli.options import PictureName, WhoName
from queries.duties import By

ROOT = Path(__file__).resolve().parents[3]
OURS = {"api", "graph", "loaders", "queries", "viz"}
HELP = {"annotated_doc", "shellingham", "typer", "typing_extensions"}
"""Libraries that help is made with."""
ROOMS = {
    *("api.ask", "api.cli", "api.local_time", "api.settings", "api.visible", "api.words"),
    *("graph.durable_files", "graph.errors", "graph.facts", "graph.history", "graph.keywords", "graph.messages"),
    *("graph.model", "graph.model_types", "graph.stores", "graph.words"),
}
"""Our rooms that help may load from: words, options, and how stores are called."""
ENGINES = {"graph.stores.ladybug.store", "graph.stores.ladybug.engine", "graph.stores.neo4j.store"}
BUILDING = {"loaders", "graph.derive", "graph.refresh", "graph.papers", "graph.exports", "viz", "api.ingest"}
"""What reads and builds, which a question needs not."""


def loaded(*arguments: str) -> set[str]:
    """The modules that are loaded when a command has ended, without those of Python itself."""
    code = """
        import atexit, sys
        atexit.register(lambda: print(*sys.modules, file=sys.stderr))
        from api.__main__ import main
        main()
    """
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, cwd=ROOT)
    return {one for one in done.stderr.split() if one.partition(".")[0] not in sys.stdlib_module_names}


def libraries(modules: set[str]) -> set[str]:
    return {one.partition(".")[0] for one in modules} - OURS - {"__main__"}


@pytest.mark.parametrize("arguments", [("--help",), ("--lang", "zh", "--help"), ("tasks", "--help")])
def test_help_loads_words_and_options_alone(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    ours = {one for one in modules if one.partition(".")[0] in OURS and one.count(".")}
    assert {one for one in ours if ".".join(one.split(".")[:2]) not in ROOMS | {"api.__main__"}} == set()
    assert ours.isdisjoint(ENGINES)
    if arguments[0] != "tasks":
        assert {one for one in libraries(modules) if not one.startswith("_")} <= HELP


def test_a_list_of_tasks_loads_nothing_that_reads_or_builds(tmp_path: Path) -> None:
    store = tmp_path / "s.lbug"
    loaded("load", str(ROOT / "examples" / "task-list.txt"), "--store", str(store))
    modules = loaded("tasks", "--store", str(store))
    assert "graph.stores.ladybug.engine" in modules
    assert {one for one in BUILDING if one in modules} == set()
    assert libraries(modules).isdisjoint({"fastapi", "jinja2", "networkx", "neo4j", "openpyxl", "rdflib", "xlsxwriter"})


def test_choices_of_options_are_those_of_the_questions() -> None:
    assert set(get_args(WhoName)) == set(get_args(By))
    assert set(get_args(PictureName)) == set(get_args(Kind))
