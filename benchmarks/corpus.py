"""An invented corpus of any size: papers of the towns of some counties, with task tables, prose, mergers of villages.

usage: python -m benchmarks.corpus FOLDER [DOCUMENTS] [TASKS]   (by default 1,000 documents of 100 tasks)

The same numbers give the same bytes. Every tenth paper holds a table of mergers; half of the tasks stand in prose.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from random import Random

TOWNS = 25
"""Towns of one county."""

_END = ""
"""With the blank line that follows every part, the two blank lines that end a flattened table."""

_SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "刚军敏静丽强磊洋艳勇杰娟涛明超秀霞平"
_PLACES = "蓬莱金元通贤隆盛回马天保河边卓筒象山玉峰石门安居东禅柏梓白马三家分水拦江保石西眉"
_OFFICES = ("党政办", "党建办", "社事办", "经发办", "财政所", "农业服务中心", "应急办", "村建办", "妇联", "项目办")
_WORK = ("盘活", "清理", "整治", "建设", "完善", "开展", "落实", "推广")
_MATTERS = (
    "闲置校舍",
    "集体资产",
    "便民服务站",
    "入户道路",
    "排水沟渠",
    "防汛值班",
    "垃圾分类",
    "养老照料",
    "网格管理",
)


def corpus(documents: int, tasks: int) -> Iterator[tuple[str, str]]:
    """The names and the texts of so many papers, each of which sets so many tasks."""
    for number in range(documents):
        yield f"{number // 100:03}/{number:05}.txt", paper(number, tasks)


def paper(number: int, tasks: int) -> str:
    """The text of one paper; `number` tells which town issues it, and when."""
    random = Random(number)  # noqa: S311 - invented words, not secrets
    town = number % (4 * TOWNS)
    county, name = f"{_pair(town // TOWNS)}县", f"{_pair(5 + town)}镇"
    year, month = 2019 + number // 12 % 4, number % 12 + 1
    villages = [f"{_pair(town + 7 * each)}{'东西南北'[each % 4]}村" for each in range(24)]
    parts = [
        f"{county}{name}人民政府",
        f"{name[0]}府发〔{year}〕{number + 1}号",
        f"关于印发《{name}{year}年第{number + 1}号工作方案》的通知",
        "各村（社区）、镇级各部门：",
        f"{name}{year}年第{number + 1}号工作方案",
        *_prose(random, tasks // 2, villages, year),
        *_table(random, tasks - tasks // 2, villages, year),
        *(_mergers(villages, number) if number % 10 == 0 else ()),
        f"{county}{name}人民政府\n{year}年{month}月15日",
    ]
    return "\n\n".join(parts) + "\n"


def _prose(random: Random, tasks: int, villages: list[str], year: int) -> Iterator[str]:
    yield "一、重点任务"
    for number in range(1, tasks + 1):
        lead, other = random.sample(_OFFICES, 2)
        yield (
            f"{number}.{_matter(random)}。在{random.choice(villages)}先行，{_matter(random)}，逐月报送进展。\n"
            f"牵头单位：{lead}\n责任单位：{other}、{random.choice(villages)}\n"
            f"责任领导：{_person(random)}\n完成时限：{year}年{random.randint(1, 12)}月底前"
        )


def _table(random: Random, tasks: int, villages: list[str], year: int) -> Iterator[str]:
    yield "任务清单"
    yield _row("序号", "任务名称", "具体措施", "完成时限", "责任领导", "牵头单位", "责任单位")
    for number in range(1, tasks + 1):
        lead, other = random.sample(_OFFICES, 2)
        measure = f"{_matter(random)}，{random.choice(villages)}于年内完成。"
        due = f"{year}年{random.randint(1, 12)}月"
        yield _row(str(number), _matter(random), measure, due, _person(random), lead, other)
    yield _END


def _mergers(villages: list[str], number: int) -> Iterator[str]:
    first = number // 10 % 10 * 2
    yield "村级建制调整表"
    yield _row("序号", "被撤村", "并入村", "新建制村名称")
    yield _row("1", villages[first], villages[first + 1], f"{villages[first][0]}{villages[first + 1][1]}新村")
    yield _END


def _row(*cells: str) -> str:
    return "\n".join(f"\t{cell}" for cell in cells)


def _matter(random: Random) -> str:
    return f"{random.choice(_WORK)}{random.choice(_MATTERS)}{random.randint(1, 99)}处"


def _person(random: Random) -> str:
    return random.choice(_SURNAMES) + random.choice(_GIVEN)


def _pair(number: int) -> str:
    length = len(_PLACES)
    return _PLACES[number % length] + _PLACES[(number // length * 7 + number * 3 + 1) % length]


def write(folder: Path, documents: int, tasks: int) -> None:
    """Write such a corpus below a folder."""
    for name, text in corpus(documents, tasks):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write a corpus as the command line asks."""
    asked = ArgumentParser(description="Write an invented corpus.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("documents", type=int, nargs="?", default=1000)
    asked.add_argument("tasks", type=int, nargs="?", default=100)
    write(**vars(asked.parse_args()))


if __name__ == "__main__":
    main()
