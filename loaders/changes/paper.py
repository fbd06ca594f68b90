"""What the whole text says that each of its paragraphs on changes needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph.words.any_of import any_of
from graph.words.levels import UNKNOWN, VILLAGES, level_of, ranks
from loaders.changes.dates.dates import Status, paper_status
from loaders.changes.dates.effect import about_changes
from loaders.papers.titles import behind_attachment
from loaders.places.names import leading_places
from loaders.vocabulary.changes import change_words

_ABOUT = "关于"  # in the titles of papers
_TITLE = 300  # characters in which the title of a paper stands
_GLUED_TITLE = 60  # characters of a first line that may be a title
_BEGINNING = 1500  # characters in which a paper says what it is
_LONGEST_SHORT_NAME = 4  # 西河 of 西河县


@dataclass(frozen=True, slots=True)
class ChangePaper:
    """What the whole text says that a paragraph needs: whether it decides on changes, whether it is about places, the
    one place that its title names first (from the highest on), how far all is, full names of short ones.
    """

    decides: bool
    place: tuple[str, ...]
    on_places: bool
    status: Status
    full_names: Mapping[str, str]

    def above(self, level: str) -> tuple[str, ...]:
        """The place that the title names where it lies above places of a level, else ()."""
        return above_level(self.place, level)


def above_level(place: tuple[str, ...], level: str) -> tuple[str, ...]:
    """A place, from the highest on, where it lies above places of a level, else ()."""
    own = level_of(place[-1]) if place else UNKNOWN
    return place if ranks().get(own, 9) < ranks().get(level, 9) else ()


def _has_title(beginning: str) -> bool:
    """Whether a line among the first is the title of a paper on changes or on places.

    A sentence is no title; a title glued to its text begins the first line.
    """
    words = change_words().on_places.words
    return any(_is_title(line) or any(word in line for word in words) for line in _lines(beginning))


def place_of_title(title: str) -> tuple[str, ...]:
    """The place that the title of a paper or of a table names first (关于同意甲镇部分行政村撤并方案的批复,
    甲镇村级建制调整一览表), from the highest on, without a village at its end; () where it names several (甲镇、乙镇…).
    """
    words = change_words()
    title = title[behind_attachment(title) :]
    named = title.partition(_ABOUT)[2] if _ABOUT in title else title
    named = re.sub(f"^(?:{any_of(words.leads.deciding)})", "", named)
    chain = leading_places(named)
    behind = named[sum(map(len, chain)) :]
    above = tuple(name for name in chain if level_of(name) not in VILLAGES)
    several = behind.startswith((*words.lists.separators, *words.lists.conjunctions, *words.lists.counting))
    return () if several and above == chain else above


def _lines(beginning: str) -> list[str]:
    """The lines among the first that may be a title."""
    first, *others = beginning.split("\n")
    return [first[:_GLUED_TITLE], *(line for line in others if "。" not in line)]


def _is_title(line: str) -> bool:
    return _ABOUT in line and about_changes(line)


class _FullNames(Mapping[str, str]):
    """Full names of short ones (西河 → 西河县) that the text gives one ending only; sought when first asked for."""

    def __init__(self, characters: str) -> None:
        self._characters = characters

    @cached_property
    def _names(self) -> Mapping[str, str]:
        names: dict[str, str] = {}
        for match in re.finditer("[省市州县区旗镇乡]", self._characters):
            for length in range(2, _LONGEST_SHORT_NAME + 1):
                stem = self._characters[max(0, match.start() - length) : match.start()]
                if names.setdefault(stem, match[0]) != match[0]:
                    names[stem] = ""
        return {stem: stem + ending for stem, ending in names.items() if ending}

    def __getitem__(self, short: str) -> str:
        return self._names[short]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@lru_cache(maxsize=1)
def read_paper(characters: str) -> ChangePaper:
    """What the text says as a whole; the last one is kept."""
    decides = any(word in characters for word in change_words().decisions.words)
    beginning = characters[:_TITLE]
    on_places, place = _has_title(beginning), place_of_title(next(filter(_is_title, _lines(beginning)), ""))
    return ChangePaper(decides, place, on_places, paper_status(characters[:_BEGINNING]), _FullNames(characters))
