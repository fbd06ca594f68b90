"""Signs that copying and printing change, read as what they stand for, each at its place: radicals and compatibility
forms (⽉ for 月), characters that a PDF holds twice to make them bold, signs that nobody sees, another script.
"""

import re
import unicodedata
from functools import cache

from graph.words.characters import character_words
from loaders.files.script import is_simplified, simplified
from loaders.text import Words

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
_OTHER_FORMS = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
INVISIBLE = re.compile(f"[{_UNSEEN}]")
"""Signs of no width."""
_CHANGED = re.compile(f"[{_UNSEEN}{_OTHER_FORMS}]")
_SEEN = re.compile(f"[^{_UNSEEN}]+")
_TWICE = re.compile(r"(?:(.)\1){3,}")
"""Three characters at least, each standing twice."""
_TWO_ALONE = re.compile(r"\s*([^\W\d_])\1(?!\1)([^\W\d_])\2\s*")
_ENOUGH = 5
"""Characters, each twice, that are more than words such as 高高兴兴 and 方方面面 beside each other."""
_DIFFERENT = 3  # letters of a stretch that differ (one less in a label), so that it is no line of dashes or dots
_COLONS = ("：", ":")


def repaired(words: Words, *, bold: bool = False) -> Words:
    """The words in the characters that are meant; each knows where the one stands that is written.

    `bold` tells that characters of the text stand twice elsewhere, so that two alone on a line (序序号号) do too.
    """
    if _CHANGED.search(words.text):
        words = _in_usual_forms(_without_invisible(words))
    if _TWICE.search(words.text):
        words = _said_once(words)
    elif bold and (two := _TWO_ALONE.fullmatch(words.text)):
        words = Words.join([words.part(0, two.start(1) + 1), words.part(two.start(2), two.start(2) + 1)])
    return words if is_simplified(words.text) else Words(simplified(words.text), words.runs)


def prints_twice(characters: str) -> bool:
    """Whether characters of a text stand twice, as a PDF prints bold ones."""
    lines = (Words.of(line, 0, len(line)) for line in characters.splitlines() if _TWICE.search(line))
    return any(_said_once(line).text != line.text for line in lines)


def is_whole(characters: str) -> bool:
    """Whether nothing in a text needs repair."""
    return not (_CHANGED.search(characters) or _TWICE.search(characters)) and is_simplified(characters)


def _without_invisible(words: Words) -> Words:
    parts = [words.part(*seen.span()) for seen in _SEEN.finditer(words.text)]
    return Words.join(parts) if parts else Words("", ((0, words.start),))


def _in_usual_forms(words: Words) -> Words:
    return Words(words.text.translate(_usual_forms()), words.runs)


def _said_once(words: Words) -> Words:
    """The words without the second of each character of a stretch in which all stand twice: a whole line, a label with
    its colon, or a long one.
    """
    parts: list[Words] = []
    start = 0
    for twice in _TWICE.finditer(words.text):
        signs = twice[0][::2]
        whole = not (words.text[: twice.start()].strip() or words.text[twice.end() :].strip())
        label = signs.endswith(_COLONS)
        enough = len(signs) >= _ENOUGH or whole or label
        if enough and len(set(filter(str.isalnum, signs))) >= _DIFFERENT - label:
            parts += [words.part(start, twice.start())] if twice.start() > start else []
            parts += [words.part(at, at + 1) for at in range(twice.start(), twice.end(), 2)]
            start = twice.end()
    if start < len(words.text):
        parts.append(words.part(start, len(words.text)))
    return Words.join(parts)


@cache
def _usual_forms() -> dict[int, str | int]:
    """Radicals and compatibility ideographs by the one character that Unicode, or the table, has for each."""
    blocks = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
    codes = (code for block in blocks for code in block)
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {**{code: form for code, form in forms.items() if len(form) == 1}, **character_words().radicals.table}
