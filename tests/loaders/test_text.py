"""A text tells places by lines, or, in a format without lines, by the locators of its blocks."""

from loaders.text import Cell, Locator, Paragraph, Table, TableRow, Text, Words, line_starts, places_of

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
    starts, places = zip(*places_of(blocks), strict=True)
    text = Text("plan.xlsx", "", "xlsx", CHARACTERS, blocks, (), starts, places)
    head = text.source(0, 4)
    assert (head.line, head.end_line, head.page, head.paragraph) == (None, None, 1, 7)
    task = text.source(row.start, row.end, table=1, row=1)
    assert (task.line, task.page, task.sheet, task.paragraph) == (None, 2, "清单", None)
    assert (task.table, task.row, task.quote) == (1, 1, "修渠水利站")


def test_a_cell_that_knows_its_place_tells_table_and_row_as_the_file_counts_and_its_column_alone() -> None:
    cells = tuple(
        Cell((Words.of(CHARACTERS, at, end),), at, end, Locator(table=3, row=7, column=column))
        for column, (at, end) in enumerate(((11, 13), (13, 16)), start=1)
    )
    table = Table("", ("任务", "责任单位"), (TableRow(cells, 1),), 1, 5, 16, locator=Locator(table=3))
    starts, places = zip(*places_of([table]), strict=True)
    text = Text("plan.docx", "", "docx", CHARACTERS, (table,), (), starts, places)
    row, cell = text.source(11, 16, table=1, row=1), text.source(13, 16)
    assert (row.table, row.row, row.column) == (3, 7, None)
    assert (cell.table, cell.row, cell.column) == (3, 7, 2)


def test_a_cell_in_a_format_with_lines_tells_its_column_too_and_a_header_only_its_table() -> None:
    head = tuple(Cell((Words.of(CHARACTERS, at, end),), at, end) for at, end in ((5, 7), (7, 11)))
    cells = tuple(Cell((Words.of(CHARACTERS, at, end),), at, end) for at, end in ((11, 13), (13, 16)))
    table = Table("", ("任务", "责任单位"), (TableRow(cells, 1),), 4, 5, 16, (TableRow(head, 0),))
    starts, places = zip(*places_of([table]), strict=True)
    text = Text("plan.txt", "", "txt", CHARACTERS, (table,), line_starts(CHARACTERS), starts, places)
    places_told = [
        (one.line, one.table, one.row, one.column)
        for one in (text.source(5, 7), text.source(11, 13), text.source(13, 16), text.source(11, 16))
    ]
    assert places_told == [(2, 4, None, None), (2, 4, 1, 1), (2, 4, 1, 2), (2, 4, 1, None)]
