"""What stands in a cell: a running number, a date, names of bodies, names of persons, or words."""

import re
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from graph.words.fold import compact, squeeze
from graph.words.numerals import NUMBER
from graph.words.pieces import cut
from graph.words.short_cache import short_cache
from graph.words.signs import CELL_SEPARATORS
from loaders.deadlines.reading import read_deadlines
from loaders.owners.duties import duties
from loaders.owners.person_names import may_be_person, parted
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import is_unit
from loaders.tables.column_names import WORK, HeaderColumn
from loaders.tables.owner_names import LEADERS

SURE, POSSIBLE, NOT = 2, 1, 0
"""How surely a cell stands in its column."""
_NUMBER = re.compile(rf"^\(?(\d{{1,4}}([-.]\d{{1,3}})?|{NUMBER})\)?[、.]?$")
_LONGEST_DATE, _LONGEST_NAMES = 24, 200  # characters of a cell that holds nothing but a date, or but names
_SHORT_DATE = 5  # characters of a date without a digit (一季度末)
_WITHOUT_DAY = frozenset({"recurring", "ongoing", "masked"})
_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_DAYS = re.compile(r"([34]\d{4})(?:\.0)?")
_FIRST_DAY = date(1899, 12, 30)
"""What workbooks count days from: 45107 is 2023-06-30. The five digits of a cell are days from 1982 to 2036."""
KEPT = 16_384  # answers kept: tables repeat the same cells in row after row


def is_number(text: str) -> bool:
    """Whether a cell holds a running number (`3`, `24-1`, `三`, `（三）`)."""
    return bool(_NUMBER.match(compact(text)))


def written_out(words: str) -> str:
    """The words of a deadline's cell; a month in six digits (202306) and a day that a workbook counts, written out."""
    bare = compact(words)
    if month := _MONTH.fullmatch(bare):
        return f"{month[1]}年{month[2]}月"
    if days := _DAYS.fullmatch(bare):
        return (_FIRST_DAY + timedelta(days=int(days[1]))).isoformat()
    return words


@short_cache(KEPT)
def is_date(text: str) -> bool:
    """Whether a cell holds a date, or words for a deadline without one (持续推进), and little else."""
    words = squeeze(text)
    if not words or len(words) > _LONGEST_DATE or "。" in words:
        return False
    kinds = {due.kind for due in read_deadlines(written_out(words), 2000)} - {"unreadable"}
    if not kinds.isdisjoint(_WITHOUT_DAY):
        return True
    return bool(kinds) and (len(words) <= _SHORT_DATE or any(map(str.isdigit, words)))


@short_cache(KEPT)
def are_bodies(text: str) -> bool:
    """Whether a cell holds nothing but names of bodies and groups, with or without verbs of duty."""
    if not text or len(text) > _LONGEST_NAMES or "。" in text:
        return False
    clauses = "、".join(text.split("\n")).replace("；", "、").replace(";", "、")
    names = [part.name for duty in duties(clauses) for part in split_list(duty.names)]
    return bool(names) and all(is_unit(name) for name in names)


@short_cache(KEPT)
def are_people(text: str) -> bool:
    """Whether a cell holds nothing but names of persons, with or without their posts."""
    names = _names(text)
    return bool(names) and all(bool(parted(name)) for name in names)


@short_cache(KEPT)
def may_be_people(text: str) -> bool:
    """Whether nothing in a cell surely is no person's name, whatever it begins with (哈斯巴根、赵强)."""
    names = _names(text)
    return bool(names) and all(bool(parted(name)) or may_be_person(squeeze(name)) for name in names)


def _names(text: str) -> list[str]:
    """The names in a cell, none where it is too long to hold but names."""
    if not text or len(text) > _LONGEST_NAMES:
        return []
    return [piece.text for piece in cut(text, CELL_SEPARATORS | {"\n"}) if piece.text.strip()]


def fit(text: str, column: HeaderColumn) -> int:
    """How surely a cell of these words stands in a column: SURE, POSSIBLE or NOT; an empty one may stand anywhere."""
    if not text:
        return POSSIBLE
    if column.meaning == "number":
        return SURE if is_number(text) else NOT
    if column.meaning in ("due", "postponed", "date"):
        return _fit_of_date(text)
    if column.meaning == "owner":
        return _fit_of_owner(text, set(column.roles))
    return _fit_of_work(text) if column.meaning in WORK or column.meaning == "category" else POSSIBLE


def _fit_of_date(text: str) -> int:
    if are_bodies(text) or are_people(text):
        return NOT
    dated = any(map(str.isdigit, text)) and any(due.kind != "unreadable" for due in read_deadlines(text, 2000))
    return SURE if dated or is_date(text) else NOT if "。" in text else POSSIBLE


def _fit_of_work(text: str) -> int:
    if is_number(text) or is_date(text):
        return NOT
    return POSSIBLE if are_bodies(text) or are_people(text) else SURE


def _fit_of_owner(text: str, roles: AbstractSet[str]) -> int:
    if is_number(text) or is_date(text) or "。" in text:
        return NOT
    people, units = not LEADERS.isdisjoint(roles), bool(roles - LEADERS)
    bodies, persons = are_bodies(text), are_people(text)
    if (bodies and units) or (persons and people):
        return SURE
    return NOT if (bodies and not units) or (persons and not people) else POSSIBLE
