"""The command that publishes the graph as a static site."""

import re
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreOption
from api.cli.session import named, session
from graph.errors import UsageError

commands = typer.Typer()
_LICENCE = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.IGNORECASE | re.ASCII)


@commands.command()
def publish(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the site: new, empty, or made by this.")],
    title: Annotated[str, typer.Option(metavar="WORDS", help="What the site and the data set are called.")] = "",
    licence: Annotated[
        str, typer.Option("--licence", metavar="IRI", help="The licence of the data, by its address.")
    ] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who publishes the data.")] = "",
    store: StoreOption = "",
) -> None:
    """Write the graph as a site of plain files: a page a thing, its data, a search, dumps; works offline too."""
    from api.publishing.about import About
    from api.publishing.folder import publish as write
    from api.publishing.site import Site
    from graph.exports.rdf.people import records_of
    from graph.history.reading import history
    from graph.stores.read_back import read_all

    run = session(context)
    if licence and not _LICENCE.fullmatch(licence):
        raise UsageError("publish.no_licence", typed=licence)
    base = run.base_iri
    with run.reading(store) as graph:
        facts, records = read_all(graph), records_of(graph)
        modified = max((entry.at for entry in history(graph)), default="")
    about = About(title, licence, publisher, modified)
    done = write(folder, Site(facts, records, run.lang, about, base).files(), run.where(store))
    run.tell("publish.done", written=done.written, same=done.same, removed=done.removed, folder=folder)
    if done.kept:
        run.tell("publish.kept", number=len(done.kept), names=named(run.lang, done.kept))
    if not licence:
        run.tell("publish.unlicensed")
