"""Tables of PDFs: their cells by ruled lines with merges, over pages, or by columns under a header that is known."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Table
from tests.loaders.formats.pdf.pdf_files import Box, Sheet, pdf, table

XS = [70, 110, 290, 400, 520]
HEAD = ["序号", "工作任务", "责任单位", "完成时限"]
Rows = Sequence[Sequence[Box | str | None]]


def tables(*sheets: Sheet) -> list[Table]:
    return [block for block in read_bytes(pdf(*sheets), "plan.pdf").blocks if isinstance(block, Table)]


def rows_of(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def on_pages(*pages: Rows, xs: Sequence[float] = XS, y: float = 90) -> list[Sheet]:
    sheets = []
    for rows in pages:
        sheet = Sheet()
        table(sheet, y, xs, rows, centred=(0, 2, 3))
        sheets.append(sheet)
    return sheets


def test_cells_are_told_by_lines_and_their_lines_joined_where_the_edge_broke_them() -> None:
    work = "对全镇六十三口山坪塘的渗漏和淤积情况逐一登记造册，建立整治台账"
    [found] = tables(*on_pages([HEAD, ["1", work, "镇农业综合服务中心、镇应急管理办公室", "2024年3月底前"]]))
    assert found.header == tuple(HEAD)
    assert rows_of(found) == [["1", work, "镇农业综合服务中心、镇应急管理办公室", "2024年3月底前"]]


def test_lines_that_end_before_the_edge_of_a_cell_are_paragraphs() -> None:
    [found] = tables(
        *on_pages([HEAD, ["1", "1.清理渠道。\n2.修补渠壁。", "水利站\n财政所", "5月"], ["2", "清淤", "各村", "6月"]])
    )
    assert rows_of(found)[0] == ["1", "1.清理渠道。\n2.修补渠壁。", "水利站\n财政所", "5月"]


def test_a_sign_that_hangs_over_the_edge_leaves_the_room_of_narrow_columns_as_it_is() -> None:
    xs = [70, 110, 240, 297, 360]
    sheet = Sheet()
    table(sheet, 90, xs, [HEAD, ["1", "", "镇农业综合服务中心", "2024年11月底前"], ["2", "", "各村", "6月"]], height=40)
    sheet.words(115.4, 147, "对全镇山坪塘的渗漏情况、", 10.5).words(115.4, 161.7, "淤积情况逐一登记", 10.5)
    sheet.words(115.4, 194, "清淤", 10.5)
    [found] = tables(sheet)
    assert rows_of(found)[0][1:] == ["对全镇山坪塘的渗漏情况、淤积情况逐一登记", "镇农业综合服务中心", "2024年11月底前"]


def test_a_sign_that_hangs_into_the_next_cell_belongs_to_the_words_before_it() -> None:
    sheet = Sheet()
    table(sheet, 90, XS, [HEAD, ["1", "清理东渠", "", ""], ["2", "清淤", "各村", "6月"]], height=40)
    sheet.words(292.5, 147, "镇农业综合服务中心站、", 10.5).words(292.5, 161.7, "应急办", 10.5)
    sheet.words(409, 147, "2024年5月", 10.5)
    [found] = tables(sheet)
    assert rows_of(found)[0] == ["1", "清理东渠", "镇农业综合服务中心站、应急办", "2024年5月"]


@pytest.mark.parametrize("pad", [11.0, 13.0])
def test_a_wide_blank_at_the_edges_of_cells_is_told_by_their_lines(pad: float) -> None:
    sheet = Sheet()
    xs = [60, 110, 110 + 2 * pad + 70, 400, 500]
    table(sheet, 90, xs, [HEAD, *([str(one), "", "", ""] for one in (1, 2, 3))], height=40, centred=range(4))
    for y in (147, 187, 227):
        sheet.words(110 + pad, y, "清理全镇各村", 10.5).words(110 + pad, y + 14.7, "水渠", 10.5)
        sheet.words(330, y, "水利站", 10.5).words(330, y + 14.7, "财政所", 10.5)
    [found] = tables(sheet)
    assert [row[1:3] for row in rows_of(found)] == [["清理全镇各村水渠", "水利站\n财政所"]] * 3


def test_an_owner_merged_over_rows_is_that_of_each_and_a_merged_category_stands_once() -> None:
    xs = [70, 130, 290, 400, 520]
    head = ["类别", "工作任务", "责任单位", "完成时限"]
    rows: Rows = [
        head,
        [Box("水利", 3), "清理东渠", Box("镇水利站", 2), "5月"],
        [None, "清理西渠", None, "6月"],
        [None, "修建泵站", "镇村建办", "7月"],
    ]
    [found] = tables(*on_pages(rows, xs=xs))
    assert [row[2] for row in rows_of(found)] == ["镇水利站", "镇水利站", "镇村建办"]
    assert [row[0] for row in rows_of(found)] == ["水利", "", ""]


def test_a_header_of_two_rows_is_one() -> None:
    rows: Rows = [
        [Box("序号", 2), Box("工作任务", 2), Box("责任分工", 1, 2), None],
        [None, None, "牵头单位", "配合单位"],
        ["1", "清理东渠", "镇水利站", "各村"],
    ]
    [found] = tables(*on_pages(rows))
    assert found.header == ("序号", "工作任务", "牵头单位", "配合单位")


@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_goes_on_over_pages_with_its_header_repeated_or_not(*, repeated: bool) -> None:
    first = [HEAD, ["1", "清理东渠", "水利站", "5月"], ["2", "清理西渠", "水利站", "6月"]]
    second = [*([HEAD] if repeated else []), ["3", "修补渠壁", "村建办", "7月"], ["4", "安装护栏", "应急办", "8月"]]
    [found] = tables(*on_pages(first, second))
    assert [row[0] for row in rows_of(found)] == ["1", "2", "3", "4"]
    places = [(row.cells[0].locator.page, row.cells[0].locator.row) for row in found.rows]
    assert places == [(1, 2), (1, 3), (2, 1 + repeated), (2, 2 + repeated)]  # counted as a page shows them


@pytest.mark.parametrize("repeated", [True, False])
def test_a_row_that_a_page_s_end_cut_is_one(*, repeated: bool) -> None:
    first = [
        HEAD,
        ["1", "清理东渠", "水利站", "5月"],
        ["2", "对西渠的淤泥、杂草进行清理，", "镇水利站、镇农业综", "6月底前"],
    ]
    second = [
        *([HEAD] if repeated else []),
        ["", "按月报送进展。", "合服务中心", ""],
        ["3", "修补渠壁", "村建办", "7月"],
    ]
    [found] = tables(*on_pages(first, second))
    assert rows_of(found)[1] == [
        "2",
        "对西渠的淤泥、杂草进行清理，按月报送进展。",
        "镇水利站、镇农业综合服务中心",
        "6月底前",
    ]
    assert [row[0] for row in rows_of(found)] == ["1", "2", "3"]


def test_an_owner_merged_over_a_page_s_end_is_that_of_the_rows_below_it() -> None:
    first: Rows = [HEAD, ["1", "清理东渠", Box("镇水利站", 2), "5月"], ["2", "清理西渠", None, "6月"]]
    second: Rows = [
        HEAD,
        ["3", "修补渠壁", Box("", 2), "7月"],
        ["4", "安装护栏", None, "8月"],
        ["5", "清淤", "各村", "9月"],
    ]
    [found] = tables(*on_pages(first, second))
    assert [row[2] for row in rows_of(found)] == ["镇水利站"] * 4 + ["各村"]


def test_numbers_that_begin_again_below_a_repeated_header_are_another_table() -> None:
    first = [HEAD, ["1", "清理东渠", "水利站", "5月"], ["2", "清理西渠", "水利站", "6月"]]
    second = [HEAD, ["1", "修补渠壁", "村建办", "7月"], ["2", "安装护栏", "应急办", "8月"]]
    assert [len(found.rows) for found in tables(*on_pages(first, second))] == [2, 2]


def test_other_columns_or_words_between_are_another_table() -> None:
    rows = [HEAD, ["1", "清理东渠", "水利站", "5月"]]
    one, two = on_pages(rows, rows)
    two.words(80, 70, "附件2")
    assert len(tables(one, two)) == 2
    [one] = on_pages(rows)
    [two] = on_pages([["姓名", "职务", "分工"], ["张远", "镇长", "水利"]], xs=[70, 200, 330, 520])
    assert len(tables(one, two)) == 2


def drawn(sheet: Sheet, draw: str, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line of a table, in one of the ways of printers."""
    if draw == "thin boxes":
        sheet.box(x0 - 0.25, y0 - 0.25, x1 + 0.25, y1 + 0.25, "f")
    elif draw in ("dots", "dashes"):
        length, step = (0.75, 1.5) if draw == "dots" else (3.0, 5.0)
        across, down = (length, 0.75) if y0 == y1 else (0.75, length)
        for at in range(int(max(x1 - x0, y1 - y0) / step)):
            x, y = (x0 + at * step, y0) if y0 == y1 else (x0, y0 + at * step)
            sheet.box(x, y, x + across, y + down, "f")
    elif draw == "one path":
        sheet.drawn += [f"{x0} {842 - y0} m {x1} {842 - y1} l"]
    elif draw == "pieces":
        for at in range(10):
            part = [(x0 + (x1 - x0) * one / 10, y0 + (y1 - y0) * one / 10) for one in (at, at + 1)]
            sheet.line(*part[0], *part[1])
    else:
        sheet.line(x0, y0 + 1.5 * (draw == "short" and x0 == x1), x1, y1)


