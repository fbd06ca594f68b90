"""Names of namesakes: 通知.txt, 通知 (2).txt, 通知 (3).txt …, as file managers make them."""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePath

LONGEST = 255
"""Bytes of a file's name, as many as systems allow."""
_NUMBERED = re.compile(r"(.*) \(([1-9][0-9]*)\)", re.DOTALL)


def numbered(name: str, number: int) -> str:
    """The name of the file that is the so many-th of this name; a long one is cut so that it can be kept."""
    if number == 1:
        return name
    path = PurePath(name)
    ending = f" ({number}){path.suffix}"
    stem = path.stem
    while stem and len((stem + ending).encode("utf-8", "replace")) > LONGEST:
        stem = stem[:-1]
    return stem + ending


def candidates(name: str) -> Iterator[str]:
    """The name itself, then the numbered ones."""
    return (numbered(name, number) for number in count(1))


def family(name: str, known: Iterable[str]) -> list[str]:
    """Those of the known names that a file of this name may have been given, the name itself first, then by number."""
    numbers = {}
    for one in known:
        number = 1 if one == name else _number(one)
        if number and numbered(name, number) == one:
            numbers[number] = one
    return [numbers[number] for number in sorted(numbers)]


def _number(name: str) -> int:
    """The number at the end of a name, 0 where there is none."""
    found = _NUMBERED.fullmatch(PurePath(name).stem)
    return int(found[2]) if found else 0
