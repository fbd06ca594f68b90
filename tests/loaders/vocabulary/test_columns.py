"""Headers mean in their examples what the table says."""

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.tables.column_names import is_header_word, read_header
from loaders.tables.columns import is_task_table
from loaders.tables.header_rows import is_sub_header
from loaders.tables.notes import notes_under_tables
from loaders.tables.table_ends import ends_table
from loaders.text import Paragraph, Table, Words
from loaders.vocabulary.columns import column_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def states_a_rule(row: Row) -> bool:
    table = Table("", ("重点任务", "责任单位"), (), 1, 0, 1)
    note = Paragraph(Words.of(row.example, 0, len(row.example)), 1)
    return [one.rule.rule for one in notes_under_tables([table, note])] == ["first"]


def is_second_row(row: Row) -> bool:
    joined, upper = row.example.removesuffix(" 之下").split(" 在 ")
    return is_sub_header(["", joined.removeprefix(upper)])


def owners_of_marks(mark: str) -> tuple[str, ...]:
    table = f"序号,工作任务,责任单位县水利局,责任单位县住建局,完成时限\n1,修渠,{mark},,6月\n2,建房,,{mark},7月\n"
    return read_document(read_bytes(table.encode(), "矩阵.csv")).tasks[0].responsible_units


def is_table_beside(name: str) -> bool:
    page = f"<table><tr><td>联系领导<td>职务<td>{name}<tr><td>石磊<td>副县长<td>双溪口村</table>"
    return any(isinstance(block, Table) for block in read_bytes(page.encode(), "页.html").blocks)


def meaning_of(row: Row) -> str:
    return read_header([row.example])[0].meaning


CHECKS: Checks = {
    "number": lambda row: meaning_of(row) == "number",
    "report": lambda row: meaning_of(row) == "other",
    "dates": lambda row: meaning_of(row) == "due",
    "spans": lambda row: meaning_of(row) == "unknown",
    "marks": lambda row: owners_of_marks(row.example) == ("县水利局",),
    "body_nouns": lambda row: read_header([row.example])[0].roles == ("responsible",),
    "places": lambda row: read_header([row.example])[0].roles == ("responsible",),
    "about": lambda row: is_table_beside(row.example),
    "people": lambda row: read_header([row.example])[0].roles == ("leaders",),
    "tasks": lambda row: meaning_of(row) == "work",
    "form_field": lambda row: ends_table(row.example),
    "titles": lambda row: ends_table(row.example),
    "column": lambda row: [column.meaning for column in read_header([row.example])] == [row.meaning],
    "no_deadline": lambda row: [column.meaning for column in read_header([row.example])] != ["due"],
    "no_tasks": lambda row: not is_task_table(["重点任务", "责任单位", row.example]),
    "indicators": lambda row: not is_task_table([*row.example.split(" | "), "责任单位"]),
    "roster": lambda row: not is_task_table(row.example.split(" | ")),
    "sub_header": is_second_row,
    "header": lambda row: all(map(is_header_word, row.example.split(" | "))),
    "note": states_a_rule,
}


@pytest.mark.parametrize(("section", "row"), examples(column_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
