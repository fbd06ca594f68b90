"""A file becomes paragraphs and tables in order of reading, each with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import FileRefusedError
from loaders.read import read, read_bytes
from loaders.text import Paragraph, Table, Text

HEADER = "\t序号\n\t工作名称\n\t责任单位\n\t完成时限\n\n"


def text_of(characters: str) -> Text:
    return read_bytes(characters.encode(), "plan.txt")


def tables_of(characters: str) -> list[Table]:
    return [block for block in text_of(characters).blocks if isinstance(block, Table)]


def cells_of(characters: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in tables_of(characters) for row in table.rows]


def test_cells_are_lines_that_start_with_a_tab() -> None:
    assert cells_of(HEADER + "\t1\n\t修渠\n\t水利站\n\t6月\n\n\t2\n\t植树\n\t\n\t3月\n") == [
        ["1", "修渠", "水利站", "6月"],
        ["2", "植树", "", "3月"],
    ]


def test_a_cell_goes_on_in_lines_without_a_tab_also_over_blank_lines() -> None:
    rows = cells_of(HEADER + "\t1\n\t修渠\n\t水利站\n\n林业站\n\t6月\n\n\t2\n\t植\n树\n\t林业站\n\t3月\n")
    assert rows == [["1", "修渠", "水利站\n林业站", "6月"], ["2", "植\n树", "林业站", "3月"]]


def test_a_blank_line_inside_a_row_does_not_part_it() -> None:
    assert cells_of(HEADER + "\t1\n\n\t修渠\n\t水利站\n\t6月\n") == [["1", "修渠", "水利站", "6月"]]


def test_a_single_filled_cell_with_a_blank_line_behind_it_is_a_caption() -> None:
    rows = cells_of(HEADER + "\t2022年项目（共1条）\n\n\t1\n\t修渠\n\t水利站\n\t6月\n")
    assert rows == [["2022年项目（共1条）"], ["1", "修渠", "水利站", "6月"]]


def test_two_blank_lines_before_a_line_without_a_tab_end_the_table() -> None:
    blocks = text_of(HEADER + "\t1\n\t修渠\n\t水利站\n\t6月\n\n\n后文。\n").blocks
    assert [type(block) for block in blocks] == [Table, Paragraph]


@pytest.mark.parametrize("line", ["附件2", "三、工作要求", "植树工作方案", "注：以上单位排第一的为牵头单位"])
def test_one_blank_line_ends_a_full_row_before_a_new_heading(line: str) -> None:
    blocks = text_of(HEADER + f"\t1\n\t修渠\n\t水利站\n\t6月\n\n{line}\n").blocks
    assert [type(block) for block in blocks] == [Table, Paragraph]


def test_the_title_of_a_table_is_the_line_above_it_with_or_without_a_tab() -> None:
    for line in ("2024年任务清单", "\t2024年任务清单"):
        assert [table.title for table in tables_of(f"{line}\n\n{HEADER}\t1\n\t修渠\n\t水利站\n\t6月\n")] == [
            "2024年任务清单"
        ]


def test_a_page_number_is_dropped_wherever_it_stands() -> None:
    rows = cells_of(HEADER + "\t1\n\t修渠\n- 3 -\n\t水利站\n\t6月\n— 4 —\n\n\t2\n\t植树\n\t林业站\n\t3月\n")
    assert rows == [["1", "修渠", "水利站", "6月"], ["2", "植树", "林业站", "3月"]]


def test_a_second_header_row_belongs_to_the_header() -> None:
    [table] = tables_of("\t序号\n\t被撤村\n\t并入村\n\n\t\n\t名称\n\t名称\n\n\t1\n\t甲村\n\t乙村\n")
    assert table.header == ("序号", "被撤村名称", "并入村名称")
    assert len(table.rows) == 1


def test_rows_without_a_header_go_on_with_the_table_before() -> None:
    rows = cells_of(HEADER + "\t1\n\t修渠\n\t水利站\n\t6月\n\n\n二、林业\n\n\t2\n\t植树\n\t林业站\n\t3月\n")
    assert rows[-1] == ["2", "植树", "林业站", "3月"]


def test_cells_parted_by_tabs_or_bars_in_one_line_are_rows() -> None:
    tabs = "工作名称\t责任单位\t完成时限\n修渠\t水利站\t6月\n植树\t\t3月\n"
    bars = "| 工作名称 | 责任单位 | 完成时限 |\n|---|---|---|\n| 修渠 | 水利站 | 6月 |\n| 植树 |  | 3月 |\n"
    assert cells_of(tabs) == cells_of(bars) == [["修渠", "水利站", "6月"], ["植树", "", "3月"]]


def test_paragraphs_indented_with_a_tab_are_no_table() -> None:
    blocks = text_of(
        "\t一、总体要求。坚持因地制宜，统筹推进各项工作。\n\t二、重点任务。做好各项工作，确保完成。\n"
    ).blocks
    assert [type(block) for block in blocks] == [Paragraph, Paragraph]


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(FileRefusedError, match=str(path)) as refused:
            read(path)
        assert "\n" not in str(refused.value)


CELL = st.text(alphabet="甲乙丙丁水利", min_size=1, max_size=4)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6), st.booleans())
def test_a_printed_table_is_read_back_cell_by_cell(rows: list[tuple[str, str, str]], roomy: bool) -> None:  # noqa: FBT001
    gap = "\n" if roomy else ""
    printed = HEADER + "".join(
        f"\t{n}\n{gap}" + "".join(f"\t{cell}\n" for cell in row) + "\n" for n, row in enumerate(rows, 1)
    )
    assert cells_of(printed) == [[str(n), *row] for n, row in enumerate(rows, 1)]
    for table in tables_of(printed):
        for row in table.rows:
            assert [printed[cell.start : cell.end] for cell in row.cells] == [cell.text for cell in row.cells]
