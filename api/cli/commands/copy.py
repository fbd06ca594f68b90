"""The command that moves a graph from one store to another, as from a file to a server or back."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from api.cli.session import Session, session
from api.ingest.register import read_register
from graph.errors import UsageError
from graph.stores.open import open_store, open_target

commands = typer.Typer()


@commands.command()
def copy(
    context: typer.Context,
    source: Annotated[str, typer.Option("--from", metavar="STORE", help="The store to copy.")] = "",
    target: Annotated[str, typer.Option("--to", metavar="STORE", help="An empty or new one to copy it into.")] = "",
) -> None:
    """Copy everything from one store to another, such as from a file to a Neo4j server."""
    from graph.stores.copying import copy as copy_all

    run = session(context)
    old, new = run.where(source), run.where(target)
    if old == new:
        raise UsageError("copy.itself", store=old)
    _check_decisions(run, old, new)
    with closing(open_store(old, read_only=True)) as reading, closing(open_target(new)) as writing:
        nodes, edges = copy_all(reading, writing)
    _take_along(run, old, new)
    run.tell("copy.done", nodes=nodes, edges=edges, source=old, target=new)


def _check_decisions(run: Session, old: str, new: str) -> None:
    """Raise UsageError where other decisions stand beside the target: the graph would be built by them one day."""
    here, there = run.decisions_path(old), run.decisions_path(new)
    if there.exists() and _bytes(here) != _bytes(there):
        raise UsageError("copy.decisions", target=there, source=here)


def _take_along(run: Session, old: str, new: str) -> None:
    """Bring what stands beside the source to the target: the decisions, and where the files lie."""
    here, there = run.decisions_path(old), run.decisions_path(new)
    if here.exists() and not there.exists():
        shutil.copyfile(here, there)
    register = read_register(new)
    register.entries |= read_register(old).entries
    register.write()


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
