"""The names that a graph knows, as the grammar finds them in a question."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from graph.vocabulary.names import name_words
from graph.words.fold import compact
from graph.words.names import name_form, words_form

NameKind = Literal["leaders", "units", "places", "plans", "documents"]
SHORTEST = 2
"""Characters of a name that is looked for in a question."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of one kind with the ids of all that bear it; a place also with its level."""

    kind: NameKind
    name: str
    ids: tuple[str, ...]
    level: str = ""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """All names of a graph by their spellings, as they stand in a question."""

    by_spelling: dict[str, tuple[Name, ...]]
    longest: int
    titles: tuple[tuple[str, Name], ...] = field(default=())

    def at(self, text: str, start: int) -> list[tuple[int, tuple[Name, ...]]]:
        """The names that begin at a position of a compact text: how long each is, and whom it names."""
        lengths = range(SHORTEST, min(self.longest, len(text) - start) + 1)
        found = ((length, self._borne(text[start : start + length])) for length in lengths)
        return [(length, names) for length, names in found if names]

    def _borne(self, typed: str) -> tuple[Name, ...]:
        found = self.by_spelling.get(typed, ())
        if not found and any(joiner in typed for joiner in name_words().joiners.words[1:]):
            return self.by_spelling.get(compact(name_form(typed)), ())
        return found

    def plans_holding(self, words: str) -> Name | None:
        """All plans whose title holds some words, as one name."""
        wanted = words_form(words)
        found = [name for title, name in self.titles if wanted and wanted in title]
        if not found:
            return None
        return Name("plans", words, tuple(dict.fromkeys(one for name in found for one in name.ids)))


def names_of(rows: Iterable[tuple[str, Name]]) -> KnownNames:
    """The names of pairs of a spelling and a name that bears it; of each kind a spelling means all that bear it as it
    is written, else all that bear it in its normal form.
    """
    written: defaultdict[str, dict[NameKind, list[Name]]] = defaultdict(lambda: defaultdict(list))
    normal: defaultdict[str, dict[NameKind, list[Name]]] = defaultdict(lambda: defaultdict(list))
    titles = []
    for spelling, name in rows:
        written[compact(spelling)][name.kind].append(name)
        normal[compact(name_form(spelling))][name.kind].append(name)
        if name.kind == "plans":
            titles.append((words_form(spelling), name))
    found = {
        spelling: tuple(_joined(ones) for ones in {**normal.get(spelling, {}), **written.get(spelling, {})}.values())
        for spelling in written | normal
        if len(spelling) >= SHORTEST
    }
    return KnownNames(found, max(map(len, found), default=0), tuple(titles))


def _joined(ones: list[Name]) -> Name:
    ids = tuple(dict.fromkeys(one for name in ones for one in name.ids))
    return Name(ones[0].kind, ones[0].name, ids, ones[0].level)
