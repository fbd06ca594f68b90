"""How papers are headed and signed: titles of notices, issue numbers, issuers, days, the data of saved pages."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table

FieldOfPage = Literal["title", "number", "issuer", "publisher", "written", "published", "reporter", "reported", "other"]


class NoticeTitle(NamedTuple):
    """A notice's title begins with a word for what it is about and ends in its kind."""

    about: tuple[str, ...]
    endings: tuple[str, ...]
    example: str


class SentenceWords(NamedTuple):
    """What makes a clause of words that stand where an issuer might: a first word, a word anywhere; `not_names` begin
    names all the same.
    """

    begin: tuple[str, ...]
    inside: tuple[str, ...]
    not_names: tuple[str, ...]
    example: str


class GluedTitle(NamedTuple):
    """Endings that end a glued title by themselves, and what tells that a title goes on behind an ending."""

    sure: tuple[str, ...]
    going_on: tuple[str, ...]
    example: str


class IssuerName(NamedTuple):
    """What ends a bracket behind an issuer's name that is no part of it."""

    stamps: tuple[str, ...]
    example: str


class IssueNumber(NamedTuple):
    """First signs of the kind of paper in an issue number, and what may stand behind the number in its line."""

    kinds: tuple[str, ...]
    signed: tuple[str, ...]
    example: str


class ClosingWords(NamedTuple):
    """What may follow the day of issue, and what tells that a sentence goes on behind a day."""

    words: tuple[str, ...]
    goes_on: tuple[str, ...]
    example: str


class PageField(NamedTuple):
    """Labels of a saved page's data and what they give; `colon`: only with one."""

    gives: FieldOfPage
    words: tuple[str, ...]
    example: str
    colon: bool = False


class HeadWords(NamedTuple):
    """All rows of heads.toml."""

    notice: NoticeTitle
    nouns: Listed
    going_on: Listed
    clause: SentenceWords
    opening: Listed
    glued: GluedTitle
    letterhead: Listed
    issuer: IssuerName
    number: IssueNumber
    issued: Listed
    closing: ClosingWords
    fields: WordRows[PageField]
    page: Listed


@cache
def head_words() -> HeadWords:
    """The words of heads.toml, read once."""
    return read_table(HeadWords)
