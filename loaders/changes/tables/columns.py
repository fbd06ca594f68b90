"""Which columns of a table tell of changes of places, by the words in its header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.words.fold import fold, squeeze
from loaders.places.names import RANKS
from loaders.vocabulary import table


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; several may hold old names."""

    ended: int | None = None
    joined: int | None = None
    old: int | None = None
    new: int | None = None
    reason: int | None = None
    date: int | None = None
    above: tuple[int, ...] = ()
    proposed: bool = False


def read_columns(header: Sequence[str]) -> Columns | None:
    """The columns that matter, None where they are not those of a table of changes.

    Of two columns of one meaning (调整前 乡镇, 调整前 村) the one of villages counts.
    """
    found: dict[str, int] = {}
    above: list[tuple[int, int]] = []
    for index, words in enumerate(header):
        rank = _rank_above(words)
        meaning = _meaning(words) if rank is None else ""
        if rank is not None:
            above.append((rank, index))
        elif meaning and (meaning not in found or (_of_villages(words) and not _of_villages(header[found[meaning]]))):
            found[meaning] = index
    sides = ({"ended", "old"} & found.keys(), {"joined"} & found.keys(), {"new"} & found.keys())
    if sum(map(bool, sides)) < len(("before", "after")):
        return None
    return Columns(
        ended=found.get("ended"),
        joined=found.get("joined"),
        old=found.get("old"),
        new=found.get("new"),
        reason=found.get("reason"),
        date=found.get("date"),
        above=tuple(index for _, index in sorted(above)),
        proposed=any(_words()["proposed"] in header[index] for index in found.values()),
    )


def _of_villages(words: str) -> bool:
    return any(word in words for word in _words()["villages"])


def _rank_above(words: str) -> int | None:
    """The rank of the places that a column of counties or towns names."""
    bare = re.sub(r"[()、,/\s]", "", fold(words))
    for level, names in table("changes")["columns_above"].items():
        if isinstance(names, list) and (bare in names or bare.removesuffix(_words()["name"]) in names):
            return RANKS[level]
    return None


def _meaning(words: str) -> str:
    """What a header says its column holds, "" for nothing of ours."""
    header = squeeze(fold(words))
    if any(word in header for word in _without_names()) or header.endswith(_words()["count"]):
        return ""
    for meaning, signs in _signs():
        if any(sign in header for sign in signs):
            return meaning
    first = table("changes")["columns_by_first"]
    if any(word in header for word in first["of"]):
        return next((side for side in ("old", "new") if header.startswith(tuple(first[side]))), "")
    return ""


@cache
def _signs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows: list[Mapping[str, Any]] = table("changes")["columns"]
    return tuple((row["meaning"], tuple(row["words"])) for row in rows)


@cache
def _without_names() -> tuple[str, ...]:
    return tuple(table("changes")["columns_without_names"]["words"])


@cache
def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = table("changes")["columns_words"]
    return words
