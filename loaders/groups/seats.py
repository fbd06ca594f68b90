"""The seats of a steering group in a line: `副  组  长：` before names, 任组长 behind one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of, first_of
from graph.words.numerals import NUMBER
from graph.words.signs import HAN
from loaders.groups.members import read_members
from loaders.vocabulary.groups import group_words

_LONGEST_NAME = 12  # characters, a name justified with blanks

_BETWEEN = " ,;、"
"""Signs before a label of another thing that belong to nobody."""
_STOP = re.compile(rf"。|\({NUMBER}\)")


@dataclass(frozen=True, slots=True)
class SeatLabel:
    """A seat's label in a line: where it begins, where its value begins and ends, and the seat without blanks."""

    start: int
    value: int
    end: int
    seat: str


def seats() -> tuple[str, ...]:
    """All seats, the longest first."""
    return group_words().seats.words


def find_labels(line: str) -> list[SeatLabel]:
    """The labels of seats in a folded line; a value ends at the next label of any kind, a full stop or a heading.

    A seat without a colon counts where a person's name follows at once (组长郑洁).
    """
    found = [match for match in _label().finditer(line) if match["colon"] or _person_follows(line, match.end())]
    ends = [*(match.start() for match in found), len(line)][1:]
    return [
        SeatLabel(match.start(), match.end(), _value_end(line, match.end(), end), "".join(match["seat"].split()))
        for match, end in zip(found, ends, strict=True)
    ]


def needs_a_named_group(seat: str) -> bool:
    """Whether the seat is one only below the name of a group (主任, 委员)."""
    return group_words().seats.by_word[seat].of_a_named_group


def _person_follows(line: str, start: int) -> bool:
    """Whether the words from `start` are a person's name, perhaps with blanks in front and words behind."""
    first = next(iter(read_members(line, start, min(len(line), start + _LONGEST_NAME))), None)
    return first is not None and line[start : start + _LONGEST_NAME].lstrip().startswith(first.person)


def _value_end(line: str, start: int, end: int) -> int:
    """Where the members end: in a text on one line the next sentence or heading follows behind them."""
    stop, label = _STOP.search(line, start, end), _other_label().search(line, start, end)
    at = label.start() if label else end
    while label and at > start and line[at - 1] in _BETWEEN:
        at -= 1
    return min(at, stop.start()) if stop else at


@cache
def _other_label() -> re.Pattern[str]:
    """A label of another thing (成员单位：)."""
    return re.compile(rf"(?:{any_of(group_words().ends.words)})[ ]*:")


def find_taken(line: str) -> Iterator[tuple[int, int, str]]:
    """Where a folded line says in prose who takes a seat: the stretch of the words for who it is, and the seat."""
    if not _beside_seat().search(line):
        return
    for match in _taken().finditer(line):
        group = next(name for name in ("before", "behind", "as") if match[name])
        yield match.start(group), match.end(group), match["seat"] or match["seat_first"] or match["seat_as"]


@cache
def _beside_seat() -> re.Pattern[str]:
    """What every such sentence holds: a seat with 由 or right behind the verb."""
    words, seat = group_words().takes, any_of(seats())
    verbs = (*words.words, words.becomes)
    return re.compile(rf"{first_of((*seats(), *verbs))}(?:(?:{seat}){words.by}|(?:{any_of(verbs)})(?:{seat}))")


@cache
def _label() -> re.Pattern[str]:
    """A seat, its characters perhaps spread by blanks, with a colon behind; no 汉字 of another word in front."""
    return re.compile(
        rf"{first_of(seats())}(?<![{HAN}])(?P<seat>{any_of(seats(), '[ ]*')})(?:[ ]*(?P<colon>:)[ ]*|(?=[ ]*[{HAN}]))"
    )


@cache
def _taken() -> re.Pattern[str]:
    words = group_words().takes
    verb, polite, by = any_of(words.words), any_of(words.polite), words.by
    seat = any_of(seats())
    who = rf"[^,。;:!?\n{by}]{{2,80}}?"
    return re.compile(
        rf"(?<![{HAN}])(?P<seat_first>{seat}){by}(?P<behind>{who})(?:{polite})?(?:{verb})"
        rf"|(?:{by}|(?<=[,。;:]))(?P<before>{who})(?:{polite})?(?:{verb})(?P<seat>{seat})"
        rf"|(?:{any_of(words.before)})(?P<as>[^,。;:!?、\n]{{2,30}}?)(?:{polite})?{words.becomes}(?P<seat_as>{seat})"
    )
