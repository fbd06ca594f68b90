"""Small papers for the tests of loading: a notice of 蓬莱镇 with two tasks, the same paper once more, another one."""

from pathlib import Path

NOTICE = """大蓬委发〔2021〕26号
中共大英县蓬莱镇委员会
关于印发《蓬莱镇盘活闲置资产工作方案》的通知

镇级各部门、各村（社区）：

现将方案印发你们，请认真落实。

                  2021年4月12日

蓬莱镇盘活闲置资产工作方案

一、重点任务

（一）开展清产核资。逐村清点闲置校舍和办公用房，登记造册。

牵头单位：社事办

责任单位：党政办、司法所

完成时限：2021年12月底前

（二）盘活闲置校舍。把闲置校舍改作便民服务点。

牵头单位：党建办

完成时限：2021年9月30日前
"""

TASK_LIST = """大英县金元镇2021年重点工作任务清单

镇级各部门：

（一）整治村容村貌。清理房前屋后的杂物。

牵头单位：社事办

完成时限：2021年11月底前
"""


def write(folder: Path, name: str, words: str) -> Path:
    """A file of these words, in a folder that is made where it is missing."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="\n")
    return path
