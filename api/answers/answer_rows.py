"""The rows that answer a question: what a reading asks for, asked of the catalogue of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from api.ask.questions import OVERLOADED, Asker
from graph.words.levels import VILLAGES
from queries.ask import ask
from queries.chosen import AT_ONCE, Choice, chosen, rows_of
from queries.citations import path_of
from queries.grammar.names import Name
from queries.grammar.reading import AskedConditions, Owner, QuestionReading
from queries.lineage import lineage
from queries.period import ALWAYS
from queries.places.trace import Way
from queries.rows import ChangeRow, TaskRow

AnswerRow = Mapping[str, object]
WAYS: Mapping[str, tuple[Way, ...]] = {"before": ("before",), "after": ("after",), "both": ("before", "after")}
_ENDS = {"merge", "absorb"}
_COLUMNS = {"lead": ("lead_units",), "responsible": ("responsible_units",), "supporting": ("supporting_units",)}
_UNITS = ("lead_units", "responsible_units", "supporting_units")
_COUNTS = {"": "tasks", "lead": "leads", "responsible": "responsible", "supporting": "supports"}


def bare(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def answer_rows(asker: Asker, reading: QuestionReading, asked: str, today: date) -> Sequence[AnswerRow]:  # noqa: PLR0911 - one for each kind of answer
    """The rows of what is asked for, seen from a day: of each a name, the best first, or one number (`count`)."""
    meant = reading.conditions
    match asked:
        case "tasks":
            return tasks_of(asker, meant)
        case "difference":
            number = len(tasks_of(asker, meant)) - len(tasks_of(asker, reading.other or meant))
            return [{"count": abs(number) if reading.ranked else number}]
        case "leaders" | "units":
            return _owners(asker, reading, asked)
        case "months":
            return _months(asker, reading)
        case "towns":
            return _towns(asker, reading)
        case "villages":
            return _villages(asker, reading, today)
        case "documents" | "plans":
            return _papers(asker, reading, asked)
        case "conflicts":
            found = ask(asker.graph, "conflicts/list", within=_within(asker, meant))
            field = reading.conflict
            return [{"name": row["title"], **row} for row in found if not field or row["field"] == field]
        case "lineage":
            return _lineage(asker, reading)
        case _:
            return _merged(asker, reading)


def _within(asker: Asker, meant: AskedConditions) -> tuple[str, ...]:
    return meant.within or asker.inside


def _ids(asker: Asker, meant: AskedConditions) -> Sequence[str]:
    """The ids of the tasks that meet all conditions, in the order of lists."""
    period = meant.period or ALWAYS
    base = Choice(
        within=_within(asker, meant),
        place=_places(asker, meant),
        plan=meant.plan.ids if meant.plan else (),
        role=meant.role,
        due_after="" if period.first == ALWAYS.first else period.first,
        due_before="" if period.last == ALWAYS.last else period.last,
        holding=bare(meant.holding),
    )
    found = chosen(asker.graph, base)
    for owner in meant.owners:
        ids, role = owner.name.ids, owner.role
        leads = owner.name.kind == "leaders"
        own = Choice(leader=ids, role=role) if leads else Choice(unit=ids, role=role)
        theirs = set(chosen(asker.graph, own))
        found = [one for one in found if one in theirs]
    return found


def _places(asker: Asker, meant: AskedConditions) -> tuple[str, ...]:
    """The periods of the village that is meant, and those before and after it where they are asked for."""
    if not meant.place:
        return ()
    own = meant.place.ids
    if not meant.around:
        return own
    reached = lineage(asker.graph, own, ways=WAYS[meant.around])
    kept = [row["place_id"] for row in reached if meant.around == "both" or row["direction"] == meant.around]
    return tuple(dict.fromkeys([*kept, *(own if meant.around == "both" else ())]))


def tasks_of(asker: Asker, meant: AskedConditions) -> list[TaskRow]:
    """The tasks that meet all conditions, those too that only their rows tell of."""
    if meant.around and not _places(asker, meant):
        return []
    rows = rows_of(asker.graph, _ids(asker, meant))
    document = meant.document.ids if meant.document else ()
    return [
        row
        for row in rows
        if (not document or row["document_id"] in document)
        and not any(_has(row, column) for column in meant.lacking)
        and (row["ongoing"] or not meant.ongoing)
    ]


def _has(row: TaskRow, column: str) -> bool:
    """Whether a task has a value in a column; a leader may be told by a role, a deadline by none but its words."""
    if column == "leaders":
        return bool(row["leaders"] or row["leader_roles"])
    return bool(row[column])  # type: ignore[literal-required]


def _owners(asker: Asker, reading: QuestionReading, asked: str) -> list[AnswerRow]:
    """Leaders or units: by their load, by all their tasks, or by those that meet the conditions."""
    meant, within = reading.conditions, _within(asker, reading.conditions)
    if reading.among:
        return _ranked([_one_of(asker, reading, name) for name in reading.among], reading, "tasks")
    if reading.by_load:
        return _loaded(asker, reading, asked)
    if meant.any:
        rows = _bearing(tasks_of(asker, meant), reading.role, asked)
        return _ranked(rows, reading, "tasks")
    if asked == "leaders":
        count = "lead_tasks" if reading.role == "lead" else "tasks"
        leaders = [{**row, "name": row["name"]} for row in ask(asker.graph, "leaders/list", within=within)]
        return _ranked((row for row in leaders if row[count] or not (reading.ranked or reading.role)), reading, count)
    count = _COUNTS[reading.role]
    units = [dict(row) for row in ask(asker.graph, "units/list", within=within) if row["kind"] != "group"]
    return _ranked((row for row in units if row[count] or not (reading.ranked or reading.role)), reading, count)


def _one_of(asker: Asker, reading: QuestionReading, name: Name) -> AnswerRow:
    """One of those of whom a question asks, with the number of their tasks."""
    theirs = replace(reading.conditions, owners=(Owner(name, reading.role),))
    return {"name": name.name, **_counted(tasks_of(asker, theirs))}


def _loaded(asker: Asker, reading: QuestionReading, asked: str) -> list[AnswerRow]:
    """By what they carry in the period, the heaviest first."""
    period = reading.conditions.period
    time = f"{period.first}..{period.last}" if period else ""
    place = Asker(asker.graph, reading.conditions.within[0] if reading.conditions.within else asker.within, asker.lang)
    rows = place.workload(by="leader" if asked == "leaders" else "unit", period=time)
    found = [row for row in rows if row["kind"] != "group"]
    if reading.ranked == "overloaded":
        found = [row for row in found if row["verdict"] in OVERLOADED]
    return _ranked((dict(row) for row in found), reading, "load")


def _bearing(tasks: Iterable[TaskRow], role: str, asked: str) -> list[AnswerRow]:
    """Who has these tasks, a row a name and place, with the number."""
    if asked == "leaders":
        columns: tuple[str, ...] = ("lead_leaders",) if role == "lead" else ("leaders",)
    else:
        columns = _COLUMNS.get(role, _UNITS)
    found: defaultdict[tuple[str, str], list[TaskRow]] = defaultdict(list)
    for row in tasks:
        for name in {name for column in columns for name in row[column]}:  # type: ignore[literal-required]
            found[name, row["place"]].append(row)
    return [{"name": name, "place": place, **_counted(ones)} for (name, place), ones in found.items()]


def _counted(tasks: Sequence[TaskRow]) -> dict[str, object]:
    """How many tasks there are, and where they stand."""
    return {"tasks": len(tasks), "sources": tuple(dict.fromkeys(row["sources"][0] for row in tasks))}


def _ranked(rows: Iterable[AnswerRow], reading: QuestionReading, by: str) -> list[AnswerRow]:
    """The rows with most first, or with least, those of the same number by name."""

    def order(row: AnswerRow) -> tuple[float, str]:
        value = row[by]
        number = float(value) if isinstance(value, int | float) else 0.0
        return (number if reading.ranked == "least" else -number), str(row["name"])

    return sorted(rows, key=order)[: reading.most or None]


def _months(asker: Asker, reading: QuestionReading) -> list[AnswerRow]:
    """The months in which tasks that meet the conditions have deadlines or milestones; by time, where none has most."""
    tasks = tasks_of(asker, reading.conditions)
    found: defaultdict[str, list[TaskRow]] = defaultdict(list)
    for row in tasks:
        for month in {one[:7] for one in row["due_dates"]}:
            found[month].append(row)
    rows: list[AnswerRow] = [{"name": month, **_counted(found[month])} for month in sorted(found)]
    return _ranked(rows, reading, "tasks") if reading.ranked else rows


def _towns(asker: Asker, reading: QuestionReading) -> list[AnswerRow]:
    """The towns and larger places that papers and owners of tasks lie in; by name, where none has most."""
    found: defaultdict[str, list[TaskRow]] = defaultdict(list)
    for row in tasks_of(asker, reading.conditions):
        if row["place"]:
            found[row["place"]].append(row)
    rows: list[AnswerRow] = [{"name": name, **_counted(found[name])} for name in sorted(found)]
    return _ranked(rows, reading, "tasks") if reading.ranked else rows


def _villages(asker: Asker, reading: QuestionReading, today: date) -> list[AnswerRow]:
    """The villages and communities that there are on the day; those that tasks concern, where conditions are given."""
    meant, within = reading.conditions, _within(asker, reading.conditions)
    if meant.any:
        wanted = {
            row["place_id"] for ids in _held(asker, meant) for row in ask(asker.graph, "places/of_tasks", tasks=ids)
        }
        rows = ask(asker.graph, "places/of_ids", places=tuple(sorted(wanted))) if wanted else []
    else:
        rows = ask(asker.graph, "places/alive_at", on_day=today.isoformat(), within=within)
    found: list[AnswerRow] = [dict(row) for row in rows if row["level"] in VILLAGES]
    return _ranked((row for row in found if row["tasks"]), reading, "tasks") if reading.ranked else found


def _held(asker: Asker, meant: AskedConditions) -> Iterator[list[str]]:
    """The ids of the tasks that meet conditions, some hundred at a time."""
    ids = [row["task_id"] for row in tasks_of(asker, meant)]
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _papers(asker: Asker, reading: QuestionReading, asked: str) -> list[AnswerRow]:
    """Papers or plans: all of a place, those of a paper, or those of the tasks that meet the conditions."""
    meant, within = reading.conditions, _within(asker, reading.conditions)
    key = "document_id" if asked == "documents" else "plan_id"
    found: list[AnswerRow]
    if asked == "documents":
        papers = ask(asker.graph, "documents/list", within=within)
        found = [{"name": row["title"] or row["number"] or row["files"][0], **row} for row in papers]
    else:
        plans = ask(asker.graph, "plans/list", within=within)
        found = [{"name": row["title"] or row["document"] or path_of(row["sources"][0]), **row} for row in plans]
    of_paper = replace(meant, document=None)
    if of_paper.any:
        tasks = tasks_of(asker, meant)
        wanted = {row["document_id"] if asked == "documents" else row["plan"] for row in tasks}
        found = [row for row in found if row[key] in wanted]
    elif meant.document:
        found = [row for row in found if row["document_id"] in meant.document.ids]
    return _ranked(found, reading, "tasks") if reading.ranked else found


def _lineage(asker: Asker, reading: QuestionReading) -> list[AnswerRow]:
    """The places before or after a village, the nearest first; itself where it became no other."""
    place = reading.conditions.place
    if not place:
        return []
    found = lineage(asker.graph, place.ids, ways=WAYS[reading.way])
    itself = reading.way == "after" and all(row["direction"] == "self" for row in found)
    reached: dict[str, AnswerRow] = {}
    for row in sorted(found, key=lambda row: row["until"] != "") if itself else found:
        if itself or row["direction"] != "self":
            reached.setdefault(row["name"], dict(row))
    return list(reached.values())


def _merged(asker: Asker, reading: QuestionReading) -> list[AnswerRow]:
    """The villages that were merged, a row each with what they became; or what came out, with what went in."""
    found: dict[str, AnswerRow] = {}
    for row in ask(asker.graph, "changes/list", within=_within(asker, reading.conditions)):
        if row["kind"] in _ENDS:
            found |= {str(one["name"]): one for one in _sides(row, reading)}
    return list(found.values())


def _sides(row: ChangeRow, reading: QuestionReading) -> list[AnswerRow]:
    shared = {"kind": row["kind"], "place": row["place"], "sources": row["sources"]}
    if reading.way == "after":
        return [{"name": name, "other": row["before"], **shared} for name in row["after"]]
    went = zip(row["before"], row["before_roles"], strict=True)
    return [
        {"name": name, "other": row["after"], **shared} for name, role in went if role == "ends" or not reading.ended
    ]
