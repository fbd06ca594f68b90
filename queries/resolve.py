"""Who or what is meant by a name that a person typed: the one place that turns names into ids, which questions take.

A name is found as written (also as another spelling, number or id), else in its normal form; a plan also by a part of
its title, a place by the way to it (大英县/蓬莱镇) or by a code (NBS:510923100263). Several may bear one name: each is
told with its place, and a question asked with the ids of all of them answers for all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import NotFoundError
from graph.stores.protocol import Store
from graph.words.names import name_form, number_form
from queries.ask import ask
from queries.catalogue import query
from queries.header import KINDS, Ids, Kind
from queries.periods.codes import ids_of_code
from queries.rows import NamedRow
from queries.ways import is_whole, leads_to, ways_to

Findable = Kind | Literal["documents"]
"""What can be found by a name: the kinds that questions take, and papers."""

Fit = Literal["written", "normal", "part"]
"""How a name fits: as written, in its normal form (or as a part of the way to a place), or (of a plan) as a part of the
title."""

_SEPARATORS = ",，、"
"""What parts several names in one text, where the whole text is no name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a name may mean, with the place that it lies in (name and id, "" where it lies in none)."""

    kind: Findable
    id: str
    name: str
    aliases: tuple[str, ...]
    place: str
    place_id: str
    fit: Fit

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return tuple(dict.fromkeys(filter(None, (self.name, *self.aliases))))


def candidates(store: Store, kind: Findable, name: str, within: Ids = ()) -> list[Candidate]:
    """All of a kind that a name or id means, by place and name; narrowed to what lies in places (`within`).

    White space in a name does not count. Nothing is meant by an empty one. Places are also found by a code of a scheme
    (NBS:510923100263); raises NotFoundError for one that is not loaded.
    """
    bare = "".join(name.split())
    if not bare:
        return []
    if kind == "places" and (borne := ids_of_code(store, bare)) is not None:
        named = (row for one in borne for row in ask(store, "names/places", named=one, within=within))
        return [_candidate(kind, row, "written") for row in named]
    form = number_form if kind == "documents" else name_form
    normal = form(bare)
    rows = _rows(store, kind, bare, normal, within)
    found = [_candidate(kind, row, _fit(kind, row, bare, normal)) for row in rows]
    if found or not normal:
        return found
    rows = _rows(store, kind, "", "", within)
    found = [
        _candidate(kind, row, "normal")
        for row in rows
        if normal in {form(one) for one in (row["name"], *row["aliases"]) if one}
    ]
    return found or (_on_the_way(store, bare, rows) if kind == "places" else [])


def _on_the_way(store: Store, typed: str, rows: Iterable[NamedRow]) -> list[Candidate]:
    """Of places those that a typed way leads to; one that is the whole way to a place fits as written."""
    ends = [row for row in rows if name_form(typed).endswith(name_form(row["name"]))]
    ways = ways_to(store, (row["id"] for row in ends))
    return [
        _candidate("places", row, "written" if is_whole(typed, ways[row["id"]]) else "normal")
        for row in ends
        if leads_to(typed, ways[row["id"]])
    ]


def best_fits(found: Sequence[Candidate]) -> list[Candidate]:
    """Those of the candidates for one name that it means: as it is written where it is borne so, else in its normal
    form; all plans whose titles hold it.
    """
    written = [one for one in found if one.fit == "written"]
    return list(found) if not written or any(one.kind == "plans" for one in found) else written


def ids_of(store: Store, kind: Findable, name: str, within: Ids = ()) -> Ids:
    """The ids of all of a kind that a name means; none for "". Raises NotFoundError where nothing bears the name."""
    found = tuple(one.id for one in best_fits(candidates(store, kind, name, within)))
    if name.strip() and not found:
        raise NotFoundError(f"name.no_{kind.removesuffix('s')}", name=name, hint="")
    return found


def names_of(store: Store, ids: Ids) -> list[str]:
    """What things of any kind are called, each name once, sorted."""
    return sorted({row["name"] for row in ask(store, "names/of_ids", ids=ids)}) if ids else []


def known_names(store: Store, kind: Findable) -> set[str]:
    """All names of a kind, other spellings included."""
    return {name for row in _rows(store, kind, "", "", ()) for name in (row["name"], *row["aliases"]) if name}


def kinds_of_parameters(question: str) -> dict[str, Kind]:
    """The parameters of a question that take ids, with the kind of each: what a person types for them is a name."""
    return {param.name: kind for param in query(question).params for kind in KINDS if param.type == kind}


def typed_names(store: Store, kind: Kind, typed: object) -> Iterator[str]:
    """The names that were typed for one parameter: each of a list, and of a text its parts where the whole is none."""
    for text in [typed] if isinstance(typed, str) else typed if isinstance(typed, list | tuple) else [str(typed)]:
        words = str(text)
        parts = [part for part in _split(words) if part.strip()]
        yield from parts if len(parts) > 1 and not candidates(store, kind, words) else [words]


def _split(words: str) -> list[str]:
    for separator in _SEPARATORS[1:]:
        words = words.replace(separator, _SEPARATORS[0])
    return words.split(_SEPARATORS[0])


def _rows(store: Store, kind: Findable, named: str, normal: str, within: Ids) -> list[NamedRow]:
    match kind:
        case "leaders":
            return ask(store, "names/leaders", named=named, normal=normal, within=within)
        case "units":
            return ask(store, "names/units", named=named, normal=normal, within=within)
        case "places":
            return ask(store, "names/places", named=named, normal=normal, within=within)
        case "plans":
            return ask(store, "names/plans", named=named, within=within)
        case "documents":
            return ask(store, "names/documents", named=named, within=within)


def _fit(kind: Findable, row: NamedRow, bare: str, normal: str) -> Fit:
    own = {row["id"], "".join(row["name"].split()), *("".join(alias.split()) for alias in row["aliases"])}
    if bare in own:
        return "written"
    return "part" if kind == "plans" and normal not in own else "normal"


def _candidate(kind: Findable, row: NamedRow, fit: Fit) -> Candidate:
    return Candidate(kind, row["id"], row["name"], row["aliases"], row["place"], row["place_id"], fit)
