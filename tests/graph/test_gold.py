"""Joining by itself, on a real document as a person read it: rows and items as statements, without any loader."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.exports.extract import Extract, as_extract
from graph.statements import Due, PlanDocument, PlanStatement, TaskStatement
from tests.graph.saying import document, source


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, Any]:
    """What a person read in the document: tables, narrative, plans, conflicts."""
    path = root.parent / "shared" / "gold" / "seed000.json"
    if not path.is_file():
        pytest.skip("what a person read in the real document is not beside the project")
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def extract(gold: dict[str, Any]) -> Extract:
    plans = {plan["title"]: plan["ordinal"] for plan in gold["plans"]}
    tasks = [statement(task, plans[task["plan"]]) for task in gold["tables"] + gold["narrative"]]
    paper: PlanDocument = document(*tasks, plans=())
    listed = tuple(
        PlanStatement(plan["ordinal"], plan["title"], None, body=True, source=source(plan["line"]))
        for plan in gold["plans"]
    )
    return as_extract(PlanDocument(paper.path, paper.sha256, "txt", paper.head, listed, paper.tasks))


def statement(task: dict[str, Any], plan: int) -> TaskStatement:
    """A task as a person read it, as a loader would state it."""
    title = str(task.get("name") or task.get("title") or "")
    dues = tuple(Due("point", task["due"], on=day, precision="month") for day in task["due_dates"])
    return TaskStatement(
        form="row" if task["kind"] == "table" else "item",
        plan=plan,
        number="",
        category=task.get("category") or "",
        title=title,
        content=task.get("content") or title,
        source=source(task["line"]),
        named=bool(title),
        lead_units=tuple(task["leads"]),
        responsible_units=tuple(task["responsible"]),
        supporting_units=tuple(task["cooperating"]),
        leaders=tuple(task["leaders"]),
        due_text=task["due"] or "",
        dues=(*dues, Due("ongoing", task["due"])) if task["ongoing"] else dues,
    )


def lines(thing: dict[str, Any]) -> list[int]:
    return [place["line"] for place in thing["sources"]]


def test_every_prose_item_is_joined_with_its_rows_and_with_nothing_else(gold: dict[str, Any], extract: Extract) -> None:
    expected = {task["line"]: sorted(task["same_as"]) for task in gold["narrative"] if task["same_as"]}
    found: dict[int, list[int]] = {}
    for first, *others in map(lines, extract["tasks"]):
        for other in others:
            found.setdefault(other, []).append(first)
    assert {item: sorted(rows) for item, rows in found.items()} == expected
    assert len(expected) == 41


def test_there_are_as_many_tasks_as_a_person_counts(extract: Extract) -> None:
    assert len(extract["tasks"]) == 147


def test_the_deadlines_that_differ_are_the_conflicts(gold: dict[str, Any], extract: Extract) -> None:
    found = {tuple(lines(conflict)) for conflict in extract["conflicts"]}
    assert found == {(conflict["row"], conflict["prose"]) for conflict in gold["conflicts"]}
    assert {conflict["field"] for conflict in extract["conflicts"]} == {"due_text"}
