"""The command on the gazetteer: lists of places by code and name, of one day each, beside the store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.cli.answer import give
from api.cli.options import JsonOption, StoreOption
from api.cli.session import Session, session
from graph.errors import UsageError
from queries.period import parse

commands = typer.Typer()
SCHEME = "NBS"
"""Whose codes lists have where nothing else is said: those of the National Bureau of Statistics."""


@commands.command()
def gazetteer(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="add FILE…, list, or remove; see docs/gazetteer.md.")
    ],
    day: Annotated[str, typer.Option(metavar="DATE", help="The day of which a list tells.")] = "",
    scheme: Annotated[str, typer.Option(metavar="SCHEME", help="Whose codes a list has.")] = SCHEME,
    unchanged: Annotated[
        bool, typer.Option("--unchanged", help="The list is the same as that of another day, and means it.")
    ] = False,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Keep lists of places by code and name, each of one day, beside the store: add one, list them, remove one."""
    run = session(context)
    match words:
        case ["add", *files] if files:
            _add(run, store, files, scheme, _day(day), unchanged=unchanged)
        case ["list"]:
            _list(run, store, as_json=as_json)
        case ["remove"]:
            _remove(run, store, scheme, _day(day))
        case _:
            raise UsageError("gazetteer.words")


def _day(typed: str) -> str:
    """The day that is meant. Raises UsageError for none, and for a month or a year."""
    if not typed:
        raise UsageError("gazetteer.no_day")
    period = parse(typed, "day")
    if period.first != period.last:
        raise UsageError("gazetteer.no_one_day", typed=typed)
    return period.first


def _add(run: Session, store: str, files: Sequence[str], scheme: str, day: str, *, unchanged: bool) -> None:
    from api.gazetteer.adding import add_list

    done = add_list(run.where(store), [Path(one) for one in files], scheme, day, unchanged=unchanged)
    for one in done.told:
        run.tell(one.key, **one.values)


def _list(run: Session, store: str, *, as_json: bool) -> None:
    from api.gazetteer.adding import list_rows

    give(run, "gazetteer", list_rows(run.where(store)), as_json=as_json)


def _remove(run: Session, store: str, scheme: str, day: str) -> None:
    from graph.gazetteer.file import opened

    with opened(run.where(store)) as there:
        path = there.path
    with opened(run.where(store), write=True) as there:
        gone = there.remove(scheme, day)
    run.tell("gazetteer.removed", scheme=gone.scheme, day=gone.day, path=path)
