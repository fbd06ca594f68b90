"""Changes of places as a picture needs them, from the rows of `changes/list`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.facts import Value

Row = Mapping[str, Value]

DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
UNDATED = "时间未载"


@dataclass(frozen=True, slots=True)
class Party:
    """A place on one side of a change: the id of that period of it, its name, its role, and how much of it."""

    place_id: str
    name: str
    role: str
    share: str = "whole"


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the places that went in and came out; `when` is its date in words, `sources` where it is stated,
    `place` what it lies in.
    """

    change_id: str
    kind: str
    when: str
    before: tuple[Party, ...]
    after: tuple[Party, ...]
    sources: tuple[str, ...] = ()
    proposed: bool = False
    place: str = ""


def changes(rows: Iterable[Row]) -> tuple[Change, ...]:
    """The changes that rows of `changes/list` tell, in their order."""
    return tuple(
        Change(
            change_id=str(row["change_id"]),
            kind=str(row["kind"]),
            when=when(str(row["stated_on"]), str(row["earliest"]), str(row["latest"])),
            before=_parties(row, "before"),
            after=_parties(row, "after"),
            sources=_list(row, "sources"),
            proposed=row["status"] == "proposed",
            place=str(row.get("place", "")),
        )
        for row in rows
    )


def when(stated_on: str, earliest: str, latest: str) -> str:
    """The date of a change in words: as stated, else the days that it lies between, else that none is told."""
    if stated_on:
        return date_words(stated_on)
    if earliest and latest:
        return f"{date_words(earliest)}至{date_words(latest)}"
    if latest:
        return f"{date_words(latest)}前"
    return f"{date_words(earliest)}后" if earliest else UNDATED


def date_words(date: str) -> str:
    """2021-04-12 as 2021年4月12日, 2021-04 as 2021年4月, 2021 as 2021年; what is no plain date stays as it stands."""
    found = DAY.fullmatch(date)
    if not found:
        return date
    year, month, day = found.groups()
    return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")


def _parties(row: Row, side: str) -> tuple[Party, ...]:
    """The places of one side; what comes out comes whole."""
    names, ids, roles = (_list(row, column) for column in (side, f"{side}_ids", f"{side}_roles"))
    shares = _list(row, f"{side}_shares") or ("whole",) * len(names)
    return tuple(Party(*party) for party in zip(ids, names, roles, shares, strict=True))


def _list(row: Row, column: str) -> tuple[str, ...]:
    value = row.get(column, ())
    return tuple(value) if isinstance(value, (tuple, list)) else ()
