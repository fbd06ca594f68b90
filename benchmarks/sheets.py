"""A workbook of many tasks, as `plangraph export xlsx` writes it, beside the same cells by bare xlsxwriter.

usage: python -m benchmarks.sheets [TASKS…]   (by default 2,000 and 8,000 tasks, of plans of 100)

Prints processor seconds and the memory that each takes beyond the rows, each in a process of its own.
"""

import io
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import xlsxwriter

from viz.files.handed_list import HandedList, said
from viz.files.task_sheets import BESIDE, task_workbook

if TYPE_CHECKING:
    from queries.rows import TaskRow

PLAN = 100
"""Tasks of a plan."""


def invented(tasks: int) -> HandedList:
    """A list of so many tasks."""
    rows: list[TaskRow] = [
        {
            "task_id": f"t{number}",
            "number": str(number % PLAN + 1),
            "title": f"盘活闲置校舍{number}处",
            "content": f"在天东村先行，盘活便民服务站{number}处，逐月报送进展。",
            "category": "",
            "plan": f"p{number // PLAN}",
            "plan_title": f"第{number // PLAN}号工作方案",
            "document": f"第{number // PLAN}号工作方案",
            "place": "蓬莱镇",
            "lead_units": ("社事办",),
            "responsible_units": ("党政办", "天东村"),
            "supporting_units": (),
            "leaders": ("李刚",),
            "lead_leaders": (),
            "leader_roles": (),
            "due_text": "2021年12月底前",
            "due": "2021-12-31",
            "start": "",
            "ongoing": False,
            "sources": (f"{number // PLAN:05}.txt:{number % PLAN}",),
            "due_dates": ("2021-12-31",),
            "due_kind": "point",
            "issued_on": "2021-01-15",
            "in_table": False,
            "document_id": f"d{number // PLAN}",
            "replaced": False,
            "replaced_on": "",
            "corrected": (),
            "as_read": (),
            "corrected_by": (),
        }
        for number in range(tasks)
    ]
    return HandedList("全部任务", f"{tasks} 项", "截至2021年6月1日", "2021-06-01", rows)


def bare(handed: HandedList) -> bytes:
    """The same words in as many cells, by the library alone."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    for line, row in enumerate(handed.rows):
        words = said(line, row, "zh")
        for column, cell in enumerate((*words.values(), *("－" for _ in BESIDE))):
            sheet.write_string(line, column, cell)
    book.close()
    return out.getvalue()


def measured(name: str, tasks: int) -> str:
    """The figures of one way, as a line."""
    handed = invented(tasks)
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    written = (task_workbook if name == "export" else bare)(handed)
    seconds = time.process_time() - begun
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return f"{tasks} tasks, {name:6} {seconds:6.2f} s, {more:5.0f} MiB more, {len(written) / 2**20:.1f} MiB"


def main() -> None:
    """Print a line a size and way."""
    if sys.argv[1:2] == ["--one"]:
        print(measured(sys.argv[2], int(sys.argv[3])))
        return
    for tasks in sys.argv[1:] or ("2000", "8000"):
        for name in ("export", "bare"):
            subprocess.run([sys.executable, "-m", "benchmarks.sheets", "--one", name, tasks], check=True)


if __name__ == "__main__":
    main()
