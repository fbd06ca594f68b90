"""Papers that may be revisions of others: another number, the same issuer and place, most of the tasks of the other.
Ledgers that name no issuer are laid beside each other where their titles differ in the month alone.

Nothing is replaced by a proposal: words in the paper make it certain, or a person does (`plangraph decide replaces`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Annotated, TypedDict

from graph.decisions.decisions import Decisions
from graph.stores.protocol import Store
from graph.words.names import content_head, name_form, number_form, title_form
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.header import Ids
from queries.rows import DocumentRow, TaskRow

LEAST = 2
"""Tasks that two papers must share at least: one alone (加强组织领导) stands in papers of all kinds."""

_YEAR = 12
_MONTHS = (*map(str, range(1, _YEAR + 1)), *"一二三四五六七八九十", "十一", "十二")
_MONTH = re.compile(r"[（(]?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月份?[）)]?")


class RevisionRow(TypedDict):
    """A paper that may be a revision of another, the older."""

    number: str
    title: str
    other_number: str
    other_title: str
    same: Annotated[int, "Tasks of the older paper that stand in the newer too, by title and beginning."]
    of: Annotated[int, "Tasks of the older paper."]
    due_changes: Annotated[int, "Those of them whose deadlines differ."]
    document_id: str
    other_id: str


def revisions_proposed(
    store: Store, decisions: Decisions, within: Ids = (), files: Collection[str] | None = None
) -> list[RevisionRow]:
    """A row a pair of papers, those that share most first; what is replaced or decided already is left out.

    Of `files` (by the paths in the store) only pairs are looked for of which one paper is a file of these.
    """
    issued: dict[tuple[str, str], list[DocumentRow]] = {}
    for row in ask(store, "documents/list", within=within):
        by = name_form(row["issuer"]) or _series(row["title"])
        if by and row["place_id"] and not row["replaced"] and row["tasks"] >= LEAST:
            issued.setdefault((by, row["place_id"]), []).append(row)
    wanted = frozenset(files or ())
    if files is not None:
        issued = {key: rows for key, rows in issued.items() if any(not wanted.isdisjoint(row["files"]) for row in rows)}
        within = tuple(sorted({place for _, place in issued}))
    alike = {row["document_id"] for rows in issued.values() if len(rows) > 1 for row in rows}
    tasks: defaultdict[str, list[TaskRow]] = defaultdict(list)
    for task in rows_of(store, chosen(store, Choice(within=within))) if alike else ():
        if task["document_id"] in alike:
            tasks[task["document_id"]].append(task)
    found = [
        row
        for rows in issued.values()
        for one, other in combinations(sorted(rows, key=_age), 2)
        if files is None or not wanted.isdisjoint((*one["files"], *other["files"]))
        for row in _revision(one, other, tasks, decisions)
    ]
    return sorted(found, key=lambda row: (-row["same"], row["number"], row["document_id"], row["other_id"]))


def _series(title: str) -> str:
    """A title without its month (（3月）, 三月份), in which the sheets of a ledger are alike; "" where it has none."""
    bare = _MONTH.sub("", title)
    return f"月 {title_form(bare)}" if bare != title else ""


def _age(row: DocumentRow) -> tuple[str, str, int, str]:
    named = _MONTH.search(row["title"])
    month = _MONTHS.index(named[1]) % _YEAR if named and named[1] in _MONTHS else 0
    return row["issued_on"], row["number"], month, row["document_id"]


def _revision(
    old: DocumentRow, new: DocumentRow, tasks: defaultdict[str, list[TaskRow]], decisions: Decisions
) -> Iterator[RevisionRow]:
    one, other = (number_form(row["number"]) or row["document_id"] for row in (old, new))
    if decisions.standing(one, other, "paper") or decisions.verdict("paper", "", (one, other)):
        return
    ours, theirs = (_by_key(tasks[row["document_id"]]) for row in (old, new))
    shared = ours.keys() & theirs.keys()
    same = sum(min(len(ours[key]), len(theirs[key])) for key in shared)
    whole = sum(map(len, ours.values()))
    if same < LEAST or 2 * same <= whole:
        return
    agreed = sum((Counter(ours[key]) & Counter(theirs[key])).total() for key in shared)
    yield {
        "number": new["number"],
        "title": new["title"],
        "other_number": old["number"],
        "other_title": old["title"],
        "same": same,
        "of": whole,
        "due_changes": same - agreed,
        "document_id": new["document_id"],
        "other_id": old["document_id"],
    }


def _by_key(rows: list[TaskRow]) -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """The beginnings and deadlines of tasks by what makes them alike: title and beginning of the content."""
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for row in rows:
        found.setdefault((title_form(row["title"]), content_head(row["content"])), []).append(
            (row["start"], *row["due_dates"])
        )
    return found
