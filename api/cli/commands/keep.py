"""Commands that keep a store: check that it is whole, back it up to one file, restore it from that."""

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api.cli import output
from api.cli.options import JsonOption, StoreOption
from api.cli.session import Session, named, session
from graph.errors import StoreError
from graph.stores.kept_backups import PACKED, newest

commands = typer.Typer()
SHOWN = 50
"""Findings that a table shows; the others are counted."""
_DAMAGE = frozenset({"store.not_as_written", "store.damaged", "store.ends_engine"})
"""Why a store cannot be read that is damaged: it needs a backup."""


@commands.command()
def check(context: typer.Context, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Compare the store with what follows from its passages and decisions, with the originals and with the register."""
    from api.cli.answer import give
    from api.ingest.checking.check import check_at

    run = session(context)
    where = run.where(store)
    try:
        found = check_at(where)
    except StoreError as error:
        if error.key not in _DAMAGE:
            raise
        output.tell(run.sentence(error))
        _tell_newest(run, where)
        raise typer.Exit(1) from error
    rows = [asdict(one) for one in (found.findings if as_json else found.findings[:SHOWN])]
    if as_json or rows:
        give(run, "check", rows, as_json=as_json)
    if found.stale:
        run.tell("upkeep.stale", number=found.stale)
    if found.whole:
        run.tell("checked.whole", nodes=found.nodes, edges=found.edges, quotes=found.quotes, files=found.files)
        return
    if len(found.findings) > len(rows):
        run.tell("checked.more", number=len(found.findings) - len(rows))
    run.tell("checked.found", number=len(found.findings))
    raise typer.Exit(1)


def _tell_newest(run: Session, where: str) -> None:
    """Name the newest backup that the program made of a damaged store, and how it is used."""
    path = newest(where)
    if path is None:
        return
    if path.suffix == PACKED:
        run.tell("checked.backup", path=path, command=shlex.join(["plangraph", "restore", str(path), "--store", "NEW"]))
    else:
        run.tell("checked.copied", path=path)


@commands.command()
def backup(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    store: StoreOption = "",
) -> None:
    """Back the store up to one file: passages, decisions, originals and where they lie; also while it is served."""
    from api.backups.backup import back_up

    run = session(context)
    where = run.where(store)
    done = back_up(where, path)
    counts = done.manifest.counts
    run.tell("backed_up.done", **asdict(counts), store=where, path=path)
    if done.manifest.lost:
        names = named(run.lang, tuple(one.name for one in done.manifest.lost))
        run.tell("backed_up.lost", number=len(done.manifest.lost), names=names)
    if not done.compared:
        run.tell("backed_up.not_compared")


@commands.command()
def restore(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    originals: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where originals go that were not uploaded; else to the uploads."),
    ] = None,
    store: StoreOption = "",
) -> None:
    """Make a new store of a backup, on either engine."""
    from api.backups.restore import restore as restore_all

    run = session(context)
    where = run.where(store)
    done = restore_all(path, where, originals)
    counts = done.manifest.counts
    run.tell(
        "backed_up.restored",
        files=counts.files,
        passages=counts.passages,
        decisions=counts.decisions,
        corrections=counts.corrections,
        reports=counts.reports,
        path=path,
        store=where,
    )
    if done.put:
        run.tell("backed_up.put", number=done.put, folder=done.folder)
    if done.manifest.lost:
        names = named(run.lang, tuple(one.name for one in done.manifest.lost))
        run.tell("backed_up.lost", number=len(done.manifest.lost), names=names)
    if not done.compared:
        run.tell("backed_up.not_compared")
