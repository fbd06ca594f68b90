"""Commands on versions of papers: what changed from one to another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import ForceOption, JsonOption, StoreOption
from api.cli.session import Session, session

if TYPE_CHECKING:
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
        typer.Argument(metavar="NEW", help="The same of what is; without it, the file OLD as it lies there now."),
    ] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a sheet (.xlsx) to hand on.")] = None,
    force: ForceOption = False,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Tell what changed from one version of a paper to another: tasks, owners, leaders, deadlines."""
    from api.cli import files
    from api.cli.answer import give
    from queries.versions import changes

    run = session(context)
    before = _version(run, store, old, as_loaded=not new)
    after = _version(run, store, new or old)
    rows = changes(before, after)
    if out is not None:
        from viz.files.changes_sheet import changes_workbook

        files.write(out, changes_workbook(before.name, after.name, rows), run.where(store), force=force)
        run.tell("written.file", path=out)
    if out is None or as_json:
        give(run, "diff", rows, as_json=as_json)


def _version(run: Session, store: str, typed: str, *, as_loaded: bool = False) -> "NamedVersion":
    """What a person means: a file as it lies there, or as it was loaded, else what a store holds under a name."""
    from api.ask.editions.versions import loaded_from, named_version, of_file

    path = Path(typed)
    if path.is_file() and not as_loaded:
        return of_file(path)
    with run.reading(store) as graph:
        return loaded_from(graph, path) if as_loaded else named_version(graph, typed)
