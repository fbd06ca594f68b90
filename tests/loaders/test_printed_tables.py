"""Random task tables, printed in random wording, order and layout, come back as they went in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statements import TaskStatement
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.effort import examples

NAMES = {
    "number": ("序号", "编号"),
    "title": ("工作名称", "任务名称", "事项名称"),
    "content": ("工作内容", "具体举措", "实施路径", "工作措施"),
    "lead": ("牵头单位", "牵头部门", "主办单位"),
    "responsible": ("责任单位", "落实单位", "承办单位", "责任部门"),
    "supporting": ("配合单位", "协办单位", "协助单位"),
    "leaders": ("责任领导", "责任人", "分管领导"),
    "due": ("完成时限", "时间节点", "完成时间", "办结时限"),
    "other": ("备注", "联系人", "2024年目标"),
}
UNITS = ("县水利局", "县财政局", "县农业农村局", "各乡镇（街道）", "镇社事办", "东溪村")
PEOPLE = ("李建国", "王敏", "赵晓东")
DATES = {"2024年6月底前": "2024-06-30", "3月15日": "2024-03-15", "2024年底": "2024-12-31"}
WORK = ("修好东渠", "植树两千株", "清理河道", "新建桥梁一座", "排查隐患")


@dataclass(frozen=True)
class Row:
    """What a row says; "" and () where its cell is empty."""

    title: str
    content: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]
    leaders: tuple[str, ...]
    due: str

    def cell(self, column: str, number: int, separator: str) -> str:
        if column == "number":
            return str(number)
        if column == "other":
            return ""
        value = getattr(self, column)
        return value if isinstance(value, str) else separator.join(value)


def some(names: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3).map(tuple)


ROW = st.builds(
    Row, st.sampled_from(WORK), st.sampled_from(WORK), some(UNITS), some(UNITS), some(UNITS), some(PEOPLE),
    st.sampled_from(["", *DATES]),
)  # fmt: skip


@st.composite
def headers(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Columns in random order, each with one of its names; the first is the number."""
    columns = ["title", "content", *draw(st.sets(st.sampled_from(["lead", "supporting", "leaders", "other"])))]
    columns += ["responsible", "due"]
    order = ["number", *draw(st.permutations(columns))]
    return [(column, draw(st.sampled_from(NAMES[column]))) for column in order]


def printed(header: list[tuple[str, str]], rows: list[Row], layout: str, separator: str) -> str:
    lines = [[name for _, name in header]]
    lines += [[row.cell(column, n, separator) for column, _ in header] for n, row in enumerate(rows, 1)]
    title = "2024年水利工作任务清单\n\n"
    if layout == "cells":
        return title + "\n".join("".join(f"\t{cell}\n" for cell in line) for line in lines)
    if layout == "bars":
        rule = "|" + "---|" * len(header) + "\n"
        text = ["| " + " | ".join(line) + " |\n" for line in lines]
        return title + text[0] + rule + "".join(text[1:])
    return title + "".join("\t".join(line) + "\n" for line in lines)


def came_back(task: TaskStatement, header: list[tuple[str, str]]) -> Row:
    columns = {column for column, _ in header}
    return Row(
        task.title, task.content, task.lead_units, task.responsible_units, task.supporting_units,
        task.leaders if "leaders" in columns else (), task.due_text,
    )  # fmt: skip


@settings(max_examples=examples(60))
@given(
    headers(),
    st.lists(ROW, min_size=1, max_size=5),
    st.sampled_from(["cells", "bars", "tabs"]),
    st.sampled_from(["、", "，", "；"]),
)
def test_a_printed_table_comes_back(
    header: list[tuple[str, str]], rows: list[Row], layout: str, separator: str
) -> None:
    columns = {column for column, _ in header}
    wanted = [
        replace(
            row,
            lead=row.lead if "lead" in columns else (),
            supporting=row.supporting if "supporting" in columns else (),
            leaders=row.leaders if "leaders" in columns else (),
        )
        for row in rows
    ]
    document = read_document(read_bytes(printed(header, rows, layout, separator).encode(), "plan.txt"))
    owned = [row for row in wanted if row.lead or row.responsible or row.supporting or row.leaders or row.due]
    assert [came_back(task, header) for task in document.tasks] == owned
    assert len(document.unread) == len(wanted) - len(owned)
    for task in document.tasks:
        assert [due.on for due in task.dues] == ([DATES[task.due_text]] if task.due_text else [])
