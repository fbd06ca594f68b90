"""The command that moves a graph from one store to another, as from a file to a server or back."""

from contextlib import closing
from typing import Annotated

import typer

from api.cli.session import named, session
from graph.errors import UsageError
from graph.stores.open import open_store, open_target

commands = typer.Typer()


@commands.command()
def copy(
    context: typer.Context,
    source: Annotated[str, typer.Option("--from", metavar="STORE", help="The store to copy.")] = "",
    target: Annotated[str, typer.Option("--to", metavar="STORE", help="An empty or new one to copy it into.")] = "",
) -> None:
    """Copy everything from one store to another, such as from a file to a Neo4j server; uploads go along."""
    from api.uploads.copying import CopiedUploads, copy_uploads
    from graph.stores.copying import copy as copy_all

    run = session(context)
    old, new = run.where(source), run.where(target)
    if old == new:
        raise UsageError("copy.itself", store=old)
    with closing(open_store(old, read_only=True)) as reading, closing(open_target(new)) as writing:
        uploads: list[CopiedUploads] = []
        nodes, edges = copy_all(reading, writing, lambda: uploads.append(copy_uploads(reading, new)))
    run.tell("copy.done", nodes=nodes, edges=edges, source=old, target=new)
    for one in uploads:
        if one.taken:
            run.tell("copy.uploads", number=len(one.taken))
        if one.left:
            run.tell("copy.left", number=len(one.left), names=named(run.lang, one.left))
        if one.trashed:
            run.tell("copy.trashed", number=one.trashed, source=old)
