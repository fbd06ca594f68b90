"""Commands about files: read one (`extract`), take files in and out of a store, and check their quotes again."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import output
from api.cli.options import JsonOption, StoreOption
from api.cli.session import Session, session
from graph.errors import FileRefusedError
from graph.messages.message import plain
from graph.messages.sentences import say

if TYPE_CHECKING:
    from api.ask.editions.revising import RevisionRow
    from api.ingest.loading.summary import Summary
    from graph.stores.protocol import Store

commands = typer.Typer()
_MOST_REVISIONS = 10
"""Papers that may be revisions which a load tells of; `plangraph documents --proposals` lists all."""


@commands.command()
def extract(context: typer.Context, files: Annotated[list[Path], typer.Argument(metavar="FILE…")]) -> None:
    """Read files and print what they say as JSON, without a store; folders and archives stand for their files."""
    from api.ingest.files.named_files import is_of_many, named_files

    run = session(context)
    read = [_extracted(run, file) for file in named_files(files)]
    texts = [json.dumps(answer, ensure_ascii=False, indent=2) for answer in read]
    output.emit_json(
        f"{texts[0]}\n" if len(files) == 1 and not is_of_many(files[0]) else "[\n" + ",\n".join(texts) + "\n]\n"
    )
    if any("error" in answer for answer in read):
        raise typer.Exit(1)


def _extracted(run: Session, file: Path | FileRefusedError) -> dict[str, object]:
    """What a file says, or why it cannot be read, which is also told aside."""
    from graph.exports.extract import as_extract
    from loaders.extract import extract as extract_file

    try:
        if isinstance(file, FileRefusedError):
            raise file
        return as_extract(extract_file(file))
    except FileRefusedError as error:
        output.tell(run.sentence(error))
        return {
            "document": {"path": str(error.values.get("path", file))},
            "error": error.reason.key,
            "error_values": plain(error.reason),
        }


@commands.command()
def unread(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    as_json: JsonOption = False,
) -> None:
    """Tell what was not read of files, by heading and reason; folders and archives stand for their files."""
    from api.cli.unread import folded_words, rows_of, unread_of
    from api.ingest.files.named_files import named_files

    run = session(context)
    told: list[dict[str, object]] = []
    refused = False
    for file in named_files(files):
        try:
            if isinstance(file, FileRefusedError):
                raise file
            groups = unread_of(file)
        except FileRefusedError as error:
            output.tell(run.sentence(error))
            refused = True
            continue
        if as_json:
            told += [row for group in groups for row in rows_of(str(file), group)]
        else:
            output.emit(folded_words(run.lang, str(file), groups))
    if as_json:
        output.emit_rows(told)
    if refused:
        raise typer.Exit(1)


@commands.command()
def load(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders or patterns.")],
    units: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A table of the units of a register, read with the others.")
    ] = None,
    scheme: Annotated[
        str, typer.Option(metavar="NAME", help="The scheme of the codes in tables of registers, such as NBS.")
    ] = "",
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read files.")] = 1,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Read files, folders and patterns into the store."""
    from api.ask.corrections.corrections_listed import stale_count
    from api.ask.editions.loaded_papers import told_of_papers
    from api.cli.load_report import SUMMED, report
    from api.cli.progress import bar
    from api.ingest.loading.load import load as load_files

    run = session(context)
    with run.writing(store, "load", as_it_is=True, new=True) as graph, bar(say(run.lang, "loaded.reading")) as progress:
        given = [*paths, *(units or ())]
        summary = load_files(graph, given, workers=workers, progress=progress, scheme=scheme)
        revisions = _revisions(graph, summary)
        stale = stale_count(graph)
        papers = list(told_of_papers(graph, summary))
    run.tell_upkeep(summary.upkeep)
    inside = _own(run.where(store), paths)
    if not inside or any(getattr(summary, name) for name in SUMMED):
        report(run, summary, as_json=as_json)
    elif as_json:
        output.emit_rows(())
    for key, path in inside:
        run.tell(key, path=path, store=run.where(store))
    for row in revisions[:_MOST_REVISIONS]:
        run.tell("loaded.revision", **row)
    for key, values in papers:
        run.tell(key, **values)
    if stale:
        run.tell("correction.stale", number=stale)
    if summary.refused:
        raise typer.Exit(1)


def _revisions(graph: "Store", summary: "Summary") -> list["RevisionRow"]:
    """Papers that were just loaded and may be revisions of others, or others of them."""
    from api.ask.editions.revising import revisions_proposed
    from graph.stores.decisions import stored_decisions

    files = {*summary.read, *summary.replaced}
    return revisions_proposed(graph, stored_decisions(graph), files=files) if files else []


def _own(where: str, paths: list[str]) -> list[tuple[str, str]]:
    """The paths that are folders of the store itself, from which nothing is loaded, each with what is said of it."""
    from api.ingest.files.own_files import own_files

    own = own_files(where)
    folders = {own.uploads: "loaded.own_folder", own.trash: "loaded.own_trash"}
    inside = [(path, Path(path).resolve()) for path in paths if Path(path).is_dir()]
    return [(key, path) for path, at in inside for folder, key in folders.items() if folder in (at, *at.parents)]


@commands.command()
def unload(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, its number (文号), or a file's path.")],
    store: StoreOption = "",
) -> None:
    """Take a document out of the store; its files stay, and what was uploaded goes to the trash."""
    from api.uploads.removal import remove

    run = session(context)
    with run.writing(store, "unload") as graph:
        gone = remove(graph, document)
    for path in gone.stay:
        run.tell("unload.forgotten", what=document, path=path)
    for name in gone.names:
        run.tell("unload.done", name=name, store=run.where(store))
    for entry in gone.trashed:
        run.tell("trash.kept", name=entry.name, id=entry.id)


@commands.command()
def verify(context: typer.Context, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Open every source file again and check that the quoted words still stand there."""
    from api.cli import footnotes
    from api.cli.answer import give
    from api.cli.load_report import reason_columns
    from api.ingest.checking.verify import verify as check

    run = session(context)
    with run.reading(store) as graph:
        found = check(graph)
    rows = [
        {
            "path": one.path,
            "line": one.line,
            "where": one.place,
            "fault": one.fault,
            "facts": tuple(fact.words("en" if as_json else run.lang) for fact in one.facts),
            "quote": one.quote,
            "now": one.now,
            **reason_columns(None),
        }
        for one in found.failed
    ] + [
        {
            "path": file.path,
            "line": 0,
            "where": "",
            "fault": "unopened",
            "facts": (),
            "quote": "",
            "now": "",
            **reason_columns(file.reason),
        }
        for file in found.unopened
    ]
    if as_json or rows:
        give(run, "verify", rows if as_json else footnotes.reasons(run.lang, rows), as_json=as_json)
    if found.holds or found.failed:
        key = "verified.not_all" if found.failed else "verified.all"
        run.tell(key, quotes=found.quotes, files=found.files, failed=len(found.failed))
    if found.unopened:
        run.tell("verified.not_opened", number=len(found.unopened))
    run.tell("verified.not_facts")
    if not found.holds:
        raise typer.Exit(1)
