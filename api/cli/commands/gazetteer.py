"""The command on the gazetteer: lists of places by code and name, of one day each, beside the store."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api.cli import output
from api.cli.answer import give
from api.cli.options import InOption, JsonOption, StoreOption
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
        list[str], typer.Argument(metavar="WORDS", help="add FILE…, list, remove, or check; see docs/gazetteer.md.")
    ],
    day: Annotated[str, typer.Option(metavar="DATE", help="The day of which a list tells.")] = "",
    scheme: Annotated[str, typer.Option(metavar="SCHEME", help="Whose codes a list has.")] = SCHEME,
    unchanged: Annotated[
        bool, typer.Option("--unchanged", help="The list is the same as that of another day, and means it.")
    ] = False,
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Keep lists of places by code and name, of one day each, beside the store; check papers against them."""
    run = session(context)
    match words:
        case ["add", *files] if files:
            _add(run, store, files, scheme, _day(day), unchanged=unchanged)
        case ["list"]:
            _list(run, store, as_json=as_json)
        case ["remove"]:
            _remove(run, store, scheme, _day(day))
        case ["check"]:
            _check(run, store, scheme, place_in, as_json=as_json)
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


def _check(run: Session, store: str, scheme: str, place: str, *, as_json: bool) -> None:
    from api.gazetteer.checking import told
    from graph.gazetteer.file import opened
    from queries.gazetteer.check import check
    from queries.gazetteer.listed import ListedDays

    with opened(run.where(store)) as there, run.reading(store) as graph:
        listed = ListedDays(there, scheme)
        found = check(graph, listed, listed.meant(place) if place else 0)
    if as_json:
        output.emit_json(json.dumps(asdict(found), ensure_ascii=False) + "\n")
        return
    give(run, "listed_villages", [row for row in found.villages if row["explained"] != "paper"], as_json=False)
    for one in told(found):
        run.tell(one.key, **one.values)
