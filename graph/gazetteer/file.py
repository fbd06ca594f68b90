"""The file of a gazetteer: SQLite beside the store. A name is kept once, a place once for each name that it had, with
the lists that name it so as the bits of a number: lists may come and go in any order.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path

from graph.errors import NotFoundError, StoreError, StoreInUseError, UsageError
from graph.gazetteer.lists import ENDING, MOST_LISTS, PlaceEntry, PlaceList
from graph.stores.kinds import MEMORY, beside_store

_APPLICATION = 0x706C677A
"""By which the file tells that it is one of these."""
_VERSION = 1
_WAITED = 10.0
"""Seconds in which a program that writes is waited for."""
_PAGES = -32_000
"""What SQLite may keep in memory, in negative KiB."""
_TABLES = """
CREATE TABLE scheme (id INTEGER PRIMARY KEY, scheme TEXT NOT NULL UNIQUE);
CREATE TABLE list (scheme INTEGER NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, digest TEXT NOT NULL,
  files TEXT NOT NULL, levels TEXT NOT NULL, PRIMARY KEY (scheme, number), UNIQUE (scheme, day));
CREATE TABLE name (id INTEGER PRIMARY KEY, name TEXT NOT NULL, form TEXT NOT NULL);
CREATE TABLE place (scheme INTEGER NOT NULL, code INTEGER NOT NULL, name INTEGER NOT NULL, lists INTEGER NOT NULL,
  PRIMARY KEY (scheme, code, name)) WITHOUT ROWID;
