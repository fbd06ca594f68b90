"""Cells that hold two things: units and persons (责任单位及责任人), or two roles of units (主办/协办单位)."""

import re
from collections.abc import Iterator, Sequence

from graph.words.fold import fold, squeeze
from graph.words.pieces import cut
from graph.words.signs import CELL_SEPARATORS
from loaders.owners.owner_words import has_duty_verb
from loaders.owners.person_names import parted
from loaders.owners.unit_names import is_unit

_SIGNS = CELL_SEPARATORS | {"\n"}
_BRACKET = re.compile(r"\(([^()]{1,40})\)$")
_PARTS = re.compile(r"[;；/\n]")


def units_and_people(words: str) -> tuple[str, str]:
    """The units and the persons that words name, each as a list parted by `、`."""
    names = [name for piece in cut(words, _SIGNS) for name in _names(piece.text)]
    units = [name for name in names if is_unit(name)]
    return "、".join(units), "、".join(name for name in names if not is_unit(name))


def _names(words: str) -> Iterator[str]:
    """A unit and a person with a blank or brackets between (镇社事办 李晓东, 县水利局（李四）) as two names."""
    words = words.strip(" 　：:")
    bracket = _BRACKET.search(fold(words))
    if bracket and (inside := words[bracket.start(1) : bracket.end(1)]) and all(_people(inside)):
        yield words[: bracket.start()].strip()
        yield from (piece.text for piece in cut(inside, _SIGNS))
        return
    first, _, rest = fold(words).partition(" ")
    if rest and is_unit(first):
        yield words[: len(first)]
        yield words[len(first) :].strip()
    elif words:
        yield words


def _people(words: str) -> Iterator[bool]:
    yield from (bool(parted(squeeze(piece.text))) for piece in cut(words, _SIGNS))


def by_roles(words: str, roles: Sequence[str]) -> list[tuple[str, str]]:
    """The words of a cell for units of two roles, each with its role.

    Words parted once by `；`, `/` or a line are the two roles in the order of the column's name; of others it is not
    said who has which, so that all are responsible, unless verbs or labels inside them tell.
    """
    parts = [part for part in _PARTS.split(words) if part.strip()]
    if len(parts) == len(roles) and not any(map(has_duty_verb, parts)) and not any(":" in fold(part) for part in parts):
        return list(zip(roles, parts, strict=True))
    return [("responsible", words)]
