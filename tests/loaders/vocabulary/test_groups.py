"""Steering groups, their seats and who fills them are read from the examples."""

import pytest

from graph.statements import AppointmentStatement
from graph.words.fold import fold
from loaders.groups.members import read_members
from loaders.groups.names import name_above, name_in_title
from loaders.groups.reading import is_group_table, read_group
from loaders.text import Cell, Paragraph, Table, TableRow, Text, Words, line_starts
from loaders.vocabulary.groups import group_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def seats(*lines: str) -> list[AppointmentStatement]:
    characters, start, paragraphs = "\n".join(lines), 0, []
    for number, line in enumerate(lines, start=1):
        paragraphs.append(Paragraph(Words.of(characters, start, start + len(line)), number))
        start += len(line) + 1
    text = Text("a.txt", "0", "txt", characters, tuple(paragraphs), line_starts(characters))
    return list(read_group(text, paragraphs, plan=1))


def fills_a_seat_of_its_row(row: Row) -> bool:
    alone, below = seats(row.example), seats("安全生产委员会", row.example)
    return [one.role in row.words for one in below] == [True] and bool(alone) != row.of_a_named_group


def is_table_of_a_group(row: Row) -> bool:
    words = "组长张三"
    cells = (Cell((Words.of(words, 0, 2),), 0, 2), Cell((Words.of(words, 2, 4),), 2, 4))
    return is_group_table(Table("", ("席位", row.example), (TableRow(cells, 1),), 1, 0, 4))


CHECKS: Checks = {
    "seats": fills_a_seat_of_its_row,
    "kinds": lambda row: name_in_title(row.example) == row.example,
    "offices": lambda row: name_in_title(row.example) == "",
    "kinds_behind": lambda row: name_in_title(row.example) == "领导小组",
    "sets_up": lambda row: name_in_title(row.example) == row.example.removeprefix("成立"),
    "attachment": lambda row: name_above([fold(row.example), fold("领导小组"), fold("组长：张三")], 2) == "领导小组",
    "takes": lambda row: [(one.person, one.role) for one in seats(row.example)] == [("张三", "组长")],
    "clauses": lambda row: [(one.person, one.post) for one in seats(row.example)] == [("李四", "")],
    "ends": lambda row: [one.person for one in seats(row.example)] == ["张三"],
    "parts": lambda row: {one.unit for one in seats(row.example)} == {"宣传组"},
    "columns": is_table_of_a_group,
    "no_names": lambda row: read_members(row.example) == [],
}


@pytest.mark.parametrize(("section", "row"), examples(group_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
