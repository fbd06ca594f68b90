"""Random plans say the same as plain text and as Markdown, and so do random tables."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statements import Source, TaskStatement
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.plan_grammar import MARKDOWN, PLAN, Task, Wording, in_markdown, laid_out
from tests.loaders.test_printed_tables import ROW, Row, headers, printed

NOWHERE = Source(None, None, None, None, "")


def said(characters: str, name: str) -> list[TaskStatement]:
    """The tasks of a text that lies under a name, without their places; every quote stands at its own."""
    document = read_document(read_bytes(characters.encode(), name))
    for task in document.tasks:
        assert task.source.quote == characters[task.source.start : task.source.end]
    return [replace(task, source=NOWHERE) for task in document.tasks]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(PLAN, st.sampled_from(MARKDOWN), st.booleans())
def test_a_plan_in_markdown_says_what_it_says_as_plain_text(
    plan: list[list[tuple[Task, Wording]]],
    form: str,
    restart: bool,  # noqa: FBT001 - drawn by the test
) -> None:
    markdown = in_markdown(plan, form, restart=restart)
    assert said(markdown, "plan.md") == said(laid_out(plan, "blank lines", restart=restart), "plan.txt"), markdown


@settings(max_examples=60, deadline=None, derandomize=True)
@given(headers(), st.lists(ROW, min_size=1, max_size=5), st.sampled_from(["、", "，", "；"]))
def test_a_table_in_markdown_says_what_it_says_as_plain_text(
    header: list[tuple[str, str]], rows: list[Row], separator: str
) -> None:
    markdown, plain = printed(header, rows, "bars", separator), printed(header, rows, "cells", separator)
    assert said(markdown, "plan.md") == said(plain, "plan.txt"), markdown
