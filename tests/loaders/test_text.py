"""A text tells places by lines, or, in a format without lines, by the locators of its blocks."""

from loaders.text import Cell, Locator, Paragraph, Table, TableRow, Text, Words, line_starts

CHARACTERS = "修渠方案\n任务责任单位修渠水利站"


def test_a_place_in_a_format_with_lines_is_a_line() -> None:
    text = Text("plan.txt", "", "txt", CHARACTERS, (), line_starts(CHARACTERS))
    source = text.source(5, 7)
    assert (source.line, source.end_line, source.quote) == (2, 2, "任务")
    assert (source.page, source.sheet, source.paragraph) == (None, None, None)


def test_a_place_in_a_format_without_lines_is_that_of_its_block() -> None:
    title = Paragraph(Words.of(CHARACTERS, 0, 4), 1, Locator(page=1, paragraph=7))
    cells = tuple(Cell((Words.of(CHARACTERS, at, end),), at, end) for at, end in ((11, 13), (13, 16)))
    row = TableRow(cells, 1)
    sheet = Table("修渠方案", ("任务", "责任单位"), (row,), 1, 5, 16, locator=Locator(page=2, sheet="清单"))
    blocks = (title, sheet)
    text = Text("plan.xlsx", "", "xlsx", CHARACTERS, blocks, (), tuple(block.start for block in blocks))
    head = text.source(0, 4)
    assert (head.line, head.end_line, head.page, head.paragraph) == (None, None, 1, 7)
    task = text.source(row.start, row.end, table=1, row=1)
    assert (task.line, task.page, task.sheet, task.paragraph) == (None, 2, "清单", None)
    assert (task.table, task.row, task.quote) == (1, 1, "修渠水利站")
