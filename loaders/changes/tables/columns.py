"""Which columns of a table tell of changes of places, by the words in its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.words.fold import compact, fold
from graph.words.levels import ranks
from loaders.vocabulary.changes import change_words


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
        proposed=any(change_words().columns_words.proposed in header[index] for index in found.values()),
    )


def _of_villages(words: str) -> bool:
    return any(word in words for word in change_words().columns_words.villages)


def _rank_above(words: str) -> int | None:
    """The rank of the places that a column of counties or towns names."""
    bare = re.sub(r"[()、,/\s]", "", fold(words))
    above = change_words().columns_above
    for level, names in (("county", above.county), ("town", above.town), ("city", above.city)):
        if bare in names or bare.removesuffix(change_words().columns_words.name) in names:
            return ranks()[level]
    return None


def _meaning(words: str) -> str:
    """What a header says its column holds, "" for nothing of ours."""
    header = compact(words)
    if any(word in header for word in change_words().columns_without_names.words) or header.endswith(
        change_words().columns_words.count
    ):
        return ""
    for row in change_words().columns:
        if any(sign in header for sign in row.words):
            return row.meaning
    first = change_words().columns_by_first
    if any(word in header for word in first.of):
        return "old" if header.startswith(first.old) else "new" if header.startswith(first.new) else ""
    return ""
