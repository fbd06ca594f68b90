"""Cuts the words of an owner at verbs of duty (县水利局牵头，县林业局配合): each takes the names since the last one."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from graph.statements import Role
from graph.vocabulary.units import unit_words
from graph.words.any_of import any_of, longest_first
from graph.words.fold import fold
from graph.words.pieces import cut, outside
from graph.words.signs import LIST_SEPARATORS
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import LONGEST_NAME, is_body, is_group, is_place, level_in_front, plain
from loaders.vocabulary.roles import role_words
from loaders.vocabulary.unit_lists import unit_list_words

LONGEST_LIST = 600
"""Characters of names by one verb of duty; all owners of one task have 77 at most in seeds and corpus."""
SHORT_OWNER = 8  # characters of an owner that ends like no body (县应急) beside a verb of duty


@dataclass(frozen=True, slots=True)
class VerbDuty:
    """Words of names and the role of the verb behind them; `role` is None for names behind the last verb.

    `sure_only` says that an object stands before them (负责修渠、护林，县林业局), so only what surely is a name counts.
    """

    names: str
    role: Role | None
    sure_only: bool = False


def duties(words: str) -> list[VerbDuty]:
    """The stretches of names that the verbs part; one with role None where the words hold no verb of duty."""
    folded, free = fold(words), outside(words)
    separators = [match.start() for match in re.finditer("[、,;。]", folded)]
    found: list[VerbDuty] = []
    start, sure_only = 0, False
    for match in _pattern().finditer(folded):
        at = match.start()
        if (
            at < start
            or not free[at]
            or folded.endswith(unit_words().bodies_after_all.words, max(0, at - LONGEST_NAME), match.end())
        ):
            continue
        if _ends_clause(folded, match.end()) or _ends_name(words[max(start, at - LONGEST_NAME) : at]):
            found.append(
                VerbDuty(_without_leading(words[start:at]), role_words().verbs.by_word[match.group()].role, sure_only)
            )
            next_separator = bisect_left(separators, match.end())
            stop = separators[next_separator] if next_separator < len(separators) else len(words)
            start = _after_object(words, match.end(), stop)
            sure_only = start > match.end()
    rest = _without_leading(words[start:])
    if rest or not found:
        found.append(VerbDuty(rest, None, sure_only or bool(found)))
    return found


def has_duty_verb(words: str) -> bool:
    """Whether bracketed words without a label are names and verbs of duty (县水利局牵头，县林业局配合)."""
    parts = duties(cut(words, frozenset(";"))[0].text)
    if parts[0].role is None or _is_explanation(words):
        return False
    named = [part for part in parts if part.role is not None and split_list(part.names)]
    led = any(part.role == "lead" for part in named)
    return bool(named) and all(_are_owners(part.names, short_too=led) or part.sure_only for part in named)


def is_all_names(words: str) -> bool:
    """Whether bracketed words hold nothing but names of bodies or groups; bare levels (街道) only explain."""
    if _is_explanation(words) or any(sign in words for sign in "：:。"):
        return False
    names = [part.name for part in split_list(words)]
    if any(word in name for name in names for word in unit_list_words().sentence.words):
        return False
    return bool(names) and all(is_body(name) or is_group(name) for name in names) and any(map(_is_owner, names))


def _are_owners(names: str, *, short_too: bool = False) -> bool:
    """Whether a stretch of names by a verb holds only owners; `short_too` lets 县应急 pass, which ends like no body."""
    if len(names) > LONGEST_LIST:
        return False
    parts = [part.name for part in split_list(names)]
    if any(word in name for name in parts for word in unit_list_words().sentence.words):
        return False
    return bool(parts) and all(
        is_body(name)
        or is_group(name)
        or (
            short_too
            and len(name) <= SHORT_OWNER
            and level_in_front(name)
            and not name.endswith(unit_list_words().slogans.words)
        )
        for name in parts
    )


def _is_owner(name: str) -> bool:
    """Whether the name is a body's or a group's; a bare level, a place, a kind of unit (帮扶单位) only explain."""
    if name[:1].isdigit() or plain(name) in _bare_levels() or is_place(name):
        return False
    return is_body(name) or (is_group(name) and any(mark in name for mark in unit_list_words().group_marks.words))


@cache
def _bare_levels() -> frozenset[str]:
    levels = unit_words().levels.words
    return frozenset((*levels, *map(plain, levels)))


def _is_explanation(words: str) -> bool:
    return fold(words).lstrip().startswith(unit_list_words().explanations.words)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(role_words().verbs.words)})(?!{any_of(role_words().not_before.words)})")


def _ends_clause(folded: str, end: int) -> bool:
    rest = folded[end : end + 2].lstrip()
    return not rest or rest[0] in LIST_SEPARATORS or rest[0] in "。(."


def _ends_name(words: str) -> bool:
    """Whether the last name before a verb that has more words behind it is complete (县水利局负责修渠)."""
    last = re.split(r"[、,，;；]", words)[-1]
    name = _without_leading(last)
    return is_body(name) or is_group(name)


def _after_object(words: str, end: int, stop: int) -> int:
    """Where the names behind a verb begin: at once, or at `stop`, the next separator, behind an object (负责修渠)."""
    following = _pattern().search(fold(words[end : min(stop, end + LONGEST_NAME)]))
    names = words[end : end + following.start()] if following else words[end:stop]
    return end if names and _are_owners(names) else stop


def _without_leading(words: str) -> str:
    """The words without separators, 由 and the like in front."""
    stripped = words.lstrip(" ,，;；、。.\n\t")
    for word in longest_first(role_words().leading.words):
        if stripped.startswith(word):
            return stripped[len(word) :]
    return stripped
