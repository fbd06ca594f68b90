"""Headers of two rows: names under a spanning name (责任分工 over 牵头单位 and 责任单位) become one name a column.

A spanning cell stands once in the first row, or is followed by empty cells; a cell merged downwards is empty below.
"""

from collections.abc import Sequence

from graph.words.fold import compact, fold, squeeze
from loaders.owners.label_words import bare_roles, named_roles, whole_roles
from loaders.prose.labels import roles_in
from loaders.text import TableRow
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.labels import label_words


def is_sub_header(names: Sequence[str], above: Sequence[str] = ()) -> bool:
    """Whether cells are the second row of a header: empty ones and names that stand under a spanning name.

    Where merged cells arrive repeated, its names are those `above` or stand under one that stands `above` several.
    """
    if _repeats(names, above):
        return True
    filled = [compact(name) for name in names if name.strip()]
    words, known = column_words().sub_header.words, {*whole_roles(), *bare_roles(), *named_roles()}
    return 0 < len(filled) < len(names) and all(name in words or name in known for name in filled)


def _repeats(names: Sequence[str], above: Sequence[str]) -> bool:
    """Whether names are those above them but under a name that is repeated, at least one of each."""
    if len(names) != len(above) or not all(names):
        return False
    same = [name == one for name, one in zip(names, above, strict=True)]
    spanned = [one in (*above[max(0, at - 1) : at], *above[at + 1 : at + 2]) for at, one in enumerate(above)]
    return any(same) and not all(same) and all(one or span for one, span in zip(same, spanned, strict=True))


def join_header(upper: TableRow, lower: TableRow | None) -> tuple[str, ...]:
    """The names of the columns: as many as the lower row has cells, where there is one."""
    above = [squeeze(cell.text) for cell in upper.cells]
    if lower is None:
        return tuple(above)
    below = [squeeze(cell.text) for cell in lower.cells]
    if len(above) == len(below):
        below = ["" if name == one else name for name, one in zip(below, above, strict=True)]
    spread = _spread(above, below) if len(above) < len(below) else _filled(above, below)
    return tuple(_name(one, other) for one, other in zip(spread, below, strict=True))


def _filled(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The first row with the empty cells behind a spanning name filled, where a name stands below them."""
    names: list[str] = []
    for name, under in zip(above, below, strict=True):
        names.append(name or (names[-1] if under and names else ""))
    return names


def _spread(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The first row of fewer cells over the second: one name for each empty cell, one for each run of filled ones.

    Where runs touch, so that fewer runs than names are left, a run is shared out evenly.
    """
    runs = _runs(below)
    spans = sum(1 for filled, _ in runs if filled)
    names, given = list(above), len(above) - sum(length for filled, length in runs if not filled)
    spread: list[str] = []
    for filled, length in runs:
        share = max(1, given // spans) if filled and spans else length
        taken, names = names[:share], names[share:]
        spread += [taken[at * len(taken) // length] if taken else "" for at in range(length)]
    return spread


def _runs(below: Sequence[str]) -> list[tuple[bool, int]]:
    """Stretches of filled and of empty cells with their lengths."""
    runs: list[tuple[bool, int]] = []
    for name in below:
        if runs and runs[-1][0] == bool(name):
            runs[-1] = (bool(name), runs[-1][1] + 1)
        else:
            runs.append((bool(name), 1))
    return runs


def _name(upper: str, lower: str) -> str:
    """One column's name; a lower one that says whose column it is stands alone, a bare role takes a noun (牵头)."""
    if not lower or roles_in(fold(lower)):
        return lower or upper
    noun = next((noun for noun in label_words().unit_nouns if upper.endswith(noun)), "")
    if noun and roles_in(fold(lower + noun)):
        return lower + noun
    return lower if lower in named_roles() or (roles_in(fold(upper)) and lower in upper) else upper + lower
