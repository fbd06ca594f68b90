"""Changes of places as a picture needs them, from the rows of `changes/list`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from queries.rows import ChangeRow

DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
UNDATED = "时间未载"


@dataclass(frozen=True, slots=True)
class DrawnParty:
    """A place on one side of a change: the id of that period of it, its name, its role, and how much of it."""

    place_id: str
    name: str
    role: str
    share: str = "whole"


@dataclass(frozen=True, slots=True)
class DrawnChange:
    """A change with the places that went in and came out; `when` is its date in words, `sources` where it is stated,
    `place` what it lies in.
    """

    change_id: str
    kind: str
    when: str
    before: tuple[DrawnParty, ...]
    after: tuple[DrawnParty, ...]
    sources: tuple[str, ...] = ()
    proposed: bool = False
    place: str = ""


def changes(rows: Iterable[ChangeRow]) -> tuple[DrawnChange, ...]:
    """The changes that rows of `changes/list` tell, in their order."""
    return tuple(
        DrawnChange(
            change_id=row["change_id"],
            kind=row["kind"],
            when=when(row["stated_on"], row["earliest"], row["latest"]),
            before=tuple(map(DrawnParty, row["before_ids"], row["before"], row["before_roles"], row["before_shares"])),
            after=tuple(map(DrawnParty, row["after_ids"], row["after"], row["after_roles"])),
            sources=row["sources"],
            proposed=row["status"] == "proposed",
            place=row["place"],
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
