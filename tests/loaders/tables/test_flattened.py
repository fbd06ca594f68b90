"""A flattened table ends at another header, at what begins something new, and at what its last column cannot hold."""

import pytest

from loaders.read import read_bytes
from loaders.text import Paragraph, Table

HEADER = ("序号", "任务", "责任单位", "时限")
ROWS = (("1", "修渠", "水利站", "6月"), ("2", "建泵站", "水利站", "9月"))
OTHER = (("序号", "板块", "任务内容", "责任单位"), ("1", "林业", "植树", "林业站"))
TITLES = (
    "重点任务一览表",
    "附 2\n任务分解表",
    "附件2",
    "表 2-1 林业任务",
    "（二）林业任务",
    "2．林业任务",
    "第二部分 林业",
    "东片",
    "林业站2024年任务",
    "“绿满青禾”行动分工",
    "★为省定任务",
    "▲表示重点任务",
    "填表人：李明",
    "单位：万元",
    "青禾县人民政府\n2024年3月5日",
    "以上任务按月调度。",
)


def flat(*rows: tuple[str, ...], blank: str = "\n") -> str:
    return blank.join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def blocks_of(characters: str) -> tuple[list[Table], list[str]]:
    blocks = read_bytes(characters.encode(), "plan.txt").blocks
    words = [block.words.text for block in blocks if isinstance(block, Paragraph)]
    return [block for block in blocks if isinstance(block, Table)], words


def cells(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("before", ["\n", "\n— 5 —\n", "\n- 5 -\n\n"])
@pytest.mark.parametrize("second", [OTHER, (HEADER, ("1", "植树", "林业站", "3月"))])
def test_what_stands_before_another_header_is_its_title(
    title: str, before: str, second: tuple[tuple[str, ...], ...]
) -> None:
    tables, words = blocks_of(flat(HEADER, *ROWS) + before + title + "\n\n" + flat(*second))
    assert [cells(table) for table in tables] == [list(ROWS), list(second[1:])]
    assert words == title.split("\n")
    assert tables[1].title == words[-1]


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("between", ["重点任务一览表\n", "\n东片\n", "\n东片\n\n", "重点任务一览表\n\n"])
def test_a_title_is_one_with_and_without_blank_lines_around_it(blank: str, between: str) -> None:
    tables, words = blocks_of(flat(HEADER, *ROWS, blank=blank) + between + flat(*OTHER, blank=blank))
    assert [cells(table) for table in tables] == [list(ROWS), [OTHER[1]]]
    assert words == [between.strip()]


def test_a_header_alone_and_one_under_a_caption_begin_a_table() -> None:
    tables, _ = blocks_of(flat(HEADER, *ROWS) + "\n" + flat(*OTHER))
    assert [len(table.rows) for table in tables] == [2, 1]
    tables, words = blocks_of(flat(HEADER, *ROWS, ("附表2 任务分解",)) + "\n" + flat(*OTHER))
    assert ([len(table.rows) for table in tables], words) == ([2, 1], ["附表2 任务分解"])


def test_the_same_header_behind_a_page_alone_goes_on() -> None:
    [table], _ = blocks_of(flat(HEADER, ROWS[0]) + "\n- 3 -\n\n" + flat(HEADER, ROWS[1]))
    assert [row.after_page for row in table.rows] == [False, True]


@pytest.mark.parametrize(
    "tail",
    [
        "城东片区任务",
        "注：按月调度",
        "备注1.按月调度",
        "（说明）按月调度",
        "填报单位：青禾县",
        "抄送：县委",
        "2024年3月5日",
    ],
)
def test_a_line_that_dates_nothing_ends_a_table_of_deadlines(tail: str) -> None:
    [table], words = blocks_of(flat(HEADER, *ROWS) + f"\n{tail}\n")
    assert (cells(table), words) == (list(ROWS), [tail])


@pytest.mark.parametrize("tail", ["（此件公开发布）", "各村要认真落实。", "抄送：县委办公室", "三、保障措施"])
def test_a_line_that_names_nobody_ends_a_table_of_owners(tail: str) -> None:
    row = ("1", "修渠", "6月", "水利站")
    [table], words = blocks_of(flat(("序号", "任务", "时限", "责任单位"), row) + f"\n{tail}\n")
    assert (cells(table), words) == ([row], [tail])


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (HEADER, ("1", "修渠", "水利站", "6月底前\n\n9月底前")),
        (HEADER, ("1", "修渠", "水利站", "6月底前\n\n长期坚持")),
        (("序号", "任务", "时限", "责任单位"), ("1", "修渠", "6月", "水利站\n\n林业站")),
        (("序号", "任务", "时限", "责任单位"), ("1", "修渠", "6月", "水利站、\n\n- 3 -\n\n林业站")),
        (("序号", "责任单位", "任务内容"), ("1", "水利站", "（一）修渠。\n\n（二）建泵站。")),
        (("序号", "责任单位", "工作措施"), ("1", "水利站", "逐村摸底\n\n建立台账\n\n制定工作方案")),
        (("序号", "责任单位", "工作措施"), ("1", "水利站", "（1）摸底\n\n甲\n\n乙\n\n丙\n\n丁\n\n（2）施工")),
        (("序号", "责任单位", "工作措施"), ("1", "水利站", "分两步\n\n（一）摸底\n\n（二）施工")),
        (("序号", "任务", "责任单位", "备注"), ("1", "修渠", "水利站", "省定\n\n须报县政府")),
    ],
)
def test_paragraphs_of_its_own_stay_in_the_last_cell(header: tuple[str, ...], row: tuple[str, ...]) -> None:
    [table], words = blocks_of(flat(header, row, row))
    paragraphs = tuple(line for line in row[-1].split("\n") if line and line != "- 3 -")
    assert [tuple(row.cells[-1].text.split("\n")) for row in table.rows] == [paragraphs] * 2
    assert words == []


def test_rows_whose_numbers_run_on_are_not_put_together() -> None:
    [table], _ = blocks_of(flat(HEADER, ("1", "修渠"), ("2", "植树"), ("3", "架桥", "交通站", "8月")))
    assert [len(row.cells) for row in table.rows] == [2, 2, 4]
