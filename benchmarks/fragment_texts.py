"""Texts that repeat a fragment: words and signs of the vocabulary, alone and in pairs, wherever a reader looks.

A reader whose time grows faster than its text shows it on such texts. Everything is drawn by a seed, so that a text
that was slow once can be made again by its name.
"""

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VOCABULARIES = ("graph/vocabulary", "loaders/vocabulary")
_LONGEST_WORD = 16  # characters of a word of the vocabulary that is taken as a fragment; longer ones are examples
SIGNS = (
    *"，。；：、！？,.;:!?（）()[]【】〔〕《》“”‘’\"'「」—-~·…/|\\*#`>+=_&<>%$^ \t",
    "——",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\r",
    "\x1b",
)
NAMES = (
    "县水利局",
    "大理州",
    "张三",
    "甲村",
    "乙镇",
    "大英县蓬莱镇",
    "第1至4村民小组",
    "2021年",
    "6月底前",
    "12月",
    "3",
    "一",
    "1",
)
_TASK_HEAD = "某某县2021年重点任务清单\n\n\t序号\n\t任务\n\t责任单位\n\t完成时限\n\n"
_NAMED_HEAD = (
    "清单\n\n\t序号\n\t项目名称\n\t责任单位\n\t完成时限\n\n\t1\n\t修渠" + "修渠" * 3_000 + "\n\t县局\n\t6月\n\n"
)
_ROW = "\t1\n\t修渠\n\t县水利局\n\t6月"
_GROUP_HEAD = "某某县工作领导小组\n\n\t姓名\n\t职务\n\t组内职务\n\n"
_CHANGE_HEAD = "某某县行政村调整情况表\n\n\t序号\n\t调整前\n\t调整后\n\n"


@dataclass(frozen=True, slots=True)
class FragmentText:
    """A fragment and the place in which it is repeated; `name` leads to it again, `suffix` chooses the reader."""

    frame: str
    fragment: str
    suffix: str = ".txt"

    @property
    def name(self) -> str:
        """The frame and the fragment in signs that a terminal shows."""
        return f"{self.frame}{self.suffix} {self.fragment!r}"

    def of(self, characters: int) -> str:
        """The text of about so many characters."""
        return FRAMES[self.frame](self.fragment, characters)