"""
_PLACES = (
    "SELECT code, name.name, form, lists FROM place CROSS JOIN name ON name.id = place.name "
    "WHERE scheme = (SELECT id FROM scheme WHERE scheme.scheme = ?) AND code BETWEEN ? AND ?"
)
"""Places by their codes; the names of those are looked up, and no others (`CROSS`)."""
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """An open file of lists of places."""

    path: Path
    connection: sqlite3.Connection

    def lists(self) -> list[PlaceList]:
        """All lists by scheme and day."""
        rows = self.connection.execute(
            "SELECT s.scheme, day, files, digest, levels, number FROM list JOIN scheme s ON s.id = list.scheme "
            "ORDER BY s.scheme, day"
        )
        return [
            PlaceList(scheme, day, tuple(json.loads(files)), digest, json.loads(levels), number)
            for scheme, day, files, digest, levels, number in rows
        ]

    def add(self, told: PlaceList, names: Mapping[int, str], form_of: Callable[[str], str]) -> PlaceList:
        """Keep a list with the names of its places by code; `form_of` gives the form in which a name is compared.

        Raises UsageError where the scheme has a list of this day or too many. A transaction: all of it or nothing.
        """
        before = [one for one in self.lists() if one.scheme == told.scheme]
        if any(one.day == told.day for one in before):
            raise UsageError("gazetteer.has_day", scheme=told.scheme, day=told.day)
        free = set(range(MOST_LISTS)) - {one.number for one in before}
        if not free:
            raise UsageError("gazetteer.many_lists", scheme=told.scheme, most=MOST_LISTS)
        kept = replace(told, number=min(free))
        with _spoken_of(self.path), self.connection as file:
            file.execute("INSERT OR IGNORE INTO scheme (scheme) VALUES (?)", (told.scheme,))
            scheme = self._scheme(told.scheme)
            known = self._named_all(names.values(), form_of)
            codes = sorted(names)
            ids = map(known.__getitem__, map(names.__getitem__, codes))
            file.executemany(
                "INSERT INTO place VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET lists = lists | excluded.lists",
                zip(repeat(scheme), codes, ids, repeat(1 << kept.number), strict=False),
            )
            told_files, levels = json.dumps(kept.files, ensure_ascii=False), json.dumps(dict(kept.levels))
            row = (scheme, kept.number, kept.day, kept.digest, told_files, levels)
            file.execute("INSERT INTO list VALUES (?, ?, ?, ?, ?, ?)", row)
        return kept

    def remove(self, scheme: str, day: str) -> PlaceList:
        """Take a list out, and what it alone told. Raises NotFoundError where there is none."""
        gone = next((one for one in self.lists() if (one.scheme, one.day) == (scheme, day)), None)
        if gone is None:
            known = tuple(f"{one.scheme} {one.day}" for one in self.lists())
            raise NotFoundError("gazetteer.no_day_of", scheme=scheme, day=day, known=known or "-")
        with _spoken_of(self.path), self.connection as file:
            known_as, bit = self._scheme(scheme), 1 << gone.number
            file.execute("UPDATE place SET lists = lists & ~? WHERE scheme = ? AND lists & ?", (bit, known_as, bit))
            file.execute("DELETE FROM place WHERE lists = 0")
            file.execute("DELETE FROM name WHERE id NOT IN (SELECT name FROM place)")
            file.execute("DELETE FROM list WHERE scheme = ? AND number = ?", (known_as, gone.number))
            file.execute("DELETE FROM scheme WHERE id NOT IN (SELECT scheme FROM list)")
        with _spoken_of(self.path):
            self.connection.execute("VACUUM")
        return gone

    def between(self, scheme: str, first: int, last: int) -> list[PlaceEntry]:
        """The places whose codes are from the first to the last, by code and name."""
        rows = self.connection.execute(f"{_PLACES} ORDER BY code, name.name", (scheme, first, last))
        return [PlaceEntry(*row) for row in rows]

    def named(self, scheme: str, form: str, first: int, last: int) -> list[PlaceEntry]:
        """The places of a name, by the form in which it is compared, with codes from the first to the last."""
        rows = self.connection.execute(f"{_PLACES} AND form = ? ORDER BY code, name.name", (scheme, first, last, form))
        return [PlaceEntry(*row) for row in rows]

    def last(self, one: PlaceList) -> int:
        """The largest code of a list; for lists of villages that of the last village."""
        rows = self.connection.execute(
            "SELECT max(code) FROM place WHERE scheme = ? AND lists & ?", (self._scheme(one.scheme), 1 << one.number)
        )
        return int(next(rows)[0])

    def _named_all(self, names: Iterable[str], form_of: Callable[[str], str]) -> dict[str, int]:
        """The id of each name, of those before too; new ones are kept with their forms."""
        known: dict[str, int] = dict(self.connection.execute("SELECT name, id FROM name"))
        first = max(known.values(), default=0) + 1
        new = {name: first + at for at, name in enumerate(sorted(set(names) - known.keys()))}
        rows = ((identity, name, form_of(name)) for name, identity in new.items())
        self.connection.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
        return known | new

    def _scheme(self, scheme: str) -> int:
        rows = self.connection.execute("SELECT id FROM scheme WHERE scheme = ?", (scheme,))
        return int(next(rows)[0])


def gazetteer_path(where: str) -> Path:
    """The file beside the store `where`. Raises UsageError for a store in memory, which has none."""
    if where == MEMORY:
        raise UsageError("gazetteer.in_memory")
    return beside_store(where, ENDING)


@contextmanager
def opened(where: str, *, write: bool = False) -> Iterator[Gazetteer]:
    """The gazetteer beside a store; one is made where there is none and it is to be written.

    Raises StoreError, in one sentence, where there is none, it is of another kind or version, damaged, or in use.
    """
    path = gazetteer_path(where)
    if not write and not path.exists():
        raise StoreError("gazetteer.missing", path=path)
    if not path.parent.is_dir():
        raise StoreError("gazetteer.no_folder", path=path)
    with _spoken_of(path):
        mode = "rwc" if write else "ro"
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        with closing(sqlite3.connect(uri, uri=True, timeout=_WAITED)) as connection:
            connection.execute(f"PRAGMA cache_size = {_PAGES}")
            _check(path, connection, write=write)
            yield Gazetteer(path, connection)


def _check(path: Path, connection: sqlite3.Connection, *, write: bool) -> None:
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if application == 0 and version == 0 and write and not connection.execute("PRAGMA schema_version").fetchone()[0]:
        connection.executescript(f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; {_TABLES}")
        return
    if application != _APPLICATION:
        raise StoreError("gazetteer.other_file", path=path)
    if version != _VERSION:
        raise StoreError("gazetteer.other_version", path=path)


@contextmanager
def _spoken_of(path: Path) -> Iterator[None]:
    """Translate the errors of SQLite."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code in _IN_USE:
            raise StoreInUseError("gazetteer.in_use", path=path) from error
        raise StoreError("gazetteer.damaged", path=path, reason=str(error)) from error
