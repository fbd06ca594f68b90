"""The seats of a steering group in a line: `副  组  长：` before names, 任组长 behind one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.vocabulary import table

_STOP = re.compile(r"。|[(][一二三四五六七八九十]{1,3}[)]")


@dataclass(frozen=True, slots=True)
class Label:
    """A seat's label in a line: where it begins, where its value begins and ends, and the seat without blanks."""

    start: int
    value: int
    end: int
    seat: str


def seats() -> tuple[str, ...]:
    """All seats, the longest first."""
    return _seats()


def find_labels(line: str) -> list[Label]:
    """The labels of seats in a folded line; a value ends at the next label, a full stop or a heading."""
    found = list(_label().finditer(line))
    ends = [*(match.start() for match in found), len(line)][1:]
    return [
        Label(match.start(), match.end(), _value_end(line, match.end(), end), "".join(match[1].split()))
        for match, end in zip(found, ends, strict=True)
    ]


def _value_end(line: str, start: int, end: int) -> int:
    """Where the members end: in a text on one line the next sentence or heading follows behind them."""
    stop = _STOP.search(line, start, end)
    return stop.start() if stop else end


def find_taken(line: str) -> Iterator[tuple[int, int, str]]:
    """Where a folded line says in prose who takes a seat: the stretch of the words for who it is, and the seat."""
    for match in _taken().finditer(line):
        group = "before" if match["before"] else "behind"
        yield match.start(group), match.end(group), match["seat"] or match["seat_first"]


@cache
def _seats() -> tuple[str, ...]:
    words = {word for row in table("groups")["seats"] for word in row["words"]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _label() -> re.Pattern[str]:
    """A seat, its characters perhaps spread by blanks, with a colon behind; no 汉字 of another word in front."""
    spread = "|".join(r"[ ]*".join(seat) for seat in _seats())
    return re.compile(rf"(?<![㐀-鿿])({spread})[ ]*:[ ]*")


@cache
def _taken() -> re.Pattern[str]:
    words = table("groups")["takes"]
    verb, polite, by = "|".join(words["words"]), "|".join(words["polite"]), words["by"]
    seat = "|".join(_seats())
    who = rf"[^,。;:!?\n{by}]{{2,80}}?"
    return re.compile(
        rf"(?<![㐀-鿿])(?P<seat_first>{seat}){by}(?P<behind>{who})(?:{polite})?(?:{verb})"
        rf"|(?:{by}|(?<=[,。;:]))(?P<before>{who})(?:{polite})?(?:{verb})(?P<seat>{seat})"
    )
