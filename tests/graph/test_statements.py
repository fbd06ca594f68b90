"""Statements come back from JSON as they were, also where another version of the program wrote it."""

import json
from collections.abc import Callable

import pytest

from graph.errors import StoreError
from graph.papers.passages import kind_of
from graph.statements import KINDS, Statement, fields_of_statements, from_says, to_says
from tests.graph.saying import document, merger, row, seat

PAPER = document(row(10, "盘活资产", due="2021-12-31"), merger(40, "福寿村 忠荣村", "福荣村"), seat(70, "李刚", "组长"))
SAID: tuple[Statement, ...] = (PAPER.head, *PAPER.plans, *PAPER.tasks, *PAPER.changes, *PAPER.appointments)


def changed(statement: Statement, change: Callable[[dict[str, object]], object]) -> str:
    """The JSON of a statement with every object in it changed."""

    def walk(value: object) -> object:
        if isinstance(value, dict):
            value = {name: walk(one) for name, one in value.items()}
            change(value)
        return [walk(one) for one in value] if isinstance(value, list) else value

    return json.dumps(walk(json.loads(to_says(statement))), ensure_ascii=False)


@pytest.mark.parametrize("statement", SAID, ids=lambda one: type(one).__name__)
def test_an_unknown_field_is_left_out(statement: Statement) -> None:
    says = changed(statement, lambda values: values.update(has_name=True))
    assert from_says(kind_of(statement), says) == statement


def test_a_missing_field_with_a_default_has_that() -> None:
    (task,) = PAPER.tasks
    says = changed(task, lambda values: values.pop("named", None))
    assert from_says("task", says) == task


@pytest.mark.parametrize("statement", SAID, ids=lambda one: type(one).__name__)
def test_a_missing_field_without_a_default_is_told_in_one_sentence(statement: Statement) -> None:
    for name in ("source", "quote"):
        says = changed(statement, lambda values, name=name: values.pop(name, None))  # type: ignore[misc]
        with pytest.raises(StoreError, match=r"lacks .*quote.*, as another version of plangraph wrote it: load"):
            from_says(kind_of(statement), says)


def test_all_fields_of_all_statements_are_known_by_name() -> None:
    known = fields_of_statements()
    assert len(known) == len(set(known))
    assert {name.partition(".")[0] for name in known} >= {kind.__name__ for kind in KINDS.values()}
    assert {"TaskStatement.named", "Source.quote", "Due.precision", "ChangeParty.share"} <= set(known)
