"""Commands on versions of papers: what changed from one to another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import files
from api.cli.answer import give
from api.cli.options import ForceOption, JsonOption, StoreOption
from api.cli.session import Session, session

if TYPE_CHECKING:
    from api.ask.editions.paper_history import Two
    from queries.versions import NamedVersion

commands = typer.Typer()


@commands.command()
def diff(
    context: typer.Context,
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A file, or a paper by its number (文号), title or id; what was.")
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar="NEW",
            help="The same of what is; without it, the file OLD as it lies there now, or both editions of the paper.",
        ),
    ] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a sheet (.xlsx) to hand on.")] = None,
    force: ForceOption = False,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Tell what changed from one version of a paper to another: tasks, owners, leaders, deadlines."""
    from queries.versions import changes

    run = session(context)
    before, after = _two(run, store, old, new)
    rows = changes(before, after)
    if out is not None:
        from viz.files.changes_sheet import changes_workbook

        files.write(out, changes_workbook(before.name, after.name, rows, run.lang), run.where(store), force=force)
        run.tell("written.file", path=out)
    if out is None or as_json:
        give(run, "diff", rows, as_json=as_json)


def _two(run: Session, store: str, old: str, new: str) -> "Two":
    """What a person means: two versions; a file as it was loaded and as it lies there; or the editions of a paper."""
    from api.ask.editions.versions import loaded_from, of_file, of_one_paper

    if new:
        return _version(run, store, old), _version(run, store, new)
    path = Path(old)
    with run.reading(store) as graph:
        return (loaded_from(graph, path), of_file(path)) if path.is_file() else of_one_paper(graph, old)


def _version(run: Session, store: str, typed: str) -> "NamedVersion":
    """What a person means: a file as it lies there, else what a store holds under a name."""
    from api.ask.editions.versions import named_version, of_file

    path = Path(typed)
    if path.is_file():
        return of_file(path)
    with run.reading(store) as graph:
        return named_version(graph, typed)