def ruled(draw: str) -> Sheet:
    """A table whose lines are drawn in one of the ways of printers."""
    ys, cells = [100, 120, 140, 160], [HEAD, ["1", "清理东渠", "水利站", "5月"], ["2", "清理西渠", "各村", "6月"]]
    sheet = Sheet()
    for y in ys:
        drawn(sheet, draw, XS[0], y, XS[-1], y)
    for x in XS if draw != "open sides" else XS[1:-1]:
        drawn(sheet, draw, x, ys[0], x, ys[-1])
    if draw == "one path":
        sheet.drawn.append("S")
    for y, row in zip(ys, cells, strict=False):
        for x, words in zip(XS, row, strict=False):
            sheet.words(x + 5.4, y + 14, words, 10.5)
    return sheet


@pytest.mark.parametrize("draw", ["lines", "thin boxes", "dots", "dashes", "pieces", "one path", "short", "open sides"])
def test_lines_are_found_however_they_are_drawn(draw: str) -> None:
    [found] = tables(ruled(draw))
    assert rows_of(found) == [["1", "清理东渠", "水利站", "5月"], ["2", "清理西渠", "各村", "6月"]]


def test_a_frame_around_words_is_no_table_and_a_highlight_no_cell() -> None:
    sheet = Sheet().box(60, 60, 540, 780).words(80, 100, "各村清理渠道")
    assert tables(sheet) == []
    marked = ruled("lines").box(XS[1] + 5, 124, XS[1] + 50, 137, "f")
    assert rows_of(tables(marked)[0])[0] == ["1", "清理东渠", "水利站", "5月"]


