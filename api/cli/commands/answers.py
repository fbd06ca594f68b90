"""Commands that ask beyond lists: workload, lineage, a question in words, a catalogued query, read-only Cypher."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

from api.answers.answering import answer, day_seen_from
from api.ask import free_question, resolve
from api.ask.overview import FIGURES, Figure, OverviewRow, side_by_side
from api.ask.questions import OVERLOADED, Asker, day_from, way
from api.cli import footnotes, output, tables
from api.cli.answer import give
from api.cli.options import (
    AsOfOption,
    InOption,
    JsonOption,
    MegabytesOption,
    ReplacedOption,
    SecondsOption,
    StoreOption,
    TodayOption,
)
from api.cli.session import named, session
from api.settings import Language
from graph.errors import UsageError
from graph.messages.sentences import say
from queries.ask import ask_any
from queries.catalogue import catalogue
from queries.duties import By
from queries.places.legs import legs
from queries.reasons import sentence

commands = typer.Typer()


@commands.command()
def workload(
    context: typer.Context,
    by: Annotated[By, typer.Option(help="Whose load.")] = "unit",
    period: Annotated[
        str,
        typer.Option(metavar="PERIOD", help="2021, 2021-06 or 2021-01..2021-06; else the year of the latest paper."),
    ] = "",
    weights: Annotated[
        str, typer.Option(metavar="L,R,S", help="What a task counts for who leads, is responsible, supports.")
    ] = "",
    overloaded: Annotated[bool, typer.Option("--overloaded", help="Only those who are overloaded.")] = False,
    replaced: ReplacedOption = False,
    as_of: AsOfOption = "",
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show who carries how much, who is overloaded, and why."""
    run = session(context)
    with run.reading(store) as graph:
        asker = Asker(graph, place_in, run.lang)
        rows = asker.workload(by=by, period=period, weights=weights, replaced=replaced, as_of=as_of)
    grave = [row for row in rows if row["verdict"] in OVERLOADED]
    shown = grave if overloaded else rows
    give(run, "workload", shown if as_json else footnotes.undecided(run.lang, shown), as_json=as_json)
    if not as_json:
        for time in sorted({row["period"] for row in rows if row["period"]}):
            places = tuple(dict.fromkeys(row["place"] for row in rows if row["period"] == time and row["place"]))
            run.tell("answer.period", period=time, places=named(run.lang, places))
        for row in grave:
            output.emit(say(run.lang, "answer.explained", name=row["name"], reason=sentence(run.lang, row)) + "\n")
        for row in rows:
            if row["spellings"] or row["undecided"]:
                of_own = say(run.lang, "open.line", number=row["spellings"], load=row["spellings_load"])
                line = of_own if row["spellings"] else say(run.lang, "open.of_others")
                run.tell("answer.open_spellings", name=row["name"], line=line)


