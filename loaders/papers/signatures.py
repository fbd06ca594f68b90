"""Where a paper is signed: the names of who issues it and the day, in lines of their own or glued behind the last stop.

A full day is a paper's day of issue where it stands alone or behind a body's name and no sentence goes on behind it:
where the body of the paper ends, or the letter before an attached paper. What may follow it on its line (附件, 抄送,
（此件公开发布）, a title) is told from a sentence that goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import maxsize
from typing import Literal, get_args

from graph.words.fold import Folded
from graph.words.numbering import number_at
from loaders.owners.label_words import whole_roles
from loaders.papers.days import Day, days_in
from loaders.papers.glued_title import end_of_title
from loaders.papers.head_lines import HeadLine
from loaders.papers.issuers import may_be_name, names_of
from loaders.places.names import leading_places
from loaders.places.proof import proved_chain
from loaders.text import Paragraph, Words
from loaders.vocabulary.heads import head_words
from loaders.vocabulary.places import place_words
from loaders.vocabulary.plans import plan_words

# Where a day stands, by weight.
Place = Literal["signed", "under_title", "alone", "printed", "undated"]

_NAMES = 8  # lines of names above a day: joint issuers
_UNDER_TITLE = 3  # lines under the title that may be the day of issue and nothing else
_LONGEST_NAMES = 60  # characters before a day that may be names
_BAR = "|"  # what is left of the cell of a page around the day
_EDGE = re.compile(r"[。;:!?)》]")
_STOPPED = re.compile(r"[。;:!?)）》”]$")


@dataclass(frozen=True, slots=True)
class SignedDay:
    """A day, where it stands, and the names that sign there ("" if none are told)."""

    day: str
    place: Place
    names: str
    words: Words
    known: bool = True


def find_signature(
    whole: Sequence[Paragraph], title_end: int = maxsize, places: Sequence[str] = ()
) -> SignedDay | None:
    """The signature of a paper: the first that names who signs, else a day alone at the end or under the title.

    `title_end` is the offset in the file behind the title, so that lines under it can be told; a name that is glued to
    other words begins at one of the `places` of the title.
    """
    found = list(_signatures(whole, title_end, places))
    for place in get_args(Place):
        of_place = [one for one in found if one.place == place]
        if of_place:
            return of_place[0] if place == "signed" else of_place[-1]
    return None


def _signatures(whole: Sequence[Paragraph], title_end: int, places: Sequence[str]) -> Iterator[SignedDay]:
    under = 0
    for index, paragraph in enumerate(whole):
        under += paragraph.start >= title_end
        days = list(days_in(paragraph.words.compact))
        if not days:
            continue
        line = _Line(paragraph.words)
        for day in days:
            if day.start > 1 and line.text[day.start - 1] == "(" and line.offset_behind(day.start - 2) == title_end:
                yield SignedDay(day.iso, "under_title", "", paragraph.words)
                continue
            printed = next((word for word in head_words().issued.words if line.text.startswith(word, day.end)), "")
            if not _closes(line.text, day.end + len(printed), whole, index):
                continue
            before = line.text[max(0, day.start - _LONGEST_NAMES) : day.start].rstrip("(")
            name = before[_behind_edge(before) :]
            if line.text[: min(day.start, 2)].strip("(") == "":
                yield from _alone(whole, index, day, under=under, printed=bool(printed))
            elif name and (names := _glued_names(line, day.start - len(name), day.start, places)):
                yield SignedDay(day.iso, "printed" if printed else "signed", names, paragraph.words)
            elif not name and before.endswith(("。", "!")) and not printed:
                yield SignedDay(day.iso, "alone", "", paragraph.words)
    yield from _signed_without_day(whole)


@dataclass(frozen=True)
class _Line:
    """A paragraph's words without blanks, each sign knowing where it stands in them."""

    words: Words

    @property
    def text(self) -> Folded:
        """The words folded, without blanks."""
        return self.words.compact

    @cached_property
    def places(self) -> Sequence[int]:
        """For each sign of `text` its place in the words."""
        return [at for at, sign in enumerate(self.words.text) if not sign.isspace()]

    def offset_behind(self, sign: int) -> int:
        """The offset in the file behind a sign of `text`."""
        return self.words.at(self.places[sign]) + 1


def _signed_without_day(whole: Sequence[Paragraph]) -> Iterator[SignedDay]:
    """The names with which a paper closes that bears no day: a line behind the last sentence, a place's name first."""
    for index in range(max(1, len(whole) - _NAMES), len(whole)):
        words = whole[index].words
        stopped = _STOPPED.search(whole[index - 1].words.compact[-1:])
        if stopped and _is_end(whole, index + 1) and proved_chain(leading_places(words.compact[:_LONGEST_NAMES])):
            line = HeadLine.of(words)
            if not line.numbered and ":" not in line.folded and (names := names_of(words.text)):
                yield SignedDay("", "undated", names, words)


