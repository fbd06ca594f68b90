"""What is wrong in the plans, and worth telling their authors: each finding with the place that shows it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.facts import Value
from graph.messages.message import message, plain
from graph.stores.protocol import Store
from graph.words.names import words_form
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.explained import Explained
from queries.numerals import Numeral, read_numeral

Row = Explained
Told = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing that is wrong: which problem, in which row of tasks (or plan, conflict), with what values to tell; `twin`
    is the id of another task that it stands in too.
    """

    problem: str
    row: Told
    values: Mapping[str, object]
    twin: str = ""


def audit(store: Store, *, within: str = "", spellings: Sequence[Told] = ()) -> list[Row]:
    """A row a finding, by kind of problem, then by paper, plan and place in it.

    Columns: problem (deadline passed, place ended, conflict, no leader, no lead unit, two roles, gap in numbers, listed
    twice, two spellings, no task), title (of the task, plan or name), reason (a code, finding.…) and reason_values,
    plan_title, document, place, task_id ("" where it is none), sources. `spellings` are pairs of names that may be one,
    as rows with name, other, place.
    """
    return [told(one) for one in findings(store, within=within, spellings=spellings)]


def findings(store: Store, *, within: str = "", spellings: Sequence[Told] = ()) -> list[Finding]:
    """The findings of which `audit` makes rows, in its order."""
    tasks = rows_of(store, chosen(store, Choice(within=within)))
    found = [
        *(one for check in _CHECKS for one in check(tasks)),
        *_place_ended(tasks, ask(store, "places/ended")),
        *_conflicts(ask(store, "conflicts/list", within=within)),
        *_two_spellings(spellings),
        *_no_task(ask(store, "plans/list", within=within)),
    ]
    found.sort(key=lambda one: PROBLEMS.index(one.problem))
    return found


PROBLEMS = (
    "conflict",
    "deadline passed",
    "place ended",
    "no leader",
    "no lead unit",
    "two roles",
    "listed twice",
    "gap in numbers",
    "two spellings",
    "no task",
)


def _deadline_passed(tasks: Sequence[Told]) -> Iterator[Finding]:
    """The last deadline lies before the day on which the paper was issued."""
    for row in tasks:
        if row["due"] and str(row["due"]) < str(row["issued_on"]):
            yield Finding("deadline passed", row, {"due": row["due_text"], "issued": row["issued_on"]})


def _no_leader(tasks: Sequence[Told]) -> Iterator[Finding]:
    """A row of a table that names neither a leader nor a leader's role."""
    for row in tasks:
        if row["in_table"] and not row["leaders"] and not row["leader_roles"]:
            yield Finding("no leader", row, {})


def _no_lead_unit(tasks: Sequence[Told]) -> Iterator[Finding]:
    """A row of a table in which no unit leads."""
    for row in tasks:
        if row["in_table"] and not row["lead_units"]:
            yield Finding("no lead unit", row, {})


def _two_roles(tasks: Sequence[Told]) -> Iterator[Finding]:
    """A unit both leads a task and is responsible beside the lead unit."""
    for row in tasks:
        both = [name for name in _names(row["lead_units"]) if name in _names(row["responsible_units"])]
        if both:
            yield Finding("two roles", row, {"units": both})


def _listed_twice(tasks: Sequence[Told]) -> Iterator[Finding]:
    """Two tasks of one plan in the same words."""
    seen: dict[tuple[str, str, str], Told] = {}
    for row in tasks:
        words = words_form(f"{row['title']}{row['content']}")
        key = (str(row["document_id"]), str(row["plan"]), words)
        if words and key in seen:
            both = {**row, "sources": (*_names(seen[key]["sources"]), *_names(row["sources"]))}
            yield Finding("listed twice", both, {}, twin=str(seen[key]["task_id"]))
        seen.setdefault(key, row)


def _gaps(tasks: Sequence[Told]) -> Iterator[Finding]:
    """Numbers of one form that skip some on the way up (（八） then （十）), in prose or table of one plan."""
    by_plan: defaultdict[tuple[Value, Value, Value], list[tuple[Numeral, Told]]] = defaultdict(list)
    for row in tasks:
        if numeral := read_numeral(str(row["number"])):
            by_plan[row["document_id"], row["plan"], row["in_table"]].append((numeral, row))
    for numbered in by_plan.values():
        for (before, first), (after, second) in pairwise(numbered):
            if before.form == after.form and after.value > before.value + 1:
                yield Finding("gap in numbers", second, {"before": first["number"], "after": second["number"]})


def _place_ended(tasks: Sequence[Told], ended: Sequence[Told]) -> Iterator[Finding]:
    """A task that concerns a place, or is given to a unit there, which had ended before the paper was issued. Where the
    task calls the place 原 (former), or the paper itself tells of the end, it is known there.
    """
    places: defaultdict[str, list[Told]] = defaultdict(list)
    for place in ended:
        for task in dict.fromkeys((*_names(place["concerning"]), *_names(place["given"]))):
            places[task].append(place)
    for row in tasks:
        for place in places[str(row["task_id"])]:
            name, day = str(place["name"]), str(place["until_latest"])
            known = row["document_id"] in _names(place["papers"]) or f"原{name}" in f"{row['title']}{row['content']}"
            if day < str(row["issued_on"]) and not known:
                values = {"place": name, "day": day, "issued": row["issued_on"]}
                yield Finding("place ended", row, values)


def _conflicts(rows: Sequence[Told]) -> Iterator[Finding]:
    for row in rows:
        one, other = _names(row["values"])
        yield Finding("conflict", row, {"one": one, "other": other})


def _two_spellings(rows: Sequence[Told]) -> Iterator[Finding]:
    for row in rows:
        told = {"title": row["name"], "place": row["place"]}
        yield Finding("two spellings", told, {"one": row["name"], "other": row["other"]})


def _no_task(plans: Sequence[Told]) -> Iterator[Finding]:
    """A plan whose text is in the paper sets no task; one that is only listed cannot."""
    for row in plans:
        if row["body"] and not row["tasks"]:
            yield Finding("no task", {**row, "plan_title": row["title"]}, {})


_CHECKS: tuple[Callable[[Sequence[Told]], Iterator[Finding]], ...] = (
    _deadline_passed,
    _no_leader,
    _no_lead_unit,
    _two_roles,
    _listed_twice,
    _gaps,
)


def _names(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def told(one: Finding) -> Row:
    """The row that tells a finding, as `audit` gives it."""
    why = message(f"finding.{one.problem.replace(' ', '_')}", **one.values)
    row: Row = {key: one.row.get(key, "") for key in ("title", "plan_title", "document", "place", "task_id")}
    return {
        "problem": one.problem,
        "title": row.pop("title"),
        "reason": why.key,
        "reason_values": plain(why),
        **row,
        "sources": one.row.get("sources", ()),
    }
