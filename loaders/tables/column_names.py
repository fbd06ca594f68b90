"""What the names in a header say that columns mean (vocabulary/columns.toml, labels.toml).

A name is qualifiers and, at its end, the noun that they qualify: what it ends in counts before what it holds (督办事项
is work, 事项督办 is none), and a column of what was done sets nothing, whatever else it is called (完成时间（实际）).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress

from graph.words.any_of import any_of
from graph.words.brackets import outside_brackets
from graph.words.fold import Folded, compact, squeeze
from graph.words.short_cache import short_cache
from loaders.owners.conventions import Convention, take_note
from loaders.owners.label_words import says_what_was_done
from loaders.owners.unit_names import is_unit
from loaders.tables.owner_names import roles_of, with_bracket
from loaders.vocabulary.columns import TaskColumn, column_words
from loaders.vocabulary.labels import label_words

WORK = frozenset({"name", "work", "content"})
HALF_KNOWN = frozenset({"unit", "person", "date", "unknown"})
"""Meanings of names that say what the cells hold but not what for, and of names that say nothing."""
_LONGEST_NUMBER = 8  # characters of a cell that may name the running numbers
_JOINER = re.compile("[及和与、]")
_AT_THE_END = ("other", "category", "content", "name", "work")
_INSIDE = ("category", "content", "name", "work")


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """A column: `meaning` is number, category, name, work, content, owner, due, postponed, other or half known.

    `roles` are those of an owner; `name` is without its note and brackets; in one of leaders `of_people` says that
    its cells name persons rather than offices. `unit` is the body whose column it is (责任单位 over 县水利局), else "".
    """

    index: int
    meaning: str
    roles: tuple[str, ...] = ()
    note: Convention | None = None
    name: str = ""
    of_people: bool = False
    unit: str = ""


def read_header(names: Sequence[str]) -> list[HeaderColumn]:
    """What each column of a header means; conventions that a header states are taken out of its name."""
    return [_read_column(index, name) for index, name in enumerate(names)]


def _read_column(index: int, name: str) -> HeaderColumn:
    bare, note = take_note(squeeze(name))
    text = plain_name(bare)
    meaning, roles = ("other", ()) if says_what_was_done(text, compact(bare)) else _meaning(text)
    if meaning == "owner":
        roles = with_bracket(roles, bare)
    return HeaderColumn(index, meaning, roles, note=note, name=text, unit=_unit_in(text) if roles else "")


def _unit_in(name: Folded) -> str:
    """The body behind the role in the name of a column of its own; "" where none stands there."""
    ends = (name.find(noun) + len(noun) for noun in label_words().unit_nouns if noun in name[:-1])
    return next((name[end:] for end in sorted(ends) if roles_of(Folded(name[:end])) and is_unit(name[end:])), "")


def plain_name(name: str) -> Folded:
    """A column's name folded, without the brackets in it and the white space."""
    folded = compact(name)
    if "(" not in folded:
        return folded
    return Folded("".join(compress(folded, outside_brackets(folded))) or folded.strip("()"))


def is_header_word(name: str) -> bool:
    """Whether a cell could be a column's name in a header."""
    text = plain_name(name)
    unsure = _meaning(text)[0] in {"other", "person", "unknown"}
    return not unsure or any(word in text for word in column_words().header.words)


def is_number_name(name: str) -> bool:
    """Whether a cell is the name of the column of running numbers."""
    return len(name) <= _LONGEST_NUMBER and _meaning(plain_name(name))[0] == "number"


@short_cache(1024)
def _meaning(text: Folded) -> tuple[str, tuple[str, ...]]:
    if text in column_words().number.words:
        return "number", ()
    roles = roles_of(text)
    owners = tuple(role for role in roles if role not in ("due", "other"))
    if owners:
        return "owner", owners
    for meaning in (_of_dates(text, roles), _word_in(text, _AT_THE_END, at_end=True)):
        if meaning:
            return (_before_joiner(text) or meaning if meaning == "other" else meaning), ()
    if "other" in roles or _word_in(text, ("other",)):
        return "other", ()
    return _half_known(text) or (not _in_spans().search(text) and _word_in(text, _INSIDE)) or "unknown", ()


def _before_joiner(text: Folded) -> str:
    """What a column of two things holds first, where that is work (工作内容及目标); "" for others."""
    first, *others = _JOINER.split(text, maxsplit=1)
    meaning = _meaning(Folded(first))[0] if others else ""
    return meaning if meaning in WORK else ""


def _of_dates(text: Folded, roles: Sequence[str]) -> str:
    """Whether a name heads deadlines, dates that stand for them, or other dates; "" for a name of no dates."""
    rules = column_words()
    if text in rules.dates.postponed:
        return "postponed"
    if any(word in text for word in rules.no_deadline.words):
        return "other" if "due" in roles or text.endswith((*rules.dates.nouns, *rules.no_deadline.words)) else ""
    return "due" if "due" in roles or text in rules.dates.limits or _planned().fullmatch(text) else ""


@cache
def _planned() -> re.Pattern[str]:
    """The names that words of planning and of doing make with a noun behind them, or both without one."""
    rules = column_words().dates
    planned, done, nouns = any_of(rules.planned), any_of(rules.done), any_of(rules.nouns)
    return re.compile(rf"(?:{planned}|{done}){{1,4}}(?:{nouns}){{1,2}}|(?:{planned}){{1,2}}(?:{done}){{1,2}}")


@cache
def _in_spans() -> re.Pattern[str]:
    """The end of a name that says when."""
    return re.compile(f"(?:{'|'.join(column_words().spans.patterns)})$")


def says_when_done(name: str) -> bool:
    """Whether the name of a column of dates has only words of doing before its noun (办结时间), none of planning."""
    rules = column_words().dates
    done, nouns = any_of(rules.done), any_of(rules.bare)
    return bool(re.fullmatch(rf"(?:{done})+(?:{nouns})", name))


def _half_known(text: Folded) -> str:
    """What the cells hold under a name whose noun is known and whose other words are not; "" if neither is."""
    rules = column_words()
    if text.endswith(rules.dates.nouns):
        return "date"
    if text.endswith((*label_words().unit_nouns, *rules.body_nouns.words)):
        return "unit"
    return "person" if text.endswith(rules.people.others) else ""


def _word_in(text: Folded, meanings: Sequence[str], *, at_end: bool = False) -> str:
    """The first of the meanings a word of which the name holds; of words at its end the longest decides."""
    if at_end:
        ending = next((word for word in _by_length() if text.endswith(word)), "")
        meaning = column_words().column.by_word[ending].meaning if ending else ""
        return meaning if meaning in meanings else ""
    return next((one for one in meanings if any(word in text for word in _words(one))), "")


@cache
def _by_length() -> tuple[str, ...]:
    return column_words().column.words


@cache
def _words(meaning: str) -> tuple[str, ...]:
    rows: Sequence[TaskColumn] = column_words().column
    return tuple(word for row in rows if row.meaning == meaning for word in row.words)
