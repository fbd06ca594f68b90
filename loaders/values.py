"""Where the value of a label ends: at the next label, the bracket's end, a full stop, the line's end, or a blank behind
which a sentence begins; it goes on in the next line behind a separator, inside an open bracket, and in wrapped text.
"""

import re
from collections.abc import Sequence

from loaders.owners import is_all_names

_GOES_ON = ("、", ",", ";", "和", "及", "与", "(")
_CUT_DATE = re.compile(r"\d{1,4} ?[年月]?$")
_DATE_REST = re.compile(r"^ ?[\d年月日底前上中下旬]")
_SENTENCE = re.compile(r"[。,:;!?]")
_WRAPPED = 18
_SHORT = 4


def value_end(folded: str, breaks: Sequence[int], start: int, limit: int, *, due: bool = False) -> int:
    """The position behind a value that begins at `start` of a folded text and reaches at most to `limit`."""
    end = _bracket_end(folded, start, limit)
    line_start = start
    for position in breaks:
        if position <= start:
            continue
        if position >= end:
            break
        if not _continues(folded, line_start, position, end, due=due):
            end = position
            break
        line_start = position
    end = start + len(folded[start:end].rstrip())
    return _before_sentence(folded, start, end, due=due)


def _bracket_end(folded: str, start: int, limit: int) -> int:
    """Where a closing bracket that was not opened in the value, or a full stop outside brackets, ends it."""
    depth = 0
    for position in range(start, limit):
        sign = folded[position]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth < 0:
                return position
        elif sign == "。" and depth <= 0:
            return position
    return limit


def _continues(folded: str, line_start: int, position: int, end: int, *, due: bool) -> bool:
    """Whether the value goes on in the line that begins at `position`."""
    line = folded[line_start:position].rstrip()
    following = folded[position:end]
    if not line or line.endswith(_GOES_ON):
        return True
    if line.count("(") > line.count(")"):
        return ")" in following[:_WRAPPED]
    if due:
        return bool(_CUT_DATE.search(line) and _DATE_REST.match(following))
    return len(line) >= _WRAPPED and is_all_names(line + following)


def _before_sentence(folded: str, start: int, end: int, *, due: bool) -> int:
    """Cut the value at a blank behind which a sentence begins rather than a further name."""
    blank = folded.find(" ", start, end)
    while blank != -1:
        rest = folded[blank:end].strip()
        value = folded[start:blank].strip()
        if (
            value
            and len(rest) > _SHORT
            and _SENTENCE.search(rest)
            and not (is_all_names(rest) or (due and rest[0].isdigit()))
        ):
            return blank
        blank = folded.find(" ", blank + 1, end)
    return end