def aligned(rows: Sequence[Sequence[str]], *, rules: Sequence[int] = ()) -> Sheet:
    """Words in columns; lines across the page above the rows of these numbers."""
    sheet = Sheet()
    for at, row in enumerate(rows):
        y = 100 + 18 * at
        if at in rules:
            sheet.line(70, y - 13, 520, y - 13)
        for x, words in zip(XS, row, strict=False):
            if words:
                sheet.words(x + 5, y, words, 10.5)
    if len(rows) in rules:
        sheet.line(70, 100 + 18 * len(rows) - 13, 520, 100 + 18 * len(rows) - 13)
    return sheet


@pytest.mark.parametrize("rules", [(), (0, 1, 4), (0, 1, 3, 4)])
def test_columns_under_a_header_that_is_known_are_a_table(rules: Sequence[int]) -> None:
    rows = [
        HEAD,
        ["1", "对东渠、西渠的淤泥杂草", "镇水利站", "5月底前"],
        ["", "进行清理", "", ""],
        ["2", "修补渠壁", "各村", "6月底前"],
    ]
    [found] = tables(aligned(rows, rules=rules))
    assert rows_of(found) == [
        ["1", "对东渠、西渠的淤泥杂草进行清理", "镇水利站", "5月底前"],
        ["2", "修补渠壁", "各村", "6月底前"],
    ]


@pytest.mark.parametrize("ruled", [False, True])
def test_names_of_columns_may_be_broken_over_lines_and_words_of_two_columns_stand_close(*, ruled: bool) -> None:
    sheet = Sheet()
    for x, upper, lower in ((80, "序", "号"), (110, "工作", "任务"), (250, "责任", "单位"), (290, "完成", "时限")):
        sheet.words(x, 100, upper, 10.5).words(x, 118, lower, 10.5)
    for at, (number, work, unit, due) in enumerate(
        [("1", "清理东渠并修补渠壁到位", "水利站和", "2024年5月"), ("2", "清理西渠", "各村", "6月")]
    ):
        y = 150 + 48 * at
        sheet.words(80, y, number, 10.5).words(110, y, work, 10.5).words(232, y, unit, 10.5).words(280, y, due, 10.5)
        if at == 0:
            sheet.words(232, y + 18, "财政所", 10.5).words(280, y + 18, "底前", 10.5)
        if ruled:
            sheet.line(70, y - 20, 400, y - 20).line(70, y + 28, 400, y + 28)
    [found] = tables(sheet)
    assert found.header == ("序号", "工作任务", "责任单位", "完成时限")
    assert [[words.replace("\n", "") for words in row] for row in rows_of(found)] == [
        ["1", "清理东渠并修补渠壁到位", "水利站和财政所", "2024年5月底前"],
        ["2", "清理西渠", "各村", "6月"],
    ]


