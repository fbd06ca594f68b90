"""How the figures of a place that was divided are shared out: a ratio for each pair of places, which sum up to 1."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from graph.errors import FileRefusedError

MOST_OFF = Fraction(1, 10_000)
"""By how much the ratios of a place may miss 1: they are often rounded to four decimals or more."""

_RATIO = re.compile(r"(?:\d{1,9}(?:\.\d{1,20})?|\.\d{1,20})(?:e-?\d{1,2})?|\d{1,9}/\d{1,9}")
_TOLD = 40
"""Signs of a ratio that is none of which a refusal tells."""

Weights = Mapping[str, Mapping[str, Fraction]]
"""By the place that was (a code, name or id) the ratios of those that it is in."""


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A row of a table of weights as it is written, by its number."""

    number: int
    old: str
    new: str
    ratio: str


def weights_of(rows: Iterable[WeightRow]) -> Weights:
    """The weights that rows tell; a ratio is 0.25 or 1/4. Raises FileRefusedError, in one sentence, for a ratio that is
    none, for a pair that is told twice, and for ratios of a place that do not sum up to 1.
    """
    found: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
    for row in rows:
        if not (row.old or row.new or row.ratio):
            continue
        ratio = _ratio(row.ratio)
        if ratio is None or not (row.old and row.new):
            raise FileRefusedError("convert.no_ratio", row=row.number, typed=row.ratio[:_TOLD])
        if row.new in found[row.old]:
            raise FileRefusedError("convert.ratio_twice", row=row.number, old=row.old, new=row.new)
        found[row.old][row.new] = ratio
    for old, ratios in found.items():
        total = sum(ratios.values(), Fraction(0))
        if abs(total - 1) > MOST_OFF:
            raise FileRefusedError("convert.ratios_no_whole", old=old, total=float(total))
    return found


def _ratio(words: str) -> Fraction | None:
    """A ratio from 0 to 1."""
    bare = "".join(words.split())
    if not _RATIO.fullmatch(bare):
        return None
    try:
        ratio = Fraction(bare)
    except ZeroDivisionError:
        return None
    return ratio if 0 <= ratio <= 1 else None
