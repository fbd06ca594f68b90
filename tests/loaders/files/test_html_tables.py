"""Tables of HTML become the cells of a flattened text, and their rows tasks."""

import pytest

from graph.errors import FileRefusedError
from loaders.files.plain import read_lines
from tests.loaders.outlines import tasks_of

HEADER = "<tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>"


def cells_of(text: str) -> list[str]:
    return [("|" if line.cell else "") + line.words.text for line in read_lines(text)]


def test_each_cell_is_a_line_with_a_tab_and_a_blank_line_stands_behind_a_row() -> None:
    rows = "\n <tr>\n  <td>甲</td>\n  <td><p>乙</p>\n<p>丙</p></td></tr>\n <tr><td></td><td>丁</td></tr>"
    text = f"表1<table>{rows}</table>完"
    assert cells_of(text) == ["表1", "|甲", "|乙", "丙", "", "|", "|丁", "", "", "完"]


def test_cells_that_reach_over_rows_and_columns_leave_empty_ones() -> None:
    text = "<table><tr><td rowspan=2>甲</td><td colspan='2'>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert cells_of(text)[:8] == ["|甲", "|乙", "|", "", "|", "|丙", "|丁", ""]


def test_a_caption_over_all_columns_is_one_cell() -> None:
    text = "<table><tr><td colspan=3>一、水利</td></tr><tr><td>甲</td><td>乙</td><td>丙</td></tr></table>"
    assert cells_of(text)[:2] == ["|一、水利", ""]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td><table><tr><td>甲</td></tr></table></td><td>乙</td></tr></table>",
        "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>",
        "<td>甲</td><td>乙</td>",
    ],
    ids=["around another", "of one cell", "without its tag"],
)
def test_a_table_that_lays_out_the_page_has_no_cells(text: str) -> None:
    assert [line for line in cells_of(text) if line] in (["甲", "乙"], ["甲"], ["甲", "乙"])


def test_rows_of_a_table_in_a_saved_page_are_tasks() -> None:
    rows = (
        "<tr><td>1</td><td>修整干渠</td><td rowspan='2'>县水利局</td><td>2024年6月底</td></tr>"
        "<tr><td>2</td><td>更新泵站&nbsp;</td><td>2024年9月底</td></tr>"
    )
    page = f"<head><title>某县</title></head><body><h1>某县任务清单</h1><table>{HEADER}{rows}</table><p>完</p>"
    tasks = tasks_of(page)
    assert [(task.title, task.dues[0].on) for task in tasks] == [("修整干渠", "2024-06-30"), ("更新泵站", "2024-09-30")]
    assert tasks[0].responsible_units == ("县水利局",)


def test_spans_that_leave_too_many_cells_are_refused() -> None:
    row = '<tr><td rowspan="99" colspan="99">甲</td><td>乙</td></tr>'
    with pytest.raises(FileRefusedError, match="cells"):
        read_lines(f"<table>{row * 5000}</table>")
