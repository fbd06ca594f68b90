"""Short lists that are filtered by what their rows say: each condition with its choices, of which each has the number
of rows that it would leave, and one sentence that tells what is listed.

Lists of tasks are long and filtered by the store (`api.lists.counts`); those of loads, changes and findings fit into
memory.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from api.lists.counts import OFFERED, Option, Options
from api.lists.sentence import BETWEEN
from api.settings import Language
from graph.messages.sentences import say

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class Facet(Generic[Listed]):
    """A condition: its name in the address, the values that a row has of it, and what a value is called."""

    name: str
    values: Callable[[Listed], Sequence[str]]
    words: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Faceted(Generic[Listed]):
    """The rows that meet all conditions, the sentence that says so, its parts by the names of their conditions, and
    the choices of each condition, counted among the rows that meet all others.
    """

    rows: Sequence[Listed]
    sentence: str
    parts: Mapping[str, str]
    options: Sequence[Options]


def faceted(
    lang: Language, rows: Sequence[Listed], facets: Sequence[Facet[Listed]], given: Mapping[str, str], before: str = ""
) -> Faceted[Listed]:
    """The rows that have the values given (by the names of facets; "" for any); `before` begins the sentence."""
    wanted = {facet.name: value for facet in facets if (value := given.get(facet.name, "").strip())}
    found = [row for row in rows if all(_has(facet, row, wanted) for facet in facets)]
    parts = {facet.name: facet.words(wanted[facet.name]) for facet in facets if facet.name in wanted}
    said = [*([before] if before else []), *parts.values(), say(lang, "chosen.found", number=len(found))]
    return Faceted(found, BETWEEN.join(said), parts, tuple(_options(rows, facets, wanted)))


def _has(facet: Facet[Listed], row: Listed, wanted: Mapping[str, str]) -> bool:
    return facet.name not in wanted or wanted[facet.name] in facet.values(row)


def _options(rows: Sequence[Listed], facets: Sequence[Facet[Listed]], wanted: Mapping[str, str]) -> Iterator[Options]:
    for facet in facets:
        others = [one for one in facets if one.name != facet.name]
        left = [row for row in rows if all(_has(one, row, wanted) for one in others)]
        counts = Counter(value for row in left for value in dict.fromkeys(facet.values(row)) if value)
        chosen = wanted.get(facet.name, "")
        if chosen:
            counts.setdefault(chosen, 0)
        ranked = sorted(counts, key=lambda value: (value != chosen, -counts[value], value))[:OFFERED]
        if len(ranked) > 1 or chosen:
            options = (Option(value, facet.words(value), counts[value], value == chosen) for value in ranked)
            yield Options(facet.name, tuple(options))
