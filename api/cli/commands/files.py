"""Commands about files: read one (`extract`), take files in and out of a store, and check their quotes again."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import output
from api.cli.answer import give
from api.cli.options import JsonOption, StoreOption
from api.cli.progress import bar
from api.cli.session import Session, named, session
from api.settings import Language
from api.words import words
from graph.errors import FileRefusedError

if TYPE_CHECKING:
    from api.ingest.summary import Summary

commands = typer.Typer()
SUMMED = ("read", "merged", "replaced", "unchanged", "refused", "unread", "passed_over")
"""What of a load is told in numbers, in this order."""


@commands.command()
def extract(context: typer.Context, files: Annotated[list[Path], typer.Argument(metavar="FILE…")]) -> None:
    """Read files and print what they say as JSON, without a store."""
    run = session(context)
    read = [_extracted(run, file) for file in files]
    texts = [json.dumps(answer, ensure_ascii=False, indent=2) for answer in read]
    output.emit(f"{texts[0]}\n" if len(files) == 1 else "[\n" + ",\n".join(texts) + "\n]\n")
    if any("error" in answer for answer in read):
        raise typer.Exit(1)


def _extracted(run: Session, file: Path) -> dict[str, object]:
    """What a file says, or why it cannot be read, which is also told aside."""
    from api.pages.words import unread
    from graph.exports.extract import as_extract
    from loaders.extract import extract as extract_file

    try:
        answer = as_extract(extract_file(file))
    except FileRefusedError as error:
        sentence = run.sentence(error)
        output.tell(sentence)
        return {"document": {"path": str(file)}, "error": sentence}
    answer["unread"] = [one | {"reason": unread(run.lang, str(one["reason"]))} for one in answer["unread"]]
    return answer


@commands.command()
def load(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders or patterns.")],
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read files.")] = 1,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Read files, folders and patterns into the store."""
    from api.ingest.load import load as load_files

    run = session(context)
    with run.writing(store, as_it_is=True) as graph, bar(words.say(run.lang, "loading")) as progress:
        summary = load_files(graph, paths, workers=workers, progress=progress)
    run.tell_upkeep(summary.upkeep)
    report(run, summary, as_json=as_json)
    if summary.refused:
        raise typer.Exit(1)


def report(run: Session, summary: "Summary", *, as_json: bool) -> None:
    """Write what a load did: counts, or a row a file; what a person should look at as sentences aside."""
    done = {name: getattr(summary, name) for name in ("read", "merged", "replaced", "unchanged")}
    refused = [(one.path, words.error(run.lang, one.reason)) for one in summary.refused]
    if as_json:
        rows = [{"path": path, "outcome": name, "reason": ""} for name, paths in done.items() for path in paths]
        output.emit_rows(rows + [{"path": path, "outcome": "refused", "reason": why} for path, why in refused])
    else:
        output.emit(counted(run.lang, summary) + "\n")
    for _, why in refused:
        output.tell(why)
    for path in summary.empty:
        run.tell("says_nothing", path=path)
    for path in summary.beside:
        run.tell("kept_beside", path=path)


def counted(lang: Language, summary: "Summary") -> str:
    """What a load did, in numbers; what did not happen is not mentioned."""
    numbers = {name: len(getattr(summary, name)) for name in SUMMED}
    if not any(numbers[name] for name in ("read", "merged", "replaced", "refused")):
        numbers = {"nothing_new": numbers["unchanged"], **numbers, "unchanged": 0}
    files = named(lang, tuple(dict.fromkeys(summary.unread)))
    told = [words.say(lang, f"loaded_{name}", number=number, files=files) for name, number in numbers.items() if number]
    return words.say(lang, "comma").join(told) + words.say(lang, "stop")


@commands.command()
def unload(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, its number (文号), or a file's path.")],
    store: StoreOption = "",
) -> None:
    """Take a document out of the store."""
    from api.ingest.load import unload as unload_files

    run = session(context)
    with run.writing(store) as graph:
        names = unload_files(graph, document)
    for name in names:
        run.tell("unloaded", name=name, store=run.where(store))


@commands.command()
def verify(context: typer.Context, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Open every source file again and check that the quoted words still stand there."""
    from api.ingest.verify import verify as check

    run = session(context)
    with run.reading(store) as graph:
        found = check(graph)
    rows = [
        {
            "path": one.path,
            "line": one.line,
            "fault": one.fault,
            "facts": tuple(fact.words(run.lang) for fact in one.facts),
            "quote": one.quote,
            "reason": "",
        }
        for one in found.failed
    ] + [
        {
            "path": file.path,
            "line": 0,
            "fault": "unopened",
            "facts": (),
            "quote": "",
            "reason": words.error(run.lang, file.reason),
        }
        for file in found.unopened
    ]
    if as_json or rows:
        give(run, "verify", rows, as_json=as_json)
    if found.holds or found.failed:
        key = "not_verified" if found.failed else "verified"
        run.tell(key, quotes=found.quotes, files=found.files, failed=len(found.failed))
    if found.unopened:
        run.tell("not_opened", number=len(found.unopened))
    if not found.holds:
        raise typer.Exit(1)
