"""Commands by which a person corrects what was read; corrections stand in the store, and what they reach is built again
by them.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import ForceOption, InOption, JsonOption, StoreOption
from api.cli.session import Session, author, session
from graph.errors import UsageError

if TYPE_CHECKING:
    from api.ask.corrections.statement_corrections import OnePassage
    from graph.corrections.corrections import Correction, Field, PaperField, TaskField
    from graph.stores.protocol import Store

commands = typer.Typer()
_TASK_FIELDS: "dict[str, TaskField]" = {
    "title": "title",
    "deadline": "due_text",
    "lead": "lead_units",
    "responsible": "responsible_units",
    "supporting": "supporting_units",
    "leaders": "leaders",
    "lead-leaders": "lead_leaders",
}
_PAPER_FIELDS: "dict[str, PaperField]" = {
    "heading": "title",
    "number": "number",
    "issuer": "issuer",
    "date": "issued_on",
}
_PASSAGE_FIELDS: "dict[str, tuple[OnePassage, Field]]" = {
    "change-date": ("change", "on"),
    "before": ("change", "before"),
    "after": ("change", "after"),
    "seat-person": ("seat", "person"),
    "seat-role": ("seat", "role"),
    "seat-post": ("seat", "post"),
    "seat-group": ("seat", "unit"),
}
_NONE: "dict[str, OnePassage]" = {"no-change": "change", "no-seat": "seat"}
_NamesOption = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Of a new task; may be given again.")]


@commands.command()
def correct(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="What is wrong, of which task or paper, and what is right: see below."),
    ] = None,
    lead: _NamesOption = None,
    responsible: _NamesOption = None,
    supporting: _NamesOption = None,
    leader: _NamesOption = None,
    deadline: Annotated[str, typer.Option(metavar="TEXT", help="Of a new task: its deadline in words.")] = "",
    undo: Annotated[str, typer.Option("--undo", metavar="ID", help="Take a correction back.")] = "",
    who: Annotated[
        str,
        typer.Option(
            metavar="NAME", envvar="PLANGRAPH_USER", show_envvar=False, help="Who corrects; else the name of the login."
        ),
    ] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why it is so.")] = "",
    place_in: InOption = "",
    store: StoreOption = "",
) -> None:
    """Correct what was read: title, deadline, lead, responsible, supporting, leaders or lead-leaders TASK WORDS;
    heading, number, issuer or date PAPER WORDS; not-unit NAME, not-person NAME; no-task TASK; task PASSAGE TITLE
    (the passage by id or path:line); one-task TASK TASK, two-tasks TASK. A TASK is its title or its id (tasks --json).
    plan-title PLAN TITLE; change-date, before or after PASSAGE WORDS, no-change PASSAGE; seat-person, seat-role,
    seat-post or seat-group PASSAGE WORDS, no-seat PASSAGE.
    """
    from api.ask.corrections.correcting import correct as keep
    from api.ask.corrections.correcting import undo as take_back
    from api.ask.corrections.corrections_made import Told

    run = session(context)
    if undo:
        if words:
            raise UsageError("correction.words")
        with run.writing(store, "undo correction", who=who) as graph:
            run.tell("correction.undone", id=take_back(graph, undo).id)
        return
    parts: dict[TaskField, list[str]] = {
        "lead_units": lead or [],
        "responsible_units": responsible or [],
        "supporting_units": supporting or [],
        "leaders": leader or [],
        "due_text": [deadline] if deadline else [],
    }
    signed = who or author(os.environ)
    told = Told(signed, datetime.now(UTC).isoformat(timespec="seconds"), why)
    with run.writing(store, "correct", who=signed) as graph:
        made = told.of(_made(graph, tuple(words or ()), parts, place_in))
        keep(graph, made)
        _tell(run, graph, made)


@commands.command()
def corrections(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="export or import, and a file.")] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only those whose words have changed or are gone.")] = False,
    force: ForceOption = False,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what people corrected, or exchange it as a file: export FILE, import FILE."""
    from api.ask.corrections.corrections_listed import listed
    from api.cli import files
    from api.cli.answer import give
    from api.ingest.files.own_files import decisions_path
    from graph.corrections.exchange import exported, read_corrections
    from graph.stores.corrections import stored_corrections

    run = session(context)
    match words or []:
        case []:
            with run.reading(store) as graph:
                rows = listed(graph, stale=stale)
            shown = rows if as_json else [{**row, "field": _named(row["what"], row["field"])} for row in rows]
            give(run, "corrections", shown, as_json=as_json)
        case ["export", path]:
            with run.reading(store) as graph:
                text = exported(stored_corrections(graph))
            where = run.where(store)
            files.write(Path(path), text, where, force=force, besides=decisions_path(where))
            run.tell("written.file", path=path)
        case ["import", path]:
            from api.ask.corrections.correcting import take_in

            coming = read_corrections(Path(path))
            with run.writing(store, "import corrections") as graph:
                new = take_in(graph, coming)
                run.tell("correction.counted", more=len(new), same=len(coming.all) - len(new))
                tell_stale(run, graph)
        case _:
            raise UsageError("correction.list_words")


