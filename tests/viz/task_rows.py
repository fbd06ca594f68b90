"""Rows of tasks for tests of what is made of them."""

from typing import cast

from graph.facts import Value
from queries.rows import TaskRow
from viz.files.handed_list import HandedList

Row = TaskRow


def handed(*rows: TaskRow, title: str = "冉泰休同志任务清单", day: str = "2021-06-01") -> HandedList:
    """A list of these rows, as it is handed on."""
    return HandedList(title, f"冉泰休 · {len(rows)} 项", "截至2021年6月1日", day, rows, "《通知》（蓬委发〔2021〕1号）")


def row(**values: Value) -> Row:
    """A row of tasks/list; what is not given is as in a plain task."""
    plain: TaskRow = {
        "task_id": "t1",
        "number": "1",
        "title": "开展清产核资",
        "content": "逐村清点闲置校舍和办公用房，登记造册。",
        "plan": "p1",
        "plan_title": "蓬莱镇盘活闲置资产工作方案",
        "document": "关于盘活闲置资产的通知",
        "document_id": "d1",
        "place": "蓬莱镇",
        "lead_units": ("社事办",),
        "responsible_units": ("党政办", "司法所"),
        "supporting_units": (),
        "leaders": ("冉泰休",),
        "lead_leaders": (),
        "leader_roles": (),
        "due_text": "2021年12月底前",
        "due": "2021-12-31",
        "due_dates": ("2021-12-31",),
        "start": "",
        "ongoing": False,
        "issued_on": "2021-04-12",
        "category": "",
        "due_kind": "point",
        "in_table": False,
        "replaced": False,
        "replaced_on": "",
        "corrected": (),
        "as_read": (),
        "corrected_by": (),
        "sources": ("notice.txt:12", "notice.txt:80"),
    }
    return cast("TaskRow", {**plain, **values})
