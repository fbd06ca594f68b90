"""The lists of one scheme, asked: counties and towns by the way to them, villages by their town, on which days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.errors import NotFoundError, UsageError
from graph.gazetteer.file import Gazetteer
from graph.gazetteer.lists import PlaceEntry, PlaceList
from graph.words.names import name_form

COUNTY, TOWN, VILLAGE = 6, 9, 12
"""Digits of a code."""
_ABOVE_TOWNS = 10**COUNTY - 1


@dataclass(slots=True)
class ListedDays:
    """The lists of a scheme in the order of their days. Codes tell what lies in what."""

    gazetteer: Gazetteer
    scheme: str
    lists: Sequence[PlaceList] = ()
    _below: dict[tuple[int, int], list[PlaceEntry]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lists = tuple(one for one in self.gazetteer.lists() if one.scheme == self.scheme)
        if not self.lists:
            known = tuple(sorted({one.scheme for one in self.gazetteer.lists()}))
            raise NotFoundError("name.no_scheme", scheme=self.scheme, known=known)

    def below(self, code: int, digits: int) -> list[PlaceEntry]:
        """The places with codes of so many digits in a place, itself where it has as many."""
        if (code, digits) not in self._below:
            step = 10 ** (digits - len(str(code)))
            found = self.gazetteer.between(self.scheme, code * step, code * step + step - 1)
            self._below[code, digits] = found
        return self._below[code, digits]

    def days(self, places: Iterable[PlaceEntry]) -> list[str]:
        """The days of the lists that name any of these places."""
        bits = 0
        for one in places:
            bits |= one.lists
        return [one.day for one in self.lists if bits >> one.number & 1]

    def name(self, code: int, one: PlaceList | None = None) -> str:
        """What a place is called in a list, else in the last that names it; "" where none does."""
        entries = self.below(code, len(str(code)))
        named = [entry for entry in entries if one is not None and entry.stands_in(one)] or sorted(
            entries, key=lambda entry: max(self.days([entry]))
        )
        return named[-1].name if named else ""

    def towns(self, way: Sequence[str]) -> list[int]:
        """The towns (by code) at the end of a way of names, the largest first, also under names of other days."""
        *above, last = map(name_form, way)
        if not above:
            entries = self.gazetteer.between(self.scheme, 10 ** (TOWN - 1), 10**TOWN - 1)
            return sorted({one.code for one in entries if one.form == last})
        counties = self.places(above)
        return sorted({one.code for county in counties for one in self.below(county, TOWN) if one.form == last})

    def places(self, way: Sequence[str]) -> list[int]:
        """The counties, cities and provinces (by code) at the end of a way of names, the largest first."""
        *above, last = map(name_form, way)
        named = self._larger().get(last, [])
        for name in above:
            inside = [str(code) for code in self._larger().get(name, [])]
            named = [code for code in named if any(str(code).startswith(one) for one in inside)] if inside else named
        return named

    def meant(self, typed: str) -> int:
        """The place (by code) that a person means by a code, with or without its scheme, or a way of names.

        Raises NotFoundError for none, UsageError for several.
        """
        words = typed.removeprefix(f"{self.scheme}:").strip()
        if words.isascii() and words.isdecimal():
            found = [int(words)] if self.name(int(words)) else []
        else:
            way = [name for name in words.split("/") if name]
            found = self.places(way) or self.towns(way) if way else []
        if not found:
            raise NotFoundError("gazetteer.no_place", name=typed)
        if len(found) > 1:
            several = tuple(f"{self.scheme}:{code}" for code in found)
            raise UsageError("gazetteer.several_places", name=typed, codes=several)
        return found[0]

    def _larger(self) -> dict[str, list[int]]:
        """The codes of provinces, cities and counties by the forms of their names, the larger first."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        if (0, 0) not in self._below:
            self._below[0, 0] = self.gazetteer.between(self.scheme, 0, _ABOVE_TOWNS)
        for one in self._below[0, 0]:
            if one.code not in found[one.form]:
                found[one.form].append(one.code)
        return found
