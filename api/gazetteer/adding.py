"""A list of places is added to the gazetteer beside a store, and what is to be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from graph.errors import FileRefusedError
from graph.gazetteer.file import Gazetteer, opened
from graph.gazetteer.lists import PlaceList, levels_of
from graph.messages.message import Message, message
from loaders.gazetteer.codes import LEVELS
from loaders.gazetteer.names import listed_form
from loaders.gazetteer.reading import ListedPlaces, read_lists

MOST = 5
"""Rows without a code that are told one by one."""


class ListRow(TypedDict):
    """A list that is kept: whose codes it has, its day, how many places of each level it names, and its files."""

    scheme: str
    listed_on: str
    provinces: int
    cities: int
    counties: int
    towns: int
    villages: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddedList:
    """What is said of a list that was added, or was there."""

    told: tuple[Message, ...]


def add_list(where: str, files: Sequence[Path], scheme: str, day: str, *, unchanged: bool = False) -> AddedList:
    """Add the list in some files beside the store `where`.

    Raises FileRefusedError for files that are no list, and for the list of another day unless it is meant `unchanged`,
    UsageError where the scheme has another list of this day, StoreError where the gazetteer cannot be written.
    """
    read = read_lists(files)
    if not read.names:
        raise FileRefusedError.at(files[0], message("gazetteer.no_rows"))
    told = PlaceList(scheme, day, tuple(path.name for path in files), read.digest, levels_of(read.names, LEVELS))
    with opened(where, write=True) as there:
        lists = [one for one in there.lists() if one.scheme == scheme]
        twin = next((one for one in lists if one.digest == told.digest), None)
        if twin and twin.day == day:
            return AddedList((message("gazetteer.known", scheme=scheme, day=day),))
        if twin and not unchanged:
            raise FileRefusedError.at(files[0], message("gazetteer.of_other_day", scheme=scheme, day=twin.day))
        added = there.add(told, read.names, listed_form)
        return AddedList(tuple(_told(there, added, read)))


def list_rows(where: str) -> list[ListRow]:
    """The lists beside a store by scheme and day. Raises StoreError where there are none."""
    with opened(where) as there:
        return [
            {
                "scheme": one.scheme,
                "listed_on": one.day,
                "provinces": one.levels.get("province", 0),
                "cities": one.levels.get("city", 0),
                "counties": one.levels.get("county", 0),
                "towns": one.levels.get("town", 0),
                "villages": one.levels.get("village", 0),
                "files": one.files,
            }
            for one in there.lists()
        ]


def _told(there: Gazetteer, added: PlaceList, read: ListedPlaces) -> Iterator[Message]:
    number = sum(added.levels.values())
    yield message("gazetteer.added", scheme=added.scheme, day=added.day, number=number, path=there.path)
    for path, row, typed in read.unread[:MOST]:
        yield message("gazetteer.unread", path=path, row=row, typed=typed)
    if len(read.unread) > MOST:
        yield message("gazetteer.more_unread", number=len(read.unread) - MOST)
    near = [one for one in there.lists() if one.scheme == added.scheme and one.day != added.day]
    if near:
        other = min(near, key=lambda one: _apart(one.day, added.day))
        last = there.last(other)
        own = there.last(added)
        if str(own) < str(last)[: len(str(own))]:
            yield message("gazetteer.ends_early", code=own, day=other.day, last=last)


def _apart(day: str, other: str) -> int:
    """How far two days are from each other."""
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)