def _named(what: str, field: str) -> str:
    """What a field is called: the title of a paper or a plan is no title of a task."""
    return "heading" if what in {"paper", "plan"} and field == "title" else field


def tell_stale(run: Session, graph: "Store") -> None:
    """Say how many corrections do not hold, where any do not."""
    from api.ask.corrections.corrections_listed import stale_count

    if number := stale_count(graph):
        run.tell("correction.stale", number=number)


def _tell(run: Session, graph: "Store", made: "tuple[Correction, ...]") -> None:
    from api.ask.corrections.corrections_listed import listed

    states = {row["id"]: row["state"] for row in listed(graph)}
    for one in made:
        if states[one.id] == "holds":
            run.tell("correction.made", id=one.id)
        else:
            run.tell("correction.held_not", id=one.id, state=states[one.id])


def _made(
    graph: "Store", words: tuple[str, ...], parts: "dict[TaskField, list[str]]", place: str
) -> "tuple[Correction, ...]":
    """The corrections that are meant. Raises UsageError for words that mean none."""
    from api.ask.corrections import corrections_made as made
    from api.ask.corrections.correctable import at_line
    from api.ask.resolve import ids, the_one
    from api.ask.resolve import task as the_task

    if any(parts.values()) and words[:1] != ("task",):
        raise UsageError("correction.words")
    found: tuple[Correction, ...]
    match words:
        case ("task", passage, title):
            whole: dict[TaskField, list[str]] = {"title": [title], **parts}
            found = (made.new_task(made.the_new(at_line(graph, passage)), whole),)
        case (kind, task, *values) if kind in _TASK_FIELDS and values:
            found = (made.task_field(graph, the_task(graph, task), _TASK_FIELDS[kind], values),)
        case (kind, paper, value) if kind in _PAPER_FIELDS:
            found = made.paper_field(graph, the_one(graph, "documents", paper).id, _PAPER_FIELDS[kind], value)
        case (("not-unit" | "not-person") as kind, name):
            unit = kind == "not-unit"
            meant = the_one(graph, "units" if unit else "leaders", name, ids(graph, "places", place))
            found = made.no_name(graph, "not_unit" if unit else "not_person", meant.id, "")
        case ("no-task", task):
            found = (made.no_task(graph, the_task(graph, task)),)
        case ("one-task", one, other):
            found = (made.one_task(graph, the_task(graph, one), the_task(graph, other)),)
        case ("two-tasks", task):
            found = (made.two_tasks(graph, the_task(graph, task)),)
        case _:
            found = _on_passages(graph, words, place)
    return found


def _on_passages(graph: "Store", words: tuple[str, ...], place: str) -> "tuple[Correction, ...]":
    """The corrections that are meant of a plan, a change of places or a seat. Raises UsageError for words that mean
    none.
    """
    from api.ask.corrections import statement_corrections as on_passage
    from api.ask.corrections.correctable import at_line, of_plan
    from api.ask.resolve import ids, the_one

    match words:
        case ("plan-title", plan, title):
            passages = of_plan(graph, the_one(graph, "plans", plan, ids(graph, "places", place)).id)
            return tuple(on_passage.passage_field(one, "plan", "title", [title]) for one in passages)
        case (kind, passage, *values) if kind in _PASSAGE_FIELDS and values:
            what, field = _PASSAGE_FIELDS[kind]
            return (on_passage.passage_field(on_passage.fitting(at_line(graph, passage), what), what, field, values),)
        case (kind, passage) if kind in _NONE:
            return (on_passage.no_such(on_passage.fitting(at_line(graph, passage), _NONE[kind]), _NONE[kind]),)
        case _:
            raise UsageError("correction.words")
