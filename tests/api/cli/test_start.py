"""What a command loads before it begins: one that only tells of itself loads nothing that reads, builds, asks or draws.

Times differ from machine to machine; what is loaded does not, and is what the time goes into.
"""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from api.cli import commands
from api.cli.command_table import COMMANDS
from api.cli.program import command_line

OURS = {"api", "graph", "loaders", "queries", "viz"}
HELP = {"annotated_doc", "shellingham", "typer", "typing_extensions"}
"""Libraries that help is made with."""
ROOMS = {
    *("api.__main__", "api.cli", "api.settings", "api.visible", "api.words"),
    *("graph.errors", "graph.facts", "graph.history", "graph.keywords", "graph.messages", "graph.model"),
    *("graph.model_types", "graph.stores", "graph.words"),
}
"""Our rooms that help may load from: words, options, and how stores are called."""
STORES = {
    *("graph.stores.kinds", "graph.stores.loss", "graph.stores.open", "graph.stores.protocol"),
    *("graph.stores.neo4j", "graph.stores.neo4j.address"),
}
"""Of the stores only how they are called, no engine."""
BUILDING = {"loaders", "graph.derive", "graph.refresh", "graph.papers", "graph.exports", "viz", "api.ingest"}
"""What reads and builds, which a question needs not."""
SERVING = {"fastapi", "jinja2", "networkx", "neo4j", "openpyxl", "rdflib", "xlsxwriter"}


def loaded(folder: Path, root: Path, *arguments: str) -> set[str]:
    """The modules that are loaded when a command has ended, without those of Python itself."""
    code = (
        "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
        "from api.__main__ import main; main()"
    )
    command = [sys.executable, "-c", code, *arguments]
    variables = {"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, cwd=folder, env=variables)
    return {one for one in done.stderr.split() if one.partition(".")[0] not in sys.stdlib_module_names}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_loads_words_and_nothing_that_works(home: Path, root: Path, lang: str) -> None:
    modules = loaded(home, root, "--lang", lang, "--help")
    ours = {one for one in modules if one.partition(".")[0] in OURS and "." in one}
    assert {one for one in ours if ".".join(one.split(".")[:2]) not in ROOMS} == set()
    assert {one for one in ours if one.startswith("graph.stores.")} <= STORES
    assert not any(one.startswith("api.cli.commands") for one in ours)
    libraries = {one.partition(".")[0] for one in modules} - OURS - {"__main__"}
    assert {one for one in libraries if not one.startswith("_")} <= HELP


def test_a_list_of_tasks_loads_its_own_module_and_nothing_that_reads_or_builds(
    home: Path, root: Path, example_store: Path
) -> None:
    (store,) = example_store.glob("*.lbug")
    modules = loaded(home, root, "tasks", "--store", str(store))
    assert "graph.stores.ladybug.engine" in modules
    assert {one for one in modules if one.startswith("api.cli.commands.")} == {"api.cli.commands.lists"}
    assert modules.isdisjoint(BUILDING | SERVING)


def test_the_table_of_commands_is_what_their_modules_hold() -> None:
    held = {}
    for module in iter_modules(commands.__path__):
        for one in import_module(f"{commands.__name__}.{module.name}").commands.registered_commands:
            name = one.name or one.callback.__name__.replace("_", "-")
            held[name] = (module.name, (one.callback.__doc__ or "").splitlines()[0])
    assert held == COMMANDS


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_of_all_commands_tells_of_each_what_its_own_help_does(lang: str) -> None:
    group = command_line("zh" if lang == "zh" else "en")
    listed = dict(group.commands)
    for name, command in listed.items():
        own = group.loaded(name)
        assert [command.get_short_help_str(width) for width in (45, 60, 80)] == [
            own.get_short_help_str(width) for width in (45, 60, 80)
        ], name
