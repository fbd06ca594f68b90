"""The command that converts a table of places from one day to another."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import files, output
from api.cli.answer import give
from api.cli.options import ForceOption, InOption, JsonOption, StoreOption
from api.cli.session import Session, session
from graph.errors import FileRefusedError, UsageError
from graph.messages.sentences import worded
from queries.period import parse

if TYPE_CHECKING:
    from api.conversion.converting import AskedTable, ConvertedTable
    from queries.conversion.weights import Weights

commands = typer.Typer()
GUESS = "guess"
"""What stands for a day that is not known."""


@commands.command()
def convert(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table: .csv, text with TABs, or .xlsx.")],
    column: Annotated[str, typer.Option(metavar="COLUMN", help="The column that names places.")],
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="The day of these names; guess tells which days fit best.")
    ],
    last: Annotated[
        str, typer.Option("--to", metavar="DATE", help="The day whose places are wanted, also earlier.")
    ] = "",
    parent: Annotated[
        str, typer.Option(metavar="COLUMN", help="The column that names the place above each (a town, 县/镇).")
    ] = "",
    place_in: InOption = "",
    code: Annotated[
        str, typer.Option(metavar="SCHEME", help="The column holds codes of this scheme (NBS), no names.")
    ] = "",
    figures: Annotated[
        list[str] | None,
        typer.Option("--sum", metavar="COLUMN", help="Add up this column; may be given several times."),
    ] = None,
    weights: Annotated[
        Path | None, typer.Option(metavar="FILE", help="How divided places are shared out: a table old, new, ratio.")
    ] = None,
    parts: Annotated[bool, typer.Option("--parts", help="Tell also places that only a part went into.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="The file to write: .csv, .tsv or .xlsx.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what became of which rows to this file (JSON).")
    ] = None,
    force: ForceOption = False,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Convert a table of places from one day to another: each row with what its place is on the other day."""
    from api.conversion.converting import AskedTable

    run = session(context)
    asked = AskedTable(column, parent, tuple(dict.fromkeys(figures or ())))
    if first.strip().lower() == GUESS:
        _guess(run, store, file, asked, place_in, code, as_json=as_json)
        return
    if not last or (out is None and not as_json):
        raise UsageError("convert.needs", options="--to" if not last else "--out")
    from api.ask.questions import Asker
    from api.conversion.converting import convert_table
    from api.conversion.report import to_rows
    from api.conversion.user_table import read_table
    from api.conversion.written import beside, check_ending, files_of
    from queries.conversion.convert import Conversion

    if out is not None:
        check_ending(out)
    days = parse(first, "from").last, parse(last, "to").last
    _check_apart(
        [file, *([weights] if weights else [])], [*(beside(out) if out else []), *([report] if report else [])]
    )
    table = read_table(file, asked.columns)
    shares = _weights(weights)
    with run.reading(store) as graph:
        inside = Asker(graph, place_in, run.lang).inside
        done = convert_table(graph, table, asked, Conversion(*days, code, inside, parts), shares)
    for path, content in files_of(out, done).items() if out else ():
        files.write(path, content, run.where(store), force=force)
        run.tell("written.file", path=path)
    _tell(run, store, done, report, force=force)
    if as_json:
        output.emit_rows(to_rows(done))


def _tell(run: Session, store: str, done: "ConvertedTable", report: Path | None, *, force: bool) -> None:
    """Say what became of the rows, and write it to a file where that is asked for."""
    from api.conversion.report import told, written

    if report is not None:
        files.write(report, written(done), run.where(store), force=force)
        run.tell("written.file", path=report)
    for one in told(done):
        output.tell(worded(run.lang, one))


def _guess(
    run: Session, store: str, file: Path, asked: "AskedTable", place_in: str, code: str, *, as_json: bool
) -> None:
    """Tell which days fit the column best, and how many of its names stand on each."""
    from api.ask.questions import Asker
    from api.conversion.converting import all_places, cells_of
    from api.conversion.user_table import read_table
    from queries.conversion.finding import PlaceFinder
    from queries.conversion.fitting import fits

    cells = cells_of(read_table(file, asked.columns), asked)
    with run.reading(store) as graph:
        inside = Asker(graph, place_in, run.lang).inside
        known = all_places(graph, code)
    rows = fits(known, PlaceFinder(known, scheme=code, within=inside), cells)
    give(run, "fits", rows, as_json=as_json)
    if not rows:
        run.tell("convert.no_fit")


def _weights(path: Path | None) -> "Weights":
    """The weights of a table in a file, none without one. Raises FileRefusedError."""
    from api.conversion.user_table import read_table
    from queries.conversion.weights import WeightRow, weights_of

    if path is None:
        return {}
    table = read_table(path, ("old", "new", "ratio"))
    old, new, ratio = (table.column(one) for one in ("old", "new", "ratio"))
    try:
        return weights_of(
            WeightRow(row.number, row.at(old).name.strip(), row.at(new).name.strip(), row.at(ratio).exact)
            for row in table.rows
        )
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error


def _check_apart(read: Sequence[Path], written: Sequence[Path]) -> None:
    """Raise FileRefusedError where a file would be written over one that is read, or twice."""
    taken = [one.resolve() for one in read]
    for path in written:
        there = path.resolve()
        if there in taken or (path.exists() and any(one.exists() and path.samefile(one) for one in taken)):
            raise FileRefusedError("convert.over_source", path=path)
        taken.append(there)
