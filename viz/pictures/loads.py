"""What pictures of loads say of a unit or leader: what it carries, whether that is too much, and its tasks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from queries.reasons import sentence
from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.palette import verdict_words
from viz.picture import Note, PictureTable
from viz.picture import PictureRow as Entry

BearerColumn = Literal["leaders", "lead_units", "responsible_units", "supporting_units"]

COLUMNS: dict[BearerColumn, str] = {
    "leaders": "领导",
    "lead_units": "牵头",
    "responsible_units": "责任",
    "supporting_units": "配合",
}
"""The columns of `tasks/list` that the table names, and their headings."""

GRAVE = ("severely overloaded", "overloaded")
TOLD = 20
"""The most verdicts that are told in full beside the picture."""


def subtitle(units: Sequence[LoadRow], leaders: Sequence[LoadRow]) -> str:
    """The period, and how many there are of each."""
    rows = (*units, *leaders)
    periods = "、".join(sorted({row["period"] for row in rows} - {""}))
    tasks = {task for row in rows for task in row["task_ids"]}
    there = ((units, f"单位 {len(units)} 个"), (leaders, f"领导 {len(leaders)} 名"))
    told = "，".join([*(words for some, words in there if some), f"有人承担的任务 {len(tasks)} 项"])
    return f"{periods}　{told}".strip()


def tip_of(row: LoadRow) -> str:
    """What is shown when a unit or leader is pointed at."""
    lines = [f"{row['name']}：{verdict_words(row['verdict'])}", *sentence("zh", row).split("；")]
    if row["peak_month"]:
        lines.append(f"到期最多的月份：{row['peak_month']}")
    return "\n".join(filter(None, lines))


def carried_table(known: Mapping[str, LoadRow], tasks: Sequence[TaskRow]) -> PictureTable:
    """The tasks behind the loads, each with those who carry it and where it is stated."""
    carriers: defaultdict[str, list[str]] = defaultdict(list)
    for name, row in known.items():
        for task in row["task_ids"]:
            carriers[task].append(name)
    carried = [task for task in tasks if task["task_id"] in carriers]
    columns = [column for column in COLUMNS if any(task[column] for task in carried)]
    rows = tuple(
        Entry(
            (task["title"], task["due_text"], *("、".join(task[column]) for column in columns)),
            tuple(carriers[task["task_id"]]),
            task["sources"],
        )
        for task in carried
    )
    return PictureTable(("任务", "完成时限", *(COLUMNS[column] for column in columns)), rows)


def overload_note(rows: Iterable[LoadRow]) -> Note:
    """The verdicts that need a look, with their reasons, the heaviest load first."""
    grave = [row for row in rows if row["verdict"] in GRAVE]
    grave.sort(key=lambda row: (GRAVE.index(row["verdict"]), -row["load"], row["name"]))
    sentences = tuple(f"{row['name']}{verdict_words(row['verdict'])}：{sentence('zh', row)}" for row in grave[:TOLD])
    if len(grave) > TOLD:
        sentences += (f"另有 {len(grave) - TOLD} 个单位或领导负荷过重，见图中颜色。",)
    return Note("负荷过重", sentences or ("没有单位或领导超负荷。",))
