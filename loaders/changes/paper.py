"""What the whole text says that each of its paragraphs on changes needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from loaders.changes.dates.dates import Status, paper_status
from loaders.changes.dates.effect import about_changes
from loaders.vocabulary.changes import change_words

_ABOUT = "关于"  # in the titles of papers
_TITLE = 300  # characters in which the title of a paper stands
_GLUED_TITLE = 60  # characters of a first line that may be a title
_BEGINNING = 1500  # characters in which a paper says what it is
_LONGEST_SHORT_NAME = 4  # 西河 of 西河县


@dataclass(frozen=True, slots=True)
class ChangePaper:
    """What the whole text says that a paragraph needs: whether it decides on changes, whether it is about places, how
    far all is, full names of short ones.
    """

    decides: bool
    on_places: bool
    status: Status
    full_names: Mapping[str, str]


def _has_title(beginning: str) -> bool:
    """Whether a line among the first is the title of a paper on changes or on places.

    A sentence is no title; a title glued to its text begins the first line.
    """
    words = change_words().on_places.words
    first, *others = beginning.split("\n")
    lines = [first[:_GLUED_TITLE], *(line for line in others if "。" not in line)]
    return any((_ABOUT in line and about_changes(line)) or any(word in line for word in words) for line in lines)


class _FullNames(Mapping[str, str]):
    """Full names of short ones (西河 → 西河县) that the text gives one ending only; sought when first asked for."""

    def __init__(self, characters: str) -> None:
        self._characters = characters

    @cached_property
    def _names(self) -> Mapping[str, str]:
        names: dict[str, set[str]] = {}
        for match in re.finditer("[省市州县区旗镇乡]", self._characters):
            for length in range(2, _LONGEST_SHORT_NAME + 1):
                stem = self._characters[max(0, match.start() - length) : match.start()]
                names.setdefault(stem, set()).add(match[0])
        return {stem: stem + next(iter(endings)) for stem, endings in names.items() if len(endings) == 1}

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
    on_places = _has_title(characters[:_TITLE])
    return ChangePaper(decides, on_places, paper_status(characters[:_BEGINNING]), _FullNames(characters))
