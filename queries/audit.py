"""What is wrong in the plans, and worth telling their authors: each finding with the place that shows it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated, TypedDict

from graph.messages.message import Plain, message, plain
from graph.stores.protocol import Store
from graph.words.fold import fold
from graph.words.names import words_form
from graph.words.numerals import Numeral, read_numeral
from graph.words.promised_dates import promised_dates
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.citations import path_of
from queries.header import Ids
from queries.listing.in_force import NOW, PapersInForce
from queries.rows import ChangeRow, ConflictRow, PlacesEndedRow, PlanRow, TaskRow
from queries.unsettled.repeated_plans import repeated_plans


class FindingRow(TypedDict):
    """Something that is wrong in a plan."""

    problem: str
    title: str
    reason: Annotated[str, "A code, whose sentence holds the values."]
    reason_values: Mapping[str, Plain]
    plan_title: str
    document: str
    place: str
    task_id: str
    sources: tuple[str, ...]


class SpellingRow(TypedDict):
    """A pair of names in one place that may be one."""

    name: str
    other: str
    place: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a task, a plan, a change of places or (without ids) a name, and where it stands."""

    title: str
    plan_title: str = ""
    document: str = ""
    place: str = ""
    task_id: str = ""
    plan_id: str = ""
    change_id: str = ""
    sources: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: TaskRow | ConflictRow) -> "Subject":
        """The task of a row."""
        return cls(
            row["title"], row["plan_title"], row["document"], row["place"], row["task_id"], sources=row["sources"]
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing that is wrong: which problem, in which task (or plan, name), with what values to tell; `twin` is the id
    of another task, or change of places, that it stands in too; `tasks` are those (by id) of a finding on several.
    """

    problem: str
    subject: Subject
    values: Mapping[str, object]
    twin: str = ""
    tasks: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[str, ...]:
        """The changes of places (by id) that it is about."""
        return tuple(one for one in (self.subject.change_id, self.twin) if one) if self.subject.change_id else ()


def audit(
    store: Store, *, within: Ids = (), spellings: Sequence[SpellingRow] = (), standing: PapersInForce = NOW
) -> list[FindingRow]:
    """A row a finding, by kind of problem, then by paper, plan and place in it.

    Of the columns (`FindingRow`) problem is one of `PROBLEMS`, title that of the task, plan or name, reason a code
    (finding.…), task_id "" where it is none. `spellings` are pairs of names that may be one.
    `standing` says which editions and papers count.
    """
    return [told(one) for one in findings(store, within=within, spellings=spellings, standing=standing)]


def findings(
    store: Store, *, within: Ids = (), spellings: Sequence[SpellingRow] = (), standing: PapersInForce = NOW
) -> list[Finding]:
    """The findings of which `audit` makes rows, in its order."""
    replaced, as_of = standing.replaced, standing.as_of
    tasks = rows_of(store, chosen(store, Choice(within=within, replaced=replaced, as_of=as_of)))
    found = [
        *(one for check in _CHECKS for one in check(tasks)),
        *_place_ended(tasks, ask(store, "places/ended", replaced=replaced, as_of=as_of)),
        *_conflicts(ask(store, "conflicts/list", within=within, replaced=replaced, as_of=as_of)),
        *_overtaken(store, within),
        *_two_spellings(spellings),
        *_no_task(store, within, standing),
    ]
    found.sort(key=lambda one: PROBLEMS.index(one.problem))
    return found


PROBLEMS = (
    "conflict",
    "proposal overtaken",
    "deadline passed",
    "place ended",
    "no leader",
    "no lead unit",
    "two roles",
    "listed twice",
    "plan repeated",
    "gap in numbers",
    "two spellings",
    "date in text",
    "no task",
)


def _deadline_passed(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """The last deadline lies before the day on which the paper was issued."""
    for row in tasks:
        if row["due"] and row["due"] < row["issued_on"]:
            yield Finding("deadline passed", Subject.of(row), {"due": row["due_text"], "issued": row["issued_on"]})


def _no_leader(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """A row that names neither a leader nor a leader's role, in a table that does elsewhere."""
    for row in _beside_others(tasks, lambda row: bool(row["leaders"] or row["leader_roles"])):
        if not row["leaders"] and not row["leader_roles"]:
            yield Finding("no leader", Subject.of(row), {})


def _no_lead_unit(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """A row in which no unit leads, in a table in which one does elsewhere."""
    for row in _beside_others(tasks, lambda row: bool(row["lead_units"])):
        if not row["lead_units"]:
            yield Finding("no lead unit", Subject.of(row), {})


def _beside_others(tasks: Sequence[TaskRow], says: Callable[[TaskRow], bool]) -> Iterator[TaskRow]:
    """The rows of tables in which some row says something: where none does, the table has no column for it."""
    say_it = {(row["document_id"], row["plan"]) for row in tasks if row["in_table"] and says(row)}
    return (row for row in tasks if row["in_table"] and (row["document_id"], row["plan"]) in say_it)


def _two_roles(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """A unit both leads a task and is responsible beside the lead unit."""
    for row in tasks:
        both = [name for name in row["lead_units"] if name in row["responsible_units"]]
        if both:
            yield Finding("two roles", Subject.of(row), {"units": both})


def _listed_twice(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """Two tasks of one plan in the same words."""
    seen: dict[tuple[str, str, str], TaskRow] = {}
    for row in tasks:
        words = words_form(f"{row['title']}{row['content']}")
        key = (row["document_id"], row["plan"], words)
        if words and key in seen:
            both = replace(Subject.of(row), sources=(*seen[key]["sources"], *row["sources"]))
            yield Finding("listed twice", both, {}, twin=seen[key]["task_id"])
        seen.setdefault(key, row)


def _plan_repeated(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """A table that repeats most tasks of an earlier one of the paper, as the next month's sheet of a ledger does."""
    for one in repeated_plans(tasks):
        subject = Subject.of(one.again)
        both = (*one.before["sources"], *one.again["sources"])
        values = {"other": one.before["plan_title"], "same": one.same, "of": one.of}
        whole = replace(subject, title=subject.plan_title, task_id="", sources=both)
        yield Finding("plan repeated", whole, values, tasks=(one.before["task_id"], one.again["task_id"]))


def _gaps(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """Numbers of one form that skip some on the way up (（八） then （十）), in prose or table of one plan."""
    by_plan: defaultdict[tuple[str, str, bool], list[tuple[Numeral, TaskRow]]] = defaultdict(list)
    for row in tasks:
        if numeral := read_numeral(row["number"]):
            by_plan[row["document_id"], row["plan"], row["in_table"]].append((numeral, row))
    for numbered in by_plan.values():
        for (before, first), (after, second) in pairwise(numbered):
            if before.form == after.form and after.value > before.value + 1:
                yield Finding(
                    "gap in numbers", Subject.of(second), {"before": first["number"], "after": second["number"]}
                )


def _date_in_text(tasks: Sequence[TaskRow]) -> Iterator[Finding]:
    """Tasks with owners and without a deadline in whose words stands a date by which something is promised: no label,
    bracket or column makes it one. A finding a paper, with the place of each task.
    """
    by_paper: defaultdict[str, list[tuple[TaskRow, list[str]]]] = defaultdict(list)
    for row in tasks:
        owned = row["lead_units"] or row["responsible_units"] or row["leaders"] or row["leader_roles"]
        words = "" if row["due_text"] or not owned else f"{row['title']}\n{row['content']}"
        if dates := [words[one.start() : one.end()] for one in promised_dates(fold(words))]:
            by_paper[row["document_id"]].append((row, dates))
    for found in by_paper.values():
        row = found[0][0]
        sources = tuple(one["sources"][0] for one, _ in found if one["sources"])
        subject = Subject(row["document"], document=row["document"], place=row["place"], sources=sources)
        dates = list(dict.fromkeys(date for _, some in found for date in some))
        told_of = tuple(one["task_id"] for one, _ in found)
        yield Finding("date in text", subject, {"tasks": len(found), "dates": dates}, tasks=told_of)


def _place_ended(tasks: Sequence[TaskRow], ended: Sequence[PlacesEndedRow]) -> Iterator[Finding]:
    """A task that concerns a place, or is given to a unit there, which had ended before the paper was issued. Where the
    task calls the place 原 (former), or the paper itself tells of the end, it is known there.
    """
    places: defaultdict[str, list[PlacesEndedRow]] = defaultdict(list)
    for place in ended:
        for task in dict.fromkeys((*place["concerning"], *place["given"])):
            places[task].append(place)
    for row in tasks:
        for place in places[row["task_id"]]:
            name, day = place["name"], place["until_latest"]
            known = row["document_id"] in place["papers"] or f"原{name}" in f"{row['title']}{row['content']}"
            if day < row["issued_on"] and not known:
                values = {"place": name, "day": day, "issued": row["issued_on"]}
                yield Finding("place ended", Subject.of(row), values)


def _conflicts(rows: Sequence[ConflictRow]) -> Iterator[Finding]:
    for row in rows:
        one, other = row["values"]
        subject = replace(Subject.of(row), change_id=row["change_id"])
        about = message(f"field.{row['field']}")
        yield Finding("conflict", subject, {"field": about, "one": one, "other": other})


def _overtaken(store: Store, within: Ids) -> Iterator[Finding]:
    """A change of places that was only proposed, one of whose places ended otherwise."""
    rows = ask(store, "changes/overtaken")
    changes = {row["change_id"]: row for row in (ask(store, "changes/list", within=within) if rows else ())}
    for row in rows:
        proposed, done = changes.get(row["change_id"]), changes.get(row["by_id"])
        if proposed and done:
            sources = (*proposed["sources"], *done["sources"])
            subject = Subject(_words(proposed), place=proposed["place"], sources=sources, change_id=row["change_id"])
            values = {"place": row["name"], "change": _words(done), "date": done["stated_on"] or done["latest"]}
            yield Finding("proposal overtaken", subject, values, twin=row["by_id"])


def _words(change: ChangeRow) -> str:
    """What went in and what came out: 甲村、乙村 → 丙村."""
    return " → ".join("、".join(side) for side in (change["before"], change["after"]))


def _two_spellings(rows: Sequence[SpellingRow]) -> Iterator[Finding]:
    for row in rows:
        named = Subject(row["name"], place=row["place"])
        yield Finding("two spellings", named, {"one": row["name"], "other": row["other"]})


def _no_task(store: Store, within: Ids, standing: PapersInForce) -> Iterator[Finding]:
    """A plan whose text is in the paper sets no task. One that is only listed cannot, a paper on changes of
    places that has no task at all need not, and those of papers that do not count are not told.
    """
    papers = {
        row["document_id"]: row["tasks"]
        for row in ask(store, "documents/list")
        if standing.holds(row["issued_on"], replaced=row["replaced"], replaced_on=row["replaced_on"])
    }
    changing = {path_of(source) for row in ask(store, "changes/list") for source in row["sources"]}
    for row in ask(store, "plans/list", within=within, replaced=standing.replaced, as_of=standing.as_of):
        if not row["body"] or row["tasks"] or row["document_id"] not in papers:
            continue
        if papers[row["document_id"]] or changing.isdisjoint(map(path_of, row["sources"])):
            yield Finding("no task", _plan(row), {})


def _plan(row: PlanRow) -> Subject:
    title = row["title"]
    return Subject(title, title, row["document"], row["place"], plan_id=row["plan_id"], sources=row["sources"])


_CHECKS: tuple[Callable[[Sequence[TaskRow]], Iterator[Finding]], ...] = (
    _deadline_passed,
    _no_leader,
    _no_lead_unit,
    _two_roles,
    _listed_twice,
    _plan_repeated,
    _gaps,
    _date_in_text,
)


def told(one: Finding) -> FindingRow:
    """The row that tells a finding, as `audit` gives it."""
    why = message(f"finding.{one.problem.replace(' ', '_')}", **one.values)
    return {
        "problem": one.problem,
        "title": one.subject.title,
        "reason": why.key,
        "reason_values": plain(why),
        "plan_title": one.subject.plan_title,
        "document": one.subject.document,
        "place": one.subject.place,
        "task_id": one.subject.task_id,
        "sources": one.subject.sources,
    }
