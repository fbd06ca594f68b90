"""Passages: their ids, and documents restored from them."""

from dataclasses import replace

from graph.papers.passages import passage_ids, passage_node, restore, statements_of
from tests.graph.saying import document, due, item, merger, row, seat

FULL = document(
    row(30, "清查", due="2021-03-31"), item(9, "清查"), merger(50, "甲村 乙村", "丙村"), seat(60, "李刚", "组长")
)


def test_every_statement_has_a_passage_that_does_not_depend_on_the_order_of_reading() -> None:
    turned = replace(FULL, tasks=FULL.tasks[::-1])
    assert passage_ids(FULL) == passage_ids(turned)
    assert len(set(passage_ids(FULL).values())) == len(statements_of(FULL))


def test_two_statements_at_one_place_are_two_passages() -> None:
    pair = document(merger(50, "甲村", "丙村"), merger(50, "乙村", "丁村"))
    assert len(set(passage_ids(pair).values())) == 4


def test_statements_of_a_format_without_characters_are_told_apart_by_their_place() -> None:
    source = replace(
        due_row := row(1, "清查"), source=replace(due_row.source, start=None, end=None, table=1, row=4)
    ).source
    other = replace(source, row=5)
    sheet = document(replace(due_row, source=source), replace(due_row, source=other))
    assert len(set(passage_ids(sheet).values())) == 4


def test_a_document_is_restored_from_its_passages() -> None:
    ids = passage_ids(FULL)
    rows = [passage_node(statement, passage, "").properties for statement, passage in ids.items()]
    restored = restore(FULL.path, {"id": FULL.sha256, "format": FULL.format, "read_by": ""}, reversed(rows))
    assert restored == replace(FULL, tasks=tuple(sorted(FULL.tasks, key=lambda task: task.source.line or 0)))
    assert restored.tasks[1].dues == (due("2021-03-31"),)