def test_a_number_at_the_right_of_its_column_is_no_part_of_the_words_beside_it() -> None:
    sheet = Sheet()
    for x, words in zip((80, 120, 260, 360), HEAD, strict=True):
        sheet.words(x, 100, words, 10.5)
    for at, (number, work) in enumerate([("1", "清理东渠"), ("2", "清理西渠"), ("3", "修缮泵站")]):
        y = 120 + 20 * at
        sheet.words(114.5, y, number, 10.5).words(120, y, work, 10.5)
        sheet.words(260, y, "水利站", 10.5).words(360, y, "6月", 10.5)
    [found] = tables(sheet)
    assert [row[:2] for row in rows_of(found)] == [["1", "清理东渠"], ["2", "清理西渠"], ["3", "修缮泵站"]]


def test_a_table_of_which_every_other_row_is_shaded_has_the_rows_between() -> None:
    rows = [HEAD, *([str(at), f"清理第{at}渠", "水利站", f"{at + 4}月"] for at in range(1, 5))]
    sheet = Sheet()
    for at, row in enumerate(rows):
        y = 100 + 24 * at
        for (x0, x1), words in zip(pairwise(XS), row, strict=True):
            if at % 2 == 0:
                sheet.drawn.append("0.9 g")
                sheet.box(x0, y, x1, y + 24, "f")
                sheet.drawn.append("0 g")
            sheet.words(x0 + 5, y + 16, words, 10.5)
    [found] = tables(sheet)
    assert rows_of(found) == rows[1:]


def test_a_header_without_ruled_lines_at_the_top_of_each_page_is_no_running_head() -> None:
    sheets = [aligned([HEAD, ["1", work, "各村", "6月"], ["2", "清淤", "各村", "7月"]]) for work in ("修渠", "修闸")]
    assert [found.header for found in tables(*sheets)] == [tuple(HEAD)] * 2


@pytest.mark.parametrize("short_first", [False, True])
def test_a_number_in_the_middle_of_its_row_tells_the_row(*, short_first: bool) -> None:
    sheet = aligned([HEAD])
    rows = [
        (124, "1", ["对东渠、西渠的淤泥杂草", "进行清理并且按月报送进", "展"]),
        (180, "2", ["修补渠壁"]),
    ]
    if short_first:
        rows = [(124, "1", ["修补渠壁"]), (152, "2", rows[0][2])]
    for top, number, lines in rows:
        for at, line in enumerate(lines):
            sheet.words(XS[1] + 5, top + 14 * at, line, 10.5)
        middle = top + 14 * (len(lines) // 2)
        sheet.words(XS[0] + 5, middle, number, 10.5).words(XS[2] + 5, middle, "各村", 10.5).words(
            XS[3] + 5, middle, "5月", 10.5
        )
    [found] = tables(sheet)
    read = ["对东渠、西渠的淤泥杂草进行清理并且按月报送进展", "修补渠壁"]
    assert [row[1] for row in rows_of(found)] == (read[::-1] if short_first else read)


def test_columns_under_no_known_header_are_prose_and_told() -> None:
    text = read_bytes(
        pdf(aligned([["东山", "十二", "三十"], ["西山", "十五", "四十"], ["南山", "十六", "五十"]])), "a.pdf"
    )
    assert not any(isinstance(block, Table) for block in text.blocks)
    assert [one.reason for one in text.unread] == ["unread.unruled"]


def test_a_task_tells_page_table_and_row() -> None:
    sheets = on_pages(
        [HEAD, ["1", "清理东渠", "镇水利站", "5月"], ["2", "清理西渠", "各村", "6月"]], [["3", "清淤", "各村", "7月"]]
    )
    front = Sheet()
    front.words(180, 100, "石桥镇清渠工作方案", 22)
    document = read_document(read_bytes(pdf(front, *sheets), "plan.pdf"))
    told = [(task.source.page, task.source.table, task.source.row, task.source.quote) for task in document.tasks]
    assert told[0] == (2, 1, 2, "1\t清理东渠\t镇水利站\t5月")
    assert told[-1][:3] == (3, 1, 1)


def test_a_header_of_two_rows_is_repeated_and_a_category_goes_on_over_the_page() -> None:
    head: Rows = [
        [Box("类别", 2), Box("工作任务", 2), Box("责任分工", 1, 2), None],
        [None, None, "牵头单位", "配合单位"],
    ]
    first: Rows = [*head, [Box("水利", 2), "清理东渠", "镇水利站", "各村"], [None, "清理西渠", "镇水利站", "各村"]]
    second: Rows = [*head, [Box("", 2), "修建泵站", "村建办", "各村"], [None, "维修水闸", "村建办", "各村"]]
    [found] = tables(*on_pages(first, second, xs=[70, 150, 300, 420, 520]))
    assert found.header == ("类别", "工作任务", "牵头单位", "配合单位")
    assert [row[1] for row in rows_of(found)] == ["清理东渠", "清理西渠", "修建泵站", "维修水闸"]
    assert [row[0] for row in rows_of(found)] == ["水利", "", "", ""]
