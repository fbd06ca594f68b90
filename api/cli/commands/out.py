"""Commands that give the graph to other programs and to the eye: exports, pictures, and the demonstration."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from api.ask.drawing import Kind, drawn
from api.ask.questions import Asker, day_from
from api.cli import files, output
from api.cli.options import (
    DUE_STATES,
    ROLES,
    AsOfOption,
    DayOption,
    DocumentOption,
    DueOption,
    DueStateOption,
    ForceOption,
    InOption,
    LeaderOption,
    PlaceOption,
    PlanOption,
    ReplacedOption,
    RoleOption,
    StoreOption,
    TodayOption,
    UnitOption,
)
from api.cli.session import Session, session
from api.lists.conditions import Conditions
from graph.errors import UsageError
from graph.stores.protocol import Store

commands = typer.Typer()
_NAMES = {
    "xlsx": Path("tasks.xlsx"),
    "docx": Path("tasks.docx"),
    "ledger": Path("ledger.xlsx"),
    "word-template": Path("template.docx"),
}
"""Where files of an office are written that are given no name."""
WholeForm = Literal["rdf", "ttl", "trig", "nq", "nt", "jsonld", "rdfxml", "graphml", "events", "units"]
Form = Literal[WholeForm, "csv", "xlsx", "docx", "ics", "ledger", "word-template"]
WHOLE: frozenset[Form] = frozenset(get_args(WholeForm))
"""Forms that hold all of the graph, or of its places; rdf is Turtle."""


@commands.command()
def export(
    context: typer.Context,
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORM",
            help="rdf (Turtle), ttl, trig, nq, nt, jsonld, rdfxml or graphml (all of the graph); csv, xlsx, docx"
            " (tasks), ics (their deadlines), ledger (a sheet to be filled in) or word-template (what docx uses);"
            " events or units (tables of places and their changes that load reads again, .csv or .xlsx).",
        ),
    ],
    leader: LeaderOption = "",
    unit: UnitOption = "",
    place: PlaceOption = "",
    plan: PlanOption = "",
    document: DocumentOption = "",
    due: DueOption = "",
    due_before: DayOption = "",
    due_after: DayOption = "",
    due_state: DueStateOption = None,
    today: TodayOption = "",
    open_on: DayOption = "",
    role: RoleOption = None,
    replaced: ReplacedOption = False,
    as_of: AsOfOption = "",
    place_in: InOption = "",
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write to this file instead of stdout (office files have names: tasks.xlsx, tasks.docx, ledger.xlsx).",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The office's own template for docx; else that of PLANGRAPH_WORD_TEMPLATE, else the usual one.",
        ),
    ] = None,
    force: ForceOption = False,
    store: StoreOption = "",
) -> None:
    """Export the graph for other programs, or tasks for a spreadsheet and a calendar."""
    from api.lists.taking import own_template
    from viz.files.word.house_template import house_template

    run = session(context)
    whole = form in WHOLE
    conditions = Conditions(
        leader=leader,
        unit=unit,
        place=place,
        plan=plan,
        document=document,
        due=due,
        due_before=due_before,
        due_after=due_after,
        due_state=DUE_STATES.get(due_state or "", due_state or ""),
        open_on=open_on,
        role=ROLES.get(role or "", role or ""),
        replaced="yes" if replaced else "",
        as_of=as_of,
    )
    narrowed = any((*conditions.given.values(), place_in, today))
    if whole and narrowed:
        raise UsageError("export.whole", form=form)
    if template is not None and form != "docx":
        raise UsageError("export.no_template", form=form)
    path = out or _NAMES.get(form)
    if form == "word-template":
        if narrowed:
            raise UsageError("export.whole_template")
        content: str | bytes = house_template(run.lang)
    else:
        with run.reading(store) as graph:
            if form in {"events", "units"}:
                content = exported_table(graph, form, out)
            elif whole:
                content = exported(graph, form, run.base_iri)
            else:
                asker = Asker(graph, place_in, run.lang)
                own = own_template(template or run.settings.own_template)
                content = exported_tasks(asker, form, conditions, day_from(today), own)
    if path is None:
        output.emit_export(content if isinstance(content, str) else content.decode())
        return
    new = not path.parent.exists()
    files.write(path, content, run.where(store), mark=form == "csv", force=force)
    _tell_written(run, path, new_folder=new)


@commands.command()
def draw(
    context: typer.Context,
    what: Annotated[
        Kind,
        typer.Argument(
            metavar="WHAT",
            help="ranking, together, workload, lineage or months (of a place), leader, plan or duties (of the one so"
            " named), around (anything).",
        ),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A place, a leader or a plan (around: or a unit or a paper); all places without one."
        ),
    ] = "",
    leader: Annotated[str, typer.Option(metavar="NAME", help="The months of this leader alone.")] = "",
    unit: Annotated[str, typer.Option(metavar="NAME", help="The months of this unit alone.")] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="The workload of 2021, 2021-06 or 2021-01..2021-06.")
    ] = "",
    place_in: InOption = "",
    steps: Annotated[
        int | None, typer.Option(metavar="N", help="How many steps a picture goes around something: 1 to 4, else 2.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The file to write, by its suffix .html, .svg or .png; else WHAT.html here."),
    ] = None,
    force: ForceOption = False,
    store: StoreOption = "",
) -> None:
    """Draw a picture: one HTML file that opens offline, or an image."""
    from viz.draw import form_of, write

    run = session(context)
    path = out or Path(f"{what}.html")
    form = form_of(path.suffix)
    with run.reading(store) as graph:
        asker = Asker(graph, place_in, run.lang)
        found = drawn(asker, what, name, leader=leader, unit=unit, period=period, steps=steps)
    new = not path.parent.exists()
    files.write(path, write(found.picture, form), run.where(store), force=force)
    _tell_written(run, path, new_folder=new)


def _tell_written(run: Session, path: Path, *, new_folder: bool) -> None:
    """Say that a file was written, and that its folder was made for it."""
    if new_folder:
        run.tell("written.folder", path=path.parent)
    run.tell("written.file", path=path)


def exported_table(graph: Store, form: Form, out: Path | None) -> str | bytes:
    """The table of all changes of places or of all units, in the form that the name of its file says."""
    from api.ask.register_tables import MARK, table, to_file

    rows = table(graph, "units" if form == "units" else "events")
    if out is None:
        return to_file(rows, ".csv").decode().removeprefix(MARK)
    return to_file(rows, out.suffix)


def exported(graph: Store, form: Form, base: str) -> str:
    """The whole graph in a form of RDF, its things named under `base`, or as GraphML; the same text on every run."""
    from graph.exports.network import to_graphml
    from graph.exports.rdf import to_text
    from graph.exports.rdf.people import records_of
    from graph.stores.read_back import read_all

    facts = read_all(graph)
    if form == "graphml":
        return to_graphml(facts)
    return to_text(facts, "ttl" if form == "rdf" else form, base, records_of(graph))


def exported_tasks(asker: Asker, form: Form, given: Conditions, day: str, template: bytes | None = None) -> str | bytes:
    """The tasks that meet the conditions, seen from a day (ISO), as CSV, workbook, calendar, or Word document by a
    template of the office.
    """
    from api.lists.sentence import subject
    from api.lists.taking import MARK, form_of, handed_list

    if form == "ledger":
        from api.ledger.asking import workbook
        from graph.messages.sentences import say

        return workbook(asker, say(asker.lang, "take.ledger", name=subject(asker, given)), **given.given, today=day)
    written = form_of(form, asker.lang, template).write(handed_list(asker, given, day))
    return written if form in {"xlsx", "docx"} else written.decode().removeprefix(MARK)
