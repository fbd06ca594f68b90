"""Tables in text: cells in quotation marks, any of four signs, any of the encodings, titles above and notes below."""

import csv
import tracemalloc
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.formats import separated_values
from loaders.formats.readers import reader_of
from loaders.formats.separated_values import part_row, records
from loaders.limits import MOST_CELLS
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text

ROWS = [
    ["望川县2025年重点任务清单", "", "", "", ""],
    ["填报单位：县府办", "", "", "日期：3月1日", ""],
    ["序号", "任务", "责任单位", "完成时限", "备注"],
    ["1", '修渠, "一期";\n清淤|到底', "县水利局", "2025年6月", ""],
    ["2", "植树", "县林业局，县财政局", "2025-12", ""],
    ["", "", "", "", ""],
    ["注：第一家为牵头单位", "", "", "", ""],
]
CELLS = st.text("县水利局,;|\t\" '\n12", max_size=12).map(str.strip)


def written(rows: list[list[str]], sign: str) -> str:
    out = StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue()


def tables(text: Text) -> list[Table]:
    return [block for block in text.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_sign_and_encoding_gives_the_same_table(sign: str, encoding: str) -> None:
    text = read_bytes(written(ROWS, sign).encode(encoding), "清单.csv")
    [table] = tables(text)
    assert table.title == "望川县2025年重点任务清单"
    assert table.header == tuple(ROWS[2])
    assert [cell.text for cell in table.rows[0].cells] == ["1", '修渠, "一期";\n清淤|到底', "县水利局", "2025年6月", ""]
    lines = [block.words.text for block in text.blocks if isinstance(block, Paragraph)]
    assert lines == ["望川县2025年重点任务清单", "填报单位：县府办", "日期：3月1日", "注：第一家为牵头单位"]


def test_a_row_is_quoted_as_it_stands_with_its_lines() -> None:
    text = read_bytes(written(ROWS, ",").encode(), "清单.csv")
    document = read_document(text)
    one = document.tasks[0].source
    assert (one.line, one.end_line, one.table, one.row) == (4, 5, 1, 1)
    assert one.quote == '1,"修渠, ""一期"";\n清淤|到底",县水利局,2025年6月,'
    assert text.characters[one.start : one.end] == one.quote
    assert [words for _, words in part_row(one.quote)] == ROWS[3]
    assert document.tasks[1].lead_units == ("县林业局",)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=;\n任务;责任单位\n修渠,清淤;水利站\n", [["修渠,清淤", "水利站"]]),
        ("任务,责任单位\n修渠\n植树,林业站\n", [["修渠"], ["植树", "林业站"]]),
        ("任务,责任单位\r\n\r\n修渠,水利站", [["修渠", "水利站"]]),
        ('任务,责任单位\n"修渠,水利站\n', [['"修渠', "水利站"]]),
        ('任务,责任单位\n"修渠"二期,水利站\n', [['"修渠"二期', "水利站"]]),
        (",,任务,责任单位\n,,修渠,水利站\n", [["修渠", "水利站"]]),
    ],
)
def test_rows_of_all_kinds(text: str, rows: list[list[str]]) -> None:
    [table] = tables(read_bytes(text.encode(), "清单.csv"))
    assert [[cell.text for cell in row.cells if cell.text] for row in table.rows] == rows


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from("\t,;|"))
def test_cells_are_those_that_the_csv_module_reads(rows: list[list[str]], sign: str) -> None:
    header = ["任务", "责任单位", "完成时限"]
    text = read_bytes(f"sep={sign}\n{written([header, *rows], sign)}".encode(), "清单.csv")
    read = list(csv.reader(StringIO(written(rows, sign)), delimiter=sign))
    wanted = [tuple("".join(cell.split()) for cell in row) for row in read if any(cell.strip() for cell in row)]
    found = [
        tuple("".join(cell.text.split()) for cell in row.cells) if len(row.cells) > 1 else (row.cells[0].text, "", "")
        for table in tables(text)
        for row in table.rows
    ]
    assert set(found) <= {*wanted, *((cell, "", "") for row in wanted for cell in row)}
    for block in text.blocks:
        if isinstance(block, Table):
            assert all(text.characters[row.start : row.end].strip("\r\n") for row in block.rows)


@pytest.mark.parametrize("line", ["a,b,c,d\n", "修渠,水利站,六月底前,无\n", '"a,b",c,d,e\n'])
def test_too_many_cells_are_refused_before_they_are_made(line: str) -> None:
    data = (line * (MOST_CELLS // 3 + 1)).encode()
    tracemalloc.start()
    with pytest.raises(FileRefusedError, match=f"more than the limit of {MOST_CELLS} "):
        read_bytes(data, "清单.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50 << 20


def test_commas_in_quotation_marks_are_no_cells() -> None:
    text = "任务,责任单位\n" + f'"{"修渠," * (MOST_CELLS + 1)}",水利站\n'
    [table] = tables(read_bytes(text.encode(), "清单.csv"))
    assert [len(row.cells) for row in table.rows] == [2]


def test_a_file_beyond_its_bytes_is_refused() -> None:
    with pytest.raises(FileRefusedError, match="larger than the limit of 16 MiB"):
        read_bytes(b"a" * (separated_values.MOST_BYTES + 1), "清单.csv")


def test_text_that_a_sheet_gave_is_read_whatever_it_is_called() -> None:
    document = read_document(read_bytes("序号\t任务\t责任单位\n1\t修渠\t水利站\n".encode("gb18030"), "清单.xls"))
    assert [task.title for task in document.tasks] == ["修渠"]
    assert reader_of(document.format).format == "csv"


def test_rows_of_a_long_register_are_parted_however_many() -> None:
    most = MOST_CELLS // 2 + 1
    assert sum(len(fields) for fields in records("510923100263,福荣村\n" * most, ",", 0)) == 2 * most + 1
