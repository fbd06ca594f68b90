"""Columns of a task table: from the names in its header to what they mean (vocabulary/columns.toml, labels.toml)."""

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
from loaders.owners.label_words import named_roles
from loaders.prose.labels import roles_in
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.labels import label_words

_WORK = ("name", "work", "content")
_LEADERS = frozenset({"leaders", "lead_leaders"})


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """A column: `meaning` is number, category, name, work, content, owner, due or other; `roles` those of an owner."""

    index: int
    meaning: str
    roles: tuple[str, ...] = ()
    note: Convention | None = None
    name: str = ""


@cache
def _words(meaning: str) -> tuple[str, ...]:
    return tuple(word for row in column_words().column if row.meaning == meaning for word in row.words)


def read_header(names: Sequence[str]) -> list[HeaderColumn]:
    """What each column of a header means; conventions that a header states are taken out of its name."""
    return [_read_column(index, name) for index, name in enumerate(names)]


def _read_column(index: int, name: str) -> HeaderColumn:
    bare, note = take_note(squeeze(name))
    text = plain_name(bare)
    meaning, roles = _meaning(text)
    if meaning == "owner":
        roles = _with_bracket(roles, bare)
    return HeaderColumn(index, meaning, roles, note=note, name=text)


def plain_name(name: str) -> Folded:
    """A column's name folded, without the brackets in it and the white space."""
    folded = compact(name)
    return Folded("".join(compress(folded, outside_brackets(folded))) or folded.strip("()"))


@short_cache(1024)
def _meaning(text: Folded) -> tuple[str, tuple[str, ...]]:
    if text in _words("number"):
        return "number", ()
    roles = roles_in(_with_nouns(text)) or _role_alone(text)
    owners = tuple(role for role in roles if role not in ("due", "other"))
    if owners:
        return "owner", owners
    if "due" in roles and not any(word in text for word in column_words().no_deadline.words):
        return "due", ()
    for meaning in ("other", "category", "content", "name", "work"):
        if any(word in text for word in _words(meaning)):
            return meaning, ()
    return "other", ()


def _role_alone(text: str) -> tuple[str, ...]:
    """The role of a column called by it alone (牵头)."""
    return (named_roles()[text],) if text in named_roles() else ()


@cache
def _shared_noun() -> re.Pattern[str]:
    prefixes = {prefix for row in label_words().unit for prefix in row.prefixes}
    nouns = label_words().unit_nouns
    words = any_of(prefixes)
    return re.compile(rf"({words})(?=(?:及|和|与|、|/|或)(?:{words})({any_of(nouns)}))")


def _with_nouns(text: Folded) -> Folded:
    """A name whose prefixes share one noun (主办/协办单位) with a noun behind each."""
    return Folded(_shared_noun().sub(r"\1\2", text))


def _with_bracket(roles: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The roles with what a bracket in the name adds: 责任单位（责任人） holds leaders too, 责任单位（牵头） leads."""
    for inside in re.findall(r"\(([^()]{1,12})\)", compact(name)):
        if role := _role_alone(inside):
            return role
        more = tuple(role for role in roles_in(inside) if role in _LEADERS and role not in roles)
        if more and _LEADERS.isdisjoint(roles):
            return (*roles, *more)
    return roles


def is_task_table(names: Sequence[str]) -> bool:
    """Whether a header has a column of work and one of owners or deadlines, and nothing that makes it another table."""
    texts = [plain_name(take_note(squeeze(name))[0]) for name in names]
    if any(_no_tasks().search(text) for text in texts) or _is_of_indicators(texts):
        return False
    meanings = {_meaning(text)[0] for text in texts}
    return not meanings.isdisjoint(_WORK) and not meanings.isdisjoint(("owner", "due"))


@cache
def _no_tasks() -> re.Pattern[str]:
    """A column's name that no task table has."""
    return re.compile("|".join(pattern for row in column_words().no_tasks for pattern in row.patterns))


def _is_of_indicators(texts: Sequence[str]) -> bool:
    """Whether a column of indicators stands beside one of their values."""
    rules = column_words().indicators
    holder = next((index for index, text in enumerate(texts) if rules.word in text), None)
    values = re.compile("|".join(rules.values))
    return holder is not None and any(values.search(text) for index, text in enumerate(texts) if index != holder)


def is_header_word(name: str) -> bool:
    """Whether a cell could be a column's name in a header."""
    text = plain_name(squeeze(name))
    return _meaning(text)[0] != "other" or any(word in text for word in column_words().header.words)
