"""How much a part of an owner's words looks like the name of an owner: the words for it and against it.

What ends like a body or describes a group is a unit, a post is one who leads it; what tells a clause or a slogan (the
words 的, 由, 谁; 群众 alone; 确保责任落实) is none; anything else is unknown, and is judged by what stands beside it.
"""

import re
from functools import cache
from typing import Literal

from graph.vocabulary.units import unit_words
from graph.words.any_of import any_of
from graph.words.fold import fold
from graph.words.signs import HAN
from loaders.deadlines.edges import date_at_edge
from loaders.owners.duty_phrases import duty_phrases
from loaders.owners.people import is_office
from loaders.owners.person_names import parted
from loaders.owners.unit_names import is_body, is_group, is_place, is_unit, level_in_front, plain
from loaders.vocabulary.unit_lists import unit_list_words

Evidence = Literal["unit", "post", "person", "date", "clause", "unknown", "none"]
"""`clause`: a body with words behind it that tell what it does (县财政局保障), which is no name."""

LONGEST_UNKNOWN = 20  # characters of a name that ends like no body; the longest met has 12
LENGTHS_OF_VERBS = range(2, 9)  # characters of a verb that no table knows, with its object, behind a body
SHORTEST_DEED = 4  # characters of a verb with its object behind a group (各村发动群众, but 各村网格员)
SHORTEST_PERSON = 3  # characters of a name without a post that is rather a person's than a branch of work
SHORT_OWNER = 8  # characters of an owner that ends like no body behind a level (县应急)
_DATE = re.compile(rf"(?:\d{{2,4}}[年.]|\d{{1,2}}月)[^{HAN}]*(?:\d|[年月日底前末初上中下旬])*")
_DATE_ONLY = re.compile(rf"{_DATE.pattern}(?:完成)?$")


def is_date(name: str) -> bool:
    """Whether a part is a date, with 完成 behind it or not (6月底前完成)."""
    return _DATE_ONLY.match(fold(name)) is not None


def is_deadline(name: str) -> bool:
    """Whether a part is a date, with its work or not, or a phrase of deadlines (长期坚持)."""
    return is_date(name) or (all(date_at_edge(name)) and not is_unit(name))


def evidence(name: str, *, circled: bool = False) -> Evidence:
    """What a part of an owner's words is, as far as its own words tell.

    A part of a list that a circle closes (发改、应急管理等部门) is a unit, whatever it ends in.
    """
    folded = fold(name)
    if _DATE.match(folded):
        return "date"
    if folded in unit_list_words().slogans.by_word or _is_clause(name, folded):
        return "none"
    if is_office(name):
        return "post"
    if circled or is_unit(name):
        return "unit"
    if is_deadline(name):
        return "date"
    return _of_unknown(name, folded)


def _of_unknown(name: str, folded: str) -> Evidence:
    """What a part is that is neither body nor group nor post."""
    if _is_sure_person(name):
        return "person"
    if _is_body_and_verb(name):
        return "clause"
    return "none" if _tells(folded) else "unknown"


def is_owner(name: str) -> bool:
    """Whether the name is a body's or a group's; a bare level, a place, a kind of unit (帮扶单位) only explain."""
    if name[:1].isdigit() or plain(name) in _bare_levels() or is_place(name):
        return False
    return is_body(name) or (is_group(name) and any(mark in name for mark in unit_list_words().group_marks.words))


def ends_like_unit(name: str) -> bool:
    """Whether a name ends as those of bodies do by its last sign (海关 as 机关, 一中 as 高中), or as a facility's."""
    words = plain(name)
    return len(words) > 1 and (words[-1] in _last_signs() or words.endswith(unit_list_words().facilities.words))


def looks_like_unit(name: str) -> bool:
    """Whether a name that ends like no body ends in a sign of one, or is short behind a level (县应急)."""
    return ends_like_unit(name) or (len(name) <= SHORT_OWNER and bool(level_in_front(name)))


def begins_as_explanation(words: str) -> bool:
    """Whether words begin as an explanation does (以下简称…, 原县水利局), not as a name with its sign (附属医院)."""
    folded = fold(words).lstrip()
    for word in unit_list_words().explanations.words:
        if folded.startswith(word):
            rest = folded[len(word) :]
            return len(word) > 1 or not is_body(words) or bool(level_in_front(rest)) or rest.startswith("各")
    return False


def _is_clause(name: str, folded: str) -> bool:
    """Whether words of a sentence stand inside a part; 不 and 要 also stand in names (不动产登记中心)."""
    words = _signs_in_names().sub("", folded)
    found = [word for word in unit_list_words().sentence.words if word in words]
    return bool(found) or (len(name) > LONGEST_UNKNOWN and not is_body(name) and not is_group(name))


def _tells(folded: str) -> bool:
    """Whether words that are neither body nor group tell a deed or a thing, or hold a duty of their own."""
    row = unit_list_words()
    told = folded.startswith(row.deeds.words) or folded.endswith(row.things.words) or begins_as_explanation(folded)
    return told or folded[:1].isdigit() or any(sign in folded for sign in ":。“") or any(duty_phrases(fold(folded)))


def _is_body_and_verb(name: str) -> bool:
    """Whether a name that ends like no body is one with a short word behind it (县财政局保障), or a group with more."""
    bodies = (name[:-length] for length in LENGTHS_OF_VERBS)
    groups = (name[:-length] for length in LENGTHS_OF_VERBS if length >= SHORTEST_DEED)
    return not ends_like_unit(name) and (any(map(is_body, bodies)) or any(map(is_group, groups)))


def _is_sure_person(name: str) -> bool:
    """Whether a part is a person: with a post, or a name of three signs and more that does not end as bodies do.

    Names of two signs are rather those of branches of work (公安, 林业, 水利), which begin with surnames as well.
    """
    person = parted(name)
    return bool(person) and (person != name or (len(name) >= SHORTEST_PERSON and not ends_like_unit(name)))


@cache
def _last_signs() -> frozenset[str]:
    return frozenset(word[-1] for word in unit_words().bodies.words)


@cache
def _signs_in_names() -> re.Pattern[str]:
    return re.compile(any_of(unit_list_words().sentence_signs_in_names.words))


@cache
def _bare_levels() -> frozenset[str]:
    levels = unit_words().levels.words
    return frozenset((*levels, *map(plain, levels)))