@commands.command()
def compare(
    context: typer.Context,
    places: Annotated[list[str], typer.Argument(metavar="PLACE…", help="Names or ids of two places or more.")],
    today: TodayOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Lay places side by side: papers, tasks, what falls due, who is overloaded, what lacks a lead unit, villages."""
    run = session(context)
    with run.reading(store) as graph:
        rows = side_by_side(Asker(graph, "", run.lang), places, day_from(today))
    if as_json:
        output.emit_rows(rows)
    else:
        tables.show(run.lang, [_figure(run.lang, one, rows) for one in FIGURES])


def _figure(lang: Language, figure: Figure, rows: Sequence[OverviewRow]) -> dict[str, object]:
    """The row of a figure, a column a place; places of one name have their ids beside."""
    alike = Counter(row["place"] for row in rows)
    names = [row["place"] if alike[row["place"]] == 1 else f"{row['place']}（{row['place_id']}）" for row in rows]
    values = {name: row[figure] for name, row in zip(names, rows, strict=True)}
    return {"figure": say(lang, f"overview.{figure}"), **values}


@commands.command()
def lineage(
    context: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Name, id or code (NBS:510923100263) of a place.")] = "",
    as_of: Annotated[str, typer.Option(metavar="DATE", help="Say of each place whether it existed on this day.")] = "",
    at: Annotated[
        str, typer.Option(metavar="DATE", help="The places of this day that hold what it was on the day of --as-of.")
    ] = "",
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="Leave out changes before this day.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Leave out changes after this day.")] = "",
    forward: Annotated[bool, typer.Option("--forward", help="Only what became of it.")] = False,
    back: Annotated[bool, typer.Option("--back", help="Only where it comes from.")] = False,
    parts: Annotated[bool, typer.Option("--parts", help="Follow also what only a part went into.")] = False,
    roots_only: Annotated[bool, typer.Option("--roots", help="Only the places with which its lineage begins.")] = False,
    names_only: Annotated[bool, typer.Option("--names", help="All names and codes that it ever had.")] = False,
    event: Annotated[
        str, typer.Option(metavar="ID", help="One change whole, without a PLACE: all that went in and came out.")
    ] = "",
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show where a place comes from and what became of it, change by change."""
    run = session(context)
    if sum((bool(event), roots_only, names_only, bool(at))) > 1 or (event and place):
        raise UsageError("lineage.one_form")
    if not (event or place):
        raise UsageError("option.missing_argument", parameter="PLACE")
    with run.reading(store) as graph:
        asker = Asker(graph, place_in, run.lang)
        if event:
            give(run, "legs", legs(graph, event), as_json=as_json)
            return
        if names_only:
            give(run, "names", asker.names(place), as_json=as_json)
            return
        rows = (
            asker.roots(place, as_of=as_of, window=(first, last), parts=parts)
            if roots_only
            else asker.lineage(
                place,
                as_of=as_of,
                window=(first, last),
                way=way(forward=forward, back=back),
                parts=parts,
                at=at,
            )
        )
        shown = rows if as_json else footnotes.lineage(graph, run.lang, rows)
    give(run, "lineage", shown, as_json=as_json)


@commands.command()
def audit(
    context: typer.Context,
    replaced: ReplacedOption = False,
    as_of: AsOfOption = "",
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what is wrong in the plans: contradictions, deadlines already passed, rows without a leader, and more."""
    run = session(context)
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).audit(replaced=replaced, as_of=as_of)
    give(run, "audit", rows if as_json else footnotes.reasons(run.lang, rows), as_json=as_json)


@commands.command()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in Chinese.")],
    today: Annotated[str, typer.Option(metavar="DATE", help="The day from which times count; else today.")] = "",
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one object: how the question was read, and the rows.")
    ] = False,
) -> None:
    """Answer a question in Chinese by a grammar, and say how it was read; what is not understood is refused."""
    run = session(context)
    day = day_seen_from(today)
    with run.reading(store) as graph:
        found = answer(Asker(graph, place_in, run.lang), question, day)
        tasks, contested = ([], False) if as_json else footnotes.tasks(graph, run.lang, found.tasks, full=False)
    if as_json:
        output.emit_json(json.dumps(found.told, ensure_ascii=False) + "\n")
    if found.refused:
        raise UsageError("ask.not_understood", words=found.reading.not_understood)
    if not as_json:
        run.tell("ask.read_as", reading=found.reading.sentence)
        give(run, found.layout, tasks or found.rows, as_json=False)
        if contested:
            run.tell("answer.contested")


@commands.command()
def query(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the query; without one, all are listed.")] = "",
    params: Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE")] = None,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Ask a query of the catalogue."""
    run = session(context)
    if not name:
        rows = [
            {"query": one.name, "params": [p.name for p in one.params], "answer": one.sentence}
            for one in catalogue().values()
        ]
        give(run, "query", rows, as_json=as_json)
        return
    given: dict[str, object] = {}
    for param in params or ():
        key, equals, value = param.partition("=")
        if not equals:
            raise UsageError("parameter.unwritten", typed=param)
        given[key.strip()] = value
    with run.reading(store) as graph:
        found = ask_any(graph, name, resolve.parameters(graph, name, given))
    give(run, name, found, as_json=as_json)


@commands.command()
def cypher(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="CYPHER", help="A statement that only reads.")],
    seconds: SecondsOption = free_question.SECONDS,
    megabytes: MegabytesOption = free_question.MEGABYTES,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Ask in Cypher; the store is opened so that nothing can be written."""
    run = session(context)
    rows = free_question.answer(run.where(store), text, run.lang, seconds=seconds, megabytes=megabytes)
    give(run, "cypher", rows, as_json=as_json)
