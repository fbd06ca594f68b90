"""Normal forms: the same words however they are spaced, bracketed or stopped.

A name is compared by `name_form` (white space, width, brackets, 和/与), a heading by `title_form` (also without number,
punctuation and bracketed words), any other words by `words_form`.
"""

import re
import unicodedata
from functools import cache

from graph.vocabulary.names import name_words
from graph.words.characters import character_words
from graph.words.short_cache import short_cache

HEAD = 24
"""Characters of a task's content that tell it from others of the same title."""


class _Words(dict[int, int | None]):
    """A table for `str.translate` that keeps letters, numbers and marks; it fills with the characters that it meets."""

    def __missing__(self, code: int) -> int | None:
        kept = code if unicodedata.category(chr(code))[0] in "LNM" else None
        self[code] = kept
        return kept


_WORDS = _Words()
_BRACKETS = str.maketrans("()[]【】〔〕", "（）（）（）（）")


def tidy(text: str) -> str:
    """The words without white space, in one width, brackets as （）; everything else as written."""
    return _one_width("".join(_one_width(text).split())).translate(_BRACKETS)


@short_cache(65536)
def name_form(name: str) -> str:
    """The normal form of a name: 社会治理与应急管理办 is 社会治理和应急管理办, 李  刚 is 李刚, 縣水利局 is 县水利局."""
    plain = tidy(name).translate(_simplified())
    first, *others = name_words().joiners.words
    for other in others:
        plain = plain.replace(other, first)
    return plain


def simplified(text: str) -> str:
    """The text with simplified characters in the places of traditional ones, character for character."""
    return text.translate(_simplified())


def words_form(text: str) -> str:
    """The letters, numbers and characters alone, in one width and case."""
    plain = _one_width(_one_width(text).casefold())
    return _one_width(plain.translate(_WORDS))


@short_cache(65536)
def title_form(title: str) -> str:
    """A heading without number, bracketed words and punctuation: 1.盘活镇（街道）国有资产。 is 盘活镇国有资产."""
    plain = "".join(_one_width(title).split())
    return words_form(_without_bracketed(_number().sub("", plain).translate(_BRACKETS)))


def content_head(content: str) -> str:
    """The first characters of a task's content in normal form."""
    beginning = words_form(content[: 8 * HEAD])
    return (beginning if len(beginning) >= HEAD else words_form(content))[:HEAD]


def number_form(number: str) -> str:
    """An issue number (文号) in normal form; "" if it is masked or names no body, so that it identifies nothing."""
    plain = tidy(number)
    body = plain.partition("（")[0]
    return plain if body and any(c.isdigit() for c in plain) and not masked(plain) else ""


@short_cache(65536)
def masked(text: str) -> bool:
    """Whether a part of the words is masked (**县, xx市, 20**年)."""
    return bool(_masks().search(tidy(text)))


def _without_bracketed(text: str) -> str:
    """The text without its pairs of brackets and what stands in them; a bracket without a fellow stays."""
    opened: list[int] = []
    kept: list[str] = []
    for character in text:
        if character == "（":
            opened.append(len(kept))
        if character == "）" and opened:
            del kept[opened.pop() :]
        else:
            kept.append(character)
    return "".join(kept)


@cache
def _number() -> re.Pattern[str]:
    words = name_words().numbers
    digits = f"[{words.digits}]+"
    stop = f"[{re.escape(words.stops)}](?![0-9])"
    return re.compile(rf"^(?:{words.before}?{digits}(?:{stop}|{words.behind}(?=.))|\({digits}\))")


@cache
def _masks() -> re.Pattern[str]:
    words = name_words().masks
    before = f"(?=[{re.escape(words.before)}])"
    return re.compile(rf"[{re.escape(words.anywhere)}]|(?:[{words.letters}]|{'|'.join(words.words)}){before}")


@cache
def _simplified() -> dict[int, int]:
    return character_words().traditional.table


def _one_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