def _behind_edge(before: str) -> int:
    return max((match.end() for match in _EDGE.finditer(before)), default=0)


def _glued_names(line: _Line, start: int, end: int, places: Sequence[str]) -> str:
    """The names that stand from sign `start` to `end` of a line without blanks; "" if they are none."""
    stretch = line.words.text[line.places[start] : line.places[end - 1] + 1]
    names = _from_place(stretch, places)
    if names == stretch and line.text[start - 1 : start] == ":":
        return ""  # what a label gives (来源：县融媒体中心) signs nothing
    chunks = names.split()
    return next((found for first in range(len(chunks)) if (found := names_of(" ".join(chunks[first:])))), "")


def _from_place(stretch: str, places: Sequence[str]) -> str:
    """The stretch from the first of the places on that it holds (设备清单青禾县水利局), with 中共 before it."""
    found = [at for place in places if place and (at := stretch.find(place)) > 0]
    if not found:
        return stretch
    start = min(found)
    before = next((word for word in place_words().jurisdiction.parties if stretch.endswith(word, 0, start)), "")
    return stretch[start - len(before) :]


def _alone(whole: Sequence[Paragraph], index: int, day: Day, *, under: int, printed: bool) -> Iterator[SignedDay]:
    """A day that begins its line: with names in the lines above, under the title, or where the paper ends."""
    if index and whole[index - 1].words.compact in whole_roles():  # the value of a label: 完成时限⏎2024年6月30日
        return
    names, known = _names_above(whole, index)
    words = whole[index].words
    alone = day.end + 2 >= len(words.compact)
    if names and not printed:
        yield SignedDay(day.iso, "signed", names, words, known)
    elif alone and 0 < under <= _UNDER_TITLE:
        yield SignedDay(day.iso, "under_title", "", words)
    elif _is_end(whole, index + 1):
        yield SignedDay(day.iso, "printed" if printed else "alone", "", words)


def _names_above(whole: Sequence[Paragraph], index: int) -> tuple[str, bool]:
    """The names in the lines right above a day, and whether they are surely names."""
    names: list[str] = []
    first = index
    while first > 0 and index - first < _NAMES:
        line = HeadLine.of(whole[first - 1].words)
        name = "" if line.numbered or ":" in line.folded else names_of(line.words.text)
        if not name:
            break
        names.insert(0, name)
        first -= 1
    if names:
        return _beginning(whole, first) + " ".join(names), True
    if index == 0:
        return "", True
    line = HeadLine.of(whole[index - 1].words)
    stopped = index > 1 and bool(_STOPPED.search(whole[index - 2].words.compact))
    unknown = line.bare and stopped and may_be_name(line.text) and not line.folded.endswith(plan_words().title.endings)
    return (line.text, False) if unknown and not _is_title(line.folded) else ("", True)


def _beginning(whole: Sequence[Paragraph], first: int) -> str:
    """The line above the first name where the name begins in it: a place's name first, and no sentence's end."""
    line = HeadLine.of(whole[first - 1].words) if first else None
    if line is None or not line.bare or names_of(line.words.text) or _is_title(line.folded):
        return ""
    begins = not line.folded.endswith(("。", ")")) and proved_chain(leading_places(line.text[:_LONGEST_NAMES]))
    return line.text if begins else ""


def _is_title(folded: Folded) -> bool:
    return end_of_title(folded) == len(folded)


def _closes(text: Folded, end: int, whole: Sequence[Paragraph], index: int) -> bool:
    """Whether no sentence goes on at `end`: the line ends there and the next does not take it up, or it goes on with
    what follows a signature.
    """
    end += text.startswith(")", end)
    words = head_words()
    if text[end:].strip(_BAR):
        closes = text.startswith(words.closing.words, end) or text.startswith(
            words.page.words, end + (text[end] == "(")
        )
        return closes or bool(end_of_title(text, end))
    following = whole[index + 1].words.compact if index + 1 < len(whole) else ""
    return not following.startswith(words.closing.goes_on)


def _is_end(whole: Sequence[Paragraph], index: int) -> bool:
    """Whether the body of the paper has ended before paragraph `index`."""
    if index >= len(whole):
        return True
    folded = whole[index].words.compact
    if number_at(folded):
        return False
    return folded.startswith(head_words().closing.words) or all(
        len(one.words.text) <= _LONGEST_NAMES and "。" not in one.words.text for one in whole[index : index + 3]
    )
