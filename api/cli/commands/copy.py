"""The command that moves a graph from one store to another, as from a file to a server or back."""

from contextlib import closing
from typing import Annotated

import typer

from api.cli.session import session
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
    with closing(open_store(old, read_only=True)) as reading, closing(open_target(new)) as writing:
        nodes, edges = copy_all(reading, writing)
    register = read_register(new)
    register.entries |= read_register(old).entries
    register.write()
    run.tell("copy.done", nodes=nodes, edges=edges, source=old, target=new)
