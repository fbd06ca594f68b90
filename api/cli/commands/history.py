"""The command that tells who changed what in a store, and when."""

from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption
from api.cli.session import session

commands = typer.Typer()


@commands.command()
def history(
    context: typer.Context,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Only what changed on this day or later; a month or a year counts too.")
    ] = "",
    who: Annotated[str, typer.Option(metavar="NAME", help="Only what this person changed.")] = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List who loaded, removed or decided what, and when, the latest first."""
    from api.ask.change_words import change_words
    from api.ask.history import history_rows
    from api.cli.answer import give

    run = session(context)
    with run.reading(store) as graph:
        rows = history_rows(graph, since=since, who=who)
    told = [{**row, "changes": "\n".join(change_words(run.lang, one) for one in row["changes"])} for row in rows]
    give(run, "history", rows if as_json else told, as_json=as_json)
