"""Numbers of headings and items: 一、（一） 1. （1） ① 一是 第一章 整改任务一、, where a line begins or inside it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.words.fold import Folded
from graph.words.numerals import CIRCLED, NUMBER, SIGNS, value_of

_WHICH = ("整改", "重点", "主要", "具体", "工作")
_WHAT = ("任务", "事项", "举措")
"""What numbers count by name: 整改任务一、 重点事项3："""
_STYLES = (
    ("named", rf"(?:{'|'.join(_WHICH)}){{0,2}}(?:{'|'.join(_WHAT)}) ?(?P<named>{NUMBER}|\d{{1,3}}) ?[、.:](?!\d)"),
    ("section", rf"第 ?(?P<section>{NUMBER}) ?(?:[章篇条步]|部分|阶段|方面)"),
    ("chinese", rf"(?P<chinese>{NUMBER}) ?[、.](?!\d)"),
    ("chinese_bracket", rf"\( ?(?P<chinese_bracket>{NUMBER}) ?\) ?[、.]?"),
    ("decimal", r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.%年月万亿个元米公里亩])[、. ]"),
    ("digit_bracket", r"\( ?(?P<digit_bracket>\d{1,3}) ?\) ?[、.]?|(?P<digit_half>\d{1,3}) ?\)[、.]?"),
    ("digit", r"(?P<digit>\d{1,3}) ?[.、]"),
    ("circled", f"(?P<circled>[{CIRCLED}])"),
    ("enumeration", rf"(?P<enumeration>{NUMBER})是"),
)
_FIRST = "".join(dict.fromkeys(f"第({SIGNS}{CIRCLED}{''.join(word[0] for word in (*_WHICH, *_WHAT))}"))
"""The signs with which a number begins, beside digits of any script."""
_NUMBER = re.compile("|".join(f"(?P<style_{name}>{pattern})" for name, pattern in _STYLES))
_ONLY_FIRST = ("named", "enumeration", "section", "decimal")
"""Styles of numbers that only stand at the start of a line."""
_INSIDE = re.compile(
    rf"(?=[({SIGNS}{CIRCLED}\d])(?:"
    + "|".join(f"(?P<style_{name}>{pattern})" for name, pattern in _STYLES if name not in _ONLY_FIRST)
    + ")"
)
# A number in front of a heading or a clause, which is no part of it; more than one may stand there.
IN_FRONT = rf"(?:\(?(?:\d{{1,3}}|{NUMBER})[)、.]+|[{CIRCLED}])\s*"

# How high a style usually stands in an outline: 一、 above （一） above 1. above （1） above ①.
RANK = {
    "": -1,
    "section": 0,
    "chinese": 1,
    "named": 2,
    "chinese_bracket": 3,
    "digit": 4,
    "decimal": 5,
    "digit_bracket": 6,
    "circled": 7,
    "enumeration": 8,
}


class Number(NamedTuple):
    """A number as it stands at `start` … `end` of a folded text. `tight`: a digit follows, so it may be a quantity."""

    style: str
    value: int
    start: int
    end: int
    tight: bool = False


def number_at(folded: Folded, position: int = 0) -> Number | None:
    """The number that stands exactly at `position` of a folded text, None if none does."""
    first = folded[position : position + 1]
    match = _NUMBER.match(folded, position) if first in _FIRST or first.isdigit() else None
    return _read(match, folded) if match else None


def numbers_inside(folded: Folded) -> Iterator[Number]:
    """All stretches of a folded text that look like the number of a heading or an item, left to right."""
    for match in _INSIDE.finditer(folded):
        before = folded[match.start() - 1 : match.start()]
        in_digits = before.isdigit() and folded[match.start()].isdigit()
        if not (in_digits or (before.isascii() and before.isalpha()) or before in {"第", "之", "表", "图", "."}):
            yield _read(match, folded)


def _read(match: re.Match[str], folded: str) -> Number:
    style = (match.lastgroup or "").removeprefix("style_")
    text = match[style] or match["digit_half"]
    if style == "circled":
        value = CIRCLED.index(text) + 1
    elif style == "decimal":
        value = int(text.rsplit(".", 1)[-1])
    else:
        value = value_of(text)
    tight = style == "digit" and folded[match.end() : match.end() + 1].isdigit()
    return Number(style, value, match.start(), match.end(), tight)
