"""The command on the trash: uploaded files that were replaced or removed are listed, brought back, deleted by age."""

from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption
from api.cli.session import Session, session
from graph.errors import UsageError

commands = typer.Typer()
LONGEST_DAYS = 100_000
"""Days that may be asked for: more than any file is old."""


@commands.command()
def trash(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="restore and the id of a file, or empty.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="A file that is brought back takes the place of its namesake.")
    ] = False,
    older_than: Annotated[
        float | None,
        typer.Option(
            "--older-than", min=0, max=LONGEST_DAYS, metavar="DAYS", help="Delete what is older than so many days."
        ),
    ] = None,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List the uploaded files that were replaced or removed; bring one back, or delete the old ones."""
    run = session(context)
    match words or []:
        case [] if older_than is None and not replace:
            _list(run, store, as_json=as_json)
        case ["restore", identity] if older_than is None:
            _restore(run, store, identity, replacing=replace)
        case ["restore"]:
            raise UsageError("trash.no_id")
        case ["empty"] if older_than is not None and not replace:
            _empty(run, store, older_than)
        case _:
            raise UsageError("trash.words")


def _list(run: Session, store: str, *, as_json: bool) -> None:
    from api.cli.answer import give
    from api.uploads.full_disk import told_of_faults
    from api.uploads.trash import entries

    with told_of_faults():
        rows = [asdict(one) for one in entries(run.where(store))]
    if not rows and not as_json:
        run.tell("trash.none")
        return
    give(run, "trash", rows, as_json=as_json)


def _restore(run: Session, store: str, identity: str, *, replacing: bool) -> None:
    from api.uploads.intake import restore

    with run.writing(store, "trash restore") as graph:
        outcome = restore(graph, identity, replacing="always" if replacing else "never")
    done = outcome.summary
    for name in (*done.read, *done.merged, *done.replaced, *done.unchanged):
        run.tell("trash.restored", name=name)
    for one in outcome.beside:
        run.tell(one.why.key, **one.why.values)
        if one.why.key == "beside.same_paper":
            run.tell("trash.both_count")
    for entry in outcome.trashed:
        run.tell("trash.kept", name=entry.name, id=entry.id)


def _empty(run: Session, store: str, days: float) -> None:
    from api.uploads.full_disk import told_of_faults
    from api.uploads.journal import settled
    from api.uploads.trash import empty

    with run.writing(store) as graph, settled(graph), told_of_faults():
        gone = empty(graph.where, days)
    run.tell("trash.emptied", number=len(gone))
