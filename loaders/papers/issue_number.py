"""The issue number (文号): the code of its issuer, a year in brackets, a running number (青政办发〔2023〕12号)."""

import re

from graph.words.signs import HAN
from loaders.owners.unit_lists import is_body
from loaders.text import Words
from loaders.vocabulary.heads import head_words

_YEAR_AND_SERIAL = re.compile(r"\(?(?:19|20)\d\d\)?第?\d{1,4}号|\((?:19|20)\d\d\)第?\d{1,3}期")
_CODE = re.compile(rf"[{HAN}]+$")
_LONGEST_CODE = 12  # 汉字 of an issuer's code; a longer run has a name glued before it
_REACH = 60  # characters before the year in which the code begins
_LEAST_NAME = 4  # characters of an issuer's name that is glued before the code


def find_number(folded: str, start: int = 0) -> tuple[int, int] | None:
    """Where the first issue number at or behind `start` stands in squeezed, folded words; None if there is none."""
    for found in _YEAR_AND_SERIAL.finditer(folded, start):
        code = _CODE.search(folded, max(start, found.start() - _REACH), found.start())
        if code:
            first = code.start() + _length_of_name(code[0])
            if 0 < found.start() - first <= _LONGEST_CODE:
                return first, found.end()
    return None


def _length_of_name(run: str) -> int:
    """How many signs of a run of 汉字 before the year are no part of the code: an issuer's name, a title, a label."""
    words = head_words()
    cut = 0
    labels = (word for row in words.fields for word in row.words)
    for ending in (*words.letterhead.words, *words.notice.endings, *labels):
        at = run.rfind(ending)
        if at != -1 and len(run) - at - len(ending) > 1:
            cut = max(cut, at + len(ending))
    for end in range(len(run) - 2, cut + _LEAST_NAME - 1, -1):
        name, code = run[cut:end], run[end:]
        if is_body(name) and not name.endswith(("委", "办")) and not code.startswith(words.number.kinds):
            return end
    return cut


def number_in_line(folded: str) -> tuple[int, int] | None:
    """The issue number of a line that holds nothing else, but brackets, the issuer before it, and who signed."""
    found = find_number(folded)
    if found is None:
        return None
    before, behind = folded[: found[0]].strip("("), folded[found[1] :].strip(")")
    named = before.removesuffix(":")
    alone = not before or is_body(_without_letterhead(before)) or named in _labels()
    return found if alone and (not behind or behind.strip("(").startswith(head_words().number.signed)) else None


def number_in_front(words: Words) -> int | None:
    """Where the number ends that stands before the title in these words, None where they begin with none.

    The place is one of `words`; behind the number stands a blank or what begins a title (关于, 《).
    """
    found = find_number(words.compact[:_REACH])
    if found is None or found[0] or found[1] == len(words.compact):
        return None
    end = [at for at, sign in enumerate(words.text[: 2 * _REACH]) if not sign.isspace()][found[1] - 1] + 1
    rest = words.text[end:]
    return end if rest[:1].isspace() or rest.startswith(("《", *head_words().notice.about)) else None


def _without_letterhead(name: str) -> str:
    return next((name.removesuffix(word) for word in head_words().letterhead.words if name.endswith(word)), name)


def _labels() -> frozenset[str]:
    return frozenset(word for row in head_words().fields if row.gives == "number" for word in row.words)