def _halves(before: str = "", around: str = "{}") -> Callable[[str, int], str]:
    """The first sign of the fragment again and again, then the rest of it again and again."""

    def text(fragment: str, characters: int) -> str:
        first, rest = (fragment[: len(fragment) // 2] or fragment), fragment[len(fragment) // 2 :]
        halves = (around.replace("{}", part) for part in (first, rest))
        return before + "".join(half * (characters // 2 // len(half) + 1) for half in halves)

    return text


def _repeated(before: str = "", around: str = "{}", behind: str = "") -> Callable[[str, int], str]:
    """The fragment again and again, each in `around`, between `before` and `behind`; {n} counts."""

    def text(fragment: str, characters: int) -> str:
        parts: list[str] = []
        length = number = 0
        while length < characters:
            number += 1
            parts.append(around.replace("{n}", str(number)).replace("{}", fragment))
            length += len(parts[-1])
        return before + "".join(parts) + behind

    return text


FRAMES: dict[str, Callable[[str, int], str]] = {
    "line": _repeated(),
    "line behind a title": _repeated("某某县2021年工作方案\n\n一、任务\n1.", behind="。"),
    "lines": _repeated(around="{}\n"),
    "lines apart": _repeated(around="{}\n\n"),
    "comma": _repeated(around="{}，"),
    "list": _repeated("将", around="{}、", behind="合并为丙村。"),
    "sentence": _repeated(around="{}。"),
    "opened": _repeated(around="[{}"),
    "opened deep": _repeated("一、修渠（", around="{}（"),
    "bracketed": _repeated("1.修渠", around="（{}）"),
    "quoted": _repeated(around="“{}"),
    "quoted whole": _repeated(around="《{}》"),
    "deadline cell": _repeated(f"{_TASK_HEAD}{_ROW}\n\n"),
    "owner cell": _repeated(f"{_TASK_HEAD}\t1\n\t修渠\n\t", behind="\n\t6月\n"),
    "task cell": _repeated(f"{_TASK_HEAD}\t1\n\t", behind="\n\t县水利局\n\t6月\n"),
    "cells": _repeated(_TASK_HEAD, around="\t{}\n"),
    "cells apart": _repeated(_TASK_HEAD, around="\t{}\n\n"),
    "rows": _repeated(_TASK_HEAD, around="\t{n}\n\t{}\n\t{}\n\t{}\n\n"),
    "rows and lines": _repeated(_TASK_HEAD, around="\t{n}\n\t修渠\n\t县水利局\n\t6月\n\n{}\n"),
    "header": _repeated("清单\n\n", around="\t{}\n", behind="\n\t1\n\t修渠\n"),
    "rows of tabs": _repeated("序号\t任务\t责任单位\t完成时限\n", around="{n}\t{}\t{}\t{}\n"),
    "wide row of tabs": _repeated("序号\t任务\t", around="{}\t", behind="\n1\t修渠\n"),
    "rows of bars": _repeated("|序号|任务|责任单位|完成时限|\n|-|-|-|-|\n", around="|{n}|{}|{}|{}|\n"),
    "wide row of bars": _repeated("|序号|任务", around="|{}", behind="|\n|-|-|\n|1|修渠|\n"),
    "bare rows": _repeated("序号\n任务\n责任单位\n完成时限\n", around="{n}\n{}\n县水利局\n6月\n"),
    "group rows": _repeated(_GROUP_HEAD, around="\t{}\n\t{}\n\t组长\n\n"),
    "change rows": _repeated(_CHANGE_HEAD, around="\t{n}\n\t{}\n\t{}\n\n"),
    "change cell": _repeated(f"{_CHANGE_HEAD}\t1\n\t", behind="\n\t丙村\n"),
    "owner label": _repeated("1.修渠。责任单位："),
    "owner labels": _repeated("1.修渠。", around="责任单位：{}；"),
    "deadline label": _repeated("1.修渠。完成时限："),
    "bracketed label": _repeated("1.修渠（责任单位：", behind="）"),
    "opened labels": _repeated("1.修渠", around="（责任单位：{}"),
    "numbered": _repeated(around="{n}.{}\n"),
    "numbered and owned": _repeated(around="{n}.修渠{}（责任单位：县水利局）\n"),
    "headed": _repeated(around="一、{}\n（一）{}\n1.{}\n"),
    "numbers inside": _repeated("一、任务\n", around="({n}){}"),
    "attached": _repeated(around="附件{n}：{}\n"),
    "articles": _repeated(around="第{n}条 {}\n"),
    "group": _repeated("领导小组组成如下\n组长：", around="{}、"),
    "seats": _repeated("领导小组\n", around="组长：{}\n成员：{}\n"),
    "merged": _repeated(around="将{}{n}村和{}村合并为丙{n}村，"),
    "abolished": _repeated(around="撤销{}{n}村；"),
    "moved": _repeated("撤销甲村，", around="其{}划归乙{n}村，"),
    "regions": _repeated(around="以原{}{n}乡的行政区域为乙{n}镇的行政区域，"),
    "years": _repeated("甲乡，", around="1984年{}改为乙{n}镇，"),
    "renamed": _repeated("将", around="{}{n}村、", behind="分别更名为丙村"),
    "dated": _repeated(around="2021年6月底前{}，"),
    "titles": _repeated(around="某某县{}工作方案\n\n一、任务\n1.修渠\n\n"),
    "listed plans": _repeated("附件：", around="{n}.{}工作方案\n"),
    "tags": _repeated(around="<td>{}</td>"),
    "opened tags": _repeated(around="<table><tr><td>{}"),
    "heads of markdown": _repeated(around="# {}\n\n"),
    "points": _repeated(around="- {}\n"),
    "quotes of markdown": _repeated(around="> {}\n"),
    "emphasised": _repeated(around="**{}"),
    "halves": _halves(),
    "halves of lines": _halves(around="{}\n"),
    "halves of lists": _halves("将", around="{}、"),
    "spread": _repeated("组长：", around="{} "),
    "owners": _repeated("1.修渠。责任单位：", around="{}、"),
    "several owners": _repeated("1.修渠。责任单位：", around="{}{n}局、"),
    "deadlines": _repeated("1.修渠。完成时限：", around="{}，"),
    "owners in cells": _repeated(f"{_TASK_HEAD}\t1\n\t修渠\n\t", around="{}、", behind="\n\t6月\n"),
    "rows over pages": _repeated(f"{_TASK_HEAD}{_ROW}\n\n", around="\f\n\t\n\t{}\n\t\n\t\n\n"),
    "names over rows": _repeated(_NAMED_HEAD, around="\t{n}\n\t\n\t{}\n\t6月\n\n"),
    "own places": _repeated("某某县方案\n\n", around="我镇{}，大英县蓬莱镇，"),
    "effects": _repeated(around="撤销{}{n}村。\n本次调整自2023年1月15日起施行。\n"),
    "wide rows": _repeated("甲\t" * 3_000 + "\n", around="{}\t甲\n"),
    "links": _repeated(around="[{}](a"),
    "code": _repeated(around="`{}"),
}
"""Where a fragment stands: from the name of the place to the text."""

SLOW_ONCE = {
    "joining words beside a date": FragmentText("deadline cell", "与"),
    "half quotes beside a date": FragmentText("deadline cell", "“"),
    "dashes beside a date": FragmentText("deadline cell", "——"),
    "latest beside a date": FragmentText("deadline cell", "最迟"),
    "dates between commas": FragmentText("deadlines", "3月"),
    "brackets of labels that never close": FragmentText("line", "[包案领导同上大理州"),
    "notes on who leads": FragmentText("line", "逗号前为牵头单位"),
    "captions": FragmentText("cells apart", "某"),
    "bare levels": FragmentText("owners", "镇"),
    "levels in cells": FragmentText("owners in cells", "乡"),
    "second halves": FragmentText("owners", "各党委、政府、政府"),
    "units without end": FragmentText("several owners", "县水利"),
    "names spread by blanks": FragmentText("spread", "张 三 李"),
    "rows that pages cut": FragmentText("rows over pages", "修渠"),
    "places beside our town": FragmentText("own places", "我县"),
    "days of effect": FragmentText("effects", "甲"),
    "mergers on one line": FragmentText("merged", "甲"),
    "endings on one line": FragmentText("abolished", "甲"),
    "moves of what ends": FragmentText("moved", "各村(社区)"),
    "short rows below a wide one": FragmentText("wide rows", "甲"),
    "phrases without an end beside dates": FragmentText("deadline label", "全年推进"),
    "blanks before the label of another thing": FragmentText("group", "\t"),
}
"""Texts that took a time that grew with the square of their length, or memory that did, each under what it holds."""

MARKDOWN_ONLY = ("heads of markdown", "points", "quotes of markdown", "emphasised", "links", "code")


@cache
def words() -> tuple[str, ...]:
    """The words and signs of all tables of the vocabulary, each once, in order."""
    found: dict[str, None] = {}
    for folder in VOCABULARIES:
        for table in sorted((ROOT / folder).glob("*.toml")):
            for word in _texts(tomllib.loads(table.read_text(encoding="utf-8"))):
                if 0 < len(word) <= _LONGEST_WORD:
                    found.setdefault(word)
    return (*found, *SIGNS, *NAMES)


def texts(count: int, seed: int = 0) -> Iterator[FragmentText]:
    """So many texts: words and signs alone in the first half, then two to four of them, all frames in turn."""
    rng = random.Random(seed)  # noqa: S311 - texts to try, no secrets
    frames = list(FRAMES)
    singles = list(words())
    rng.shuffle(singles)
    for number in range(count):
        frame = frames[number % len(frames)]
        if number < min(count // 2, len(singles)):
            fragment = singles[number]
        else:
            fragment = "".join(_pick(rng, singles) for _ in range(rng.choice((2, 2, 3, 4))))
        markdown = frame in MARKDOWN_ONLY or rng.random() < 1 / 4
        yield FragmentText(frame, fragment, ".md" if markdown else ".txt")


def _pick(rng: random.Random, singles: list[str]) -> str:
    """A word; as often as not a sign or a name, as these are what words stand beside."""
    return rng.choice(singles) if rng.random() < 1 / 2 else rng.choice((*SIGNS, *NAMES))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
