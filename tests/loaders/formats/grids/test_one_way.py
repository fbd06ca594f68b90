"""The same rows and merges in Word and in a workbook are the same tables, titles and notes."""

from dataclasses import replace

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text
from tests.loaders.formats.docx.word_files import docx, p, tbl, tc, tr
from tests.loaders.formats.xlsx.books import NOWHERE, Sheet, book

HEADER = ("序号", "工作任务", "具体内容", "责任单位", "完成时限")
Rows = list[tuple[object, ...]]

GRIDS: dict[str, tuple[Rows, list[str]]] = {
    "plain rows": ([HEADER, (1, "修渠", "清淤三公里", "县水利局", "6月"), (2, "植树", "栽种千株", "", "9月")], []),
    "an owner over five rows": (
        [HEADER, *[(at, f"任务{at}", "做好", "县水利局" if at == 1 else "", "6月") for at in range(1, 6)]],
        ["D2:D6"],
    ),
    "a number and a task over rows of different work": (
        [HEADER, (1, "修渠", "清淤", "县水利局", "6月"), ("", "", "护坡", "县林业局", "7月")],
        ["A2:A3", "B2:B3"],
    ),
    "one work of two owners": (
        [HEADER, (1, "修渠", "清淤", "县水利局", "6月"), ("", "", "", "县林业局", "7月")],
        ["A2:A3", "B2:B3", "C2:C3"],
    ),
    "a title, labels, a note and signatures": (
        [
            ("望川县2025年重点任务台账",),
            ("填报单位：县督查室", "", "", "", "单位：个"),
            HEADER,
            (1, "修渠", "清淤", "县水利局", "6月"),
            ("注：责任单位列第一的为牵头单位",),
            ("填表人：赵六", "", "", "审核人：钱七", ""),
        ],
        ["A1:E1", "A2:D2", "A5:E5", "A6:C6", "D6:E6"],
    ),
    "captions and totals": (
        [
            HEADER,
            ("一、水利（1项）",),
            (1, "修渠", "清淤", "县水利局", "6月"),
            ("二、林业（1项）",),
            (1, "植树", "栽种千株", "县林业局", "9月"),
            ("合计", "2项", "", "", ""),
        ],
        ["A2:E2", "A4:E4"],
    ),
    "a header of two rows": (
        [
            ("序号", "工作任务", "责任分工", "", "完成时限"),
            ("", "", "牵头单位", "配合单位", ""),
            (1, "修渠", "县水利局", "县林业局", "6月"),
        ],
        ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
    ),
    "a header that is repeated": (
        [HEADER, (1, "修渠", "清淤", "县水利局", "6月"), HEADER, (2, "植树", "栽种", "县林业局", "9月")],
        [],
    ),
    "a note merged over all rows": (
        [
            (*HEADER, "备注"),
            (1, "修渠", "清淤", "县水利局", "6月", "按月报送"),
            (2, "植树", "栽种", "县林业局", "9月", ""),
        ],
        ["F2:F3"],
    ),
    "a remark column merged with its name": (
        [
            (*HEADER, "备注"),
            (1, "修渠", "清淤", "县水利局", "6月", ""),
            (2, "植树", "栽种", "县林业局", "9月", ""),
        ],
        ["F1:F3"],
    ),
    "changes of places": ([("被撤并村", "合并后村名"), ("福寿村", "福荣村"), ("忠荣村", "")], ["B2:B3"]),
    "two tables under each other": (
        [
            HEADER,
            (1, "修渠", "清淤", "县水利局", "6月"),
            ("二、民生实事", "", "", "", ""),
            HEADER,
            (1, "建桥", "合龙", "县交通局", "9月"),
        ],
        ["A3:E3"],
    ),
    "two tables side by side": (
        [
            ("序号", "任务", "责任单位", "", "序号", "任务", "责任单位"),
            (1, "修渠", "县水利局", "", 1, "植树", "县林业局"),
        ],
        [],
    ),
}


def in_word(rows: Rows, merges: list[str]) -> bytes:
    """The rows as a table of Word, with the merges of the sheet."""
    span: dict[tuple[int, int], int] = {}
    down: dict[tuple[int, int], str] = {}
    for merge in merges:
        first, last = merge.split(":")
        left, right = (ord(one[0]) - ord("A") for one in (first, last))
        top, bottom = (int(one[1:]) - 1 for one in (first, last))
        for row in range(top, bottom + 1):
            span[row, left] = right - left + 1
            if bottom > top:
                down[row, left] = "restart" if row == top else "continue"
    width = max(map(len, rows))
    made = []
    for row, values in enumerate(rows):
        cells, at = [], 0
        while at < width:
            words = str(values[at]) if at < len(values) else ""
            wide = span.get((row, at), 1)
            cells.append(tc(words, span=wide, down=down.get((row, at), "")))
            at += wide
        made.append(tr(*cells))
    return docx(p() + tbl(*made))


def laid(text: Text) -> list[object]:
    """The blocks without their places."""
    found: list[object] = []
    for block in text.blocks:
        if isinstance(block, Paragraph):
            found.append(block.words.text)
        else:
            found.append((block.title, block.header, [[cell.text for cell in row.cells] for row in block.rows]))
    return found


@pytest.mark.parametrize("name", GRIDS)
def test_word_and_workbook_give_the_same_blocks_and_say_the_same(name: str) -> None:
    rows, merges = GRIDS[name]
    word = read_bytes(in_word(rows, merges), "台账.docx")
    sheet = read_bytes(book(Sheet([[value or None for value in row] for row in rows], merges)), "台账.xlsx")
    assert any(isinstance(block, Table) for block in word.blocks)
    assert laid(word) == laid(sheet)
    one, other = read_document(word), read_document(sheet)
    assert [replace(task, source=NOWHERE) for task in one.tasks] == [
        replace(task, source=NOWHERE) for task in other.tasks
    ]
    assert [replace(change, source=NOWHERE) for change in one.changes] == [
        replace(change, source=NOWHERE) for change in other.changes
    ]


def test_a_number_merged_over_rows_is_that_of_each_task() -> None:
    document = read_document(
        read_bytes(in_word(*GRIDS["a number and a task over rows of different work"]), "台账.docx")
    )
    assert [(task.number, task.category, task.content) for task in document.tasks] == [
        ("1", "修渠", "清淤"),
        ("1", "修渠", "护坡"),
    ]
