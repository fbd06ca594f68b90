"""Cuts the words of an owner at verbs of duty (县水利局牵头，县林业局配合): each verb takes the names since the one before."""

import re
from dataclasses import dataclass
from functools import cache

from graph.statements import Role
from loaders.fold import fold
from loaders.pieces import LIST_SEPARATORS, cut, outside
from loaders.unit_lists import split_list
from loaders.unit_names import is_body, is_group, is_place, level_in_front, plain
from loaders.vocabulary import table

LONGEST_OWNER = 25
SHORT_OWNER = 8


@dataclass(frozen=True, slots=True)
class Duty:
    """Words of names and the role that the verb behind them gives; `role` is None for names behind the last verb."""

    names: str
    role: Role | None


def duties(words: str) -> list[Duty]:
    """The stretches of names that the verbs part; one with role None where the words hold no verb of duty."""
    found, start = [], 0
    for verb_start, verb_end, role in _verbs(words):
        found.append(Duty(_without_leading(words[start:verb_start]), role))
        start = _after_object(words, verb_end)
    rest = _without_leading(words[start:])
    if rest or not found:
        found.append(Duty(rest, None))
    return found


def has_duty_verb(words: str) -> bool:
    """Whether bracketed words without a label are names and verbs of duty (县水利局牵头，县林业局配合), and nothing else."""
    clauses = [piece.text for piece in cut(words, frozenset(";"))]
    parts = duties(clauses[0])
    if parts[0].role is None or _is_explanation(words):
        return False
    named = [part for part in parts if part.role is not None and split_list(part.names)]
    return bool(named) and all(_are_owners(part.names, part.role) for part in named)


def is_all_names(words: str) -> bool:
    """Whether bracketed words hold nothing but names of bodies or groups; bare levels (街道) only explain."""
    if _is_explanation(words) or any(sign in words for sign in "：:。"):
        return False
    names = [part.name for part in split_list(words)]
    if any(word in name for name in names for word in _sentence()):
        return False
    return bool(names) and all(is_body(name) or is_group(name) for name in names) and any(map(_is_owner, names))


def _are_owners(names: str, role: Role | None) -> bool:
    """Whether a stretch of names before a verb holds owners; before 牵头 a short name without a body's ending will do."""
    parts = [part.name for part in split_list(names)]
    if any(word in name for name in parts for word in _sentence()):
        return False
    short = role == "lead" and all(len(name) <= SHORT_OWNER and level_in_front(name) for name in parts)
    return short or (any(map(_is_owner, parts)) and all(len(name) <= LONGEST_OWNER for name in parts))


def _is_owner(name: str) -> bool:
    """Whether the name is a body's or a group's; a bare level, or a place without more words, only explains."""
    counted = name[:1].isdigit()
    return (
        not counted and (is_body(name) or is_group(name)) and plain(name) not in _bare_levels() and not is_place(name)
    )


@cache
def _sentence() -> frozenset[str]:
    return frozenset(word for row in table("units")["sentence"] for word in row["words"])


@cache
def _bare_levels() -> frozenset[str]:
    levels = {word for row in table("units")["levels"] for word in row["words"]}
    return frozenset(levels | {plain(level) for level in levels})


def _is_explanation(words: str) -> bool:
    openings = tuple(word for row in table("units")["explanations"] for word in row["words"])
    return fold(words).lstrip().startswith(openings)


@cache
def _roles() -> dict[str, Role]:
    return {word: row["role"] for row in table("roles")["verbs"] for word in row["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(_roles(), key=lambda verb: (-len(verb), verb)))
    behind = "|".join(table("roles")["not_before"]["words"])
    return re.compile(rf"(?:{verbs})(?!{behind})")


def _verbs(words: str) -> list[tuple[int, int, Role]]:
    """Start, end and role of each verb of duty outside brackets that ends a stretch of names."""
    folded, free, verbs, start = fold(words), outside(words), [], 0
    for match in _pattern().finditer(folded):
        if match.start() < start or not free[match.start()]:
            continue
        if _ends_clause(folded, match.end()) or _ends_name(words[start : match.start()]):
            verbs.append((match.start(), match.end(), _roles()[match.group()]))
            start = match.end()
    return verbs


def _ends_clause(folded: str, end: int) -> bool:
    rest = folded[end : end + 2].lstrip()
    return not rest or rest[0] in LIST_SEPARATORS or rest[0] in "。(."


def _ends_name(words: str) -> bool:
    """Whether the last name before a verb that has more words behind it is complete (县水利局负责修渠)."""
    last = re.split(r"[、,，;；]", words)[-1]
    name = _without_leading(last)
    return is_body(name) or is_group(name)


def _after_object(words: str, end: int) -> int:
    """Where the names behind a verb begin: behind the words of its object (负责修渠), unless these are names."""
    rest = cut(words[end:])[0].text
    if not rest or rest[0] in "、，,；;":
        return end
    following = duties(rest) if rest != words else []
    if any(split_list(duty.names) and _are_owners(duty.names, duty.role) for duty in following):
        return end
    return end + len(rest)


def _without_leading(words: str) -> str:
    """The words without separators, 由 and the like in front."""
    stripped = words.lstrip(" ,，;；、。.\n\t")
    for word in sorted(table("roles")["leading"]["words"], key=len, reverse=True):
        if stripped.startswith(word):
            return stripped[len(word) :]
    return stripped
