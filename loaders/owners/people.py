"""Reads a cell or a label of leaders (责任领导): names of persons, those who lead, and offices instead of names.

A name is told from an office by its surname, its length and the words that no name holds; masked names are nobody.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from graph.words.any_of import any_of
from graph.words.fold import fold, squeeze
from graph.words.pieces import COMMA, cut
from graph.words.signs import CELL_SEPARATORS
from loaders.owners.conventions import Convention, take_note
from loaders.owners.duty_phrases import duty_phrases
from loaders.owners.label_words import bare_roles, whole_roles
from loaders.owners.person_names import is_masked, is_person, is_post, may_be_person, parted
from loaders.vocabulary.leaders import leader_words
from loaders.vocabulary.unit_lists import unit_list_words

Gives = Literal["lead", "leader", "nobody"]
LONGEST_OFFICE = 16
"""Characters of an office in place of a person; the longest of seeds and corpus has 7 (镇行业分管领导)."""


class Leaders(NamedTuple):
    """Persons in order, those who lead, offices instead of names (分管副县长), and the note among the words, if any."""

    leaders: tuple[str, ...]
    lead_leaders: tuple[str, ...]
    leader_roles: tuple[str, ...]
    stated: Convention | None = None


class _Mention(NamedTuple):
    """A person or an office; `comma` says that a comma stands before it, `gives` what a label in the cell says."""

    name: str
    person: bool
    comma: bool
    gives: Gives


def read_leaders(
    words: str, *, lead_column: bool = False, of_people: bool = False, convention: Convention | None = None
) -> Leaders:
    """The leaders in the words of a cell or label.

    All lead in a `lead_column`. In a column `of_people` a name without a known surname is a person's. A `convention`
    for leaders makes the first, or those before the first comma, lead; one who stands alone leads.
    """
    words, stated = take_note(words)
    mentions = _mentions(words, of_people=of_people)
    rule = stated if stated is not None and stated.party == "leaders" else convention
    leading = _leading(mentions, rule)
    persons = [mention.name for mention in mentions if mention.person]
    lead = [
        mention.name
        for index, mention in enumerate(mentions)
        if mention.person and (lead_column or mention.gives == "lead" or index < leading)
    ]
    roles = [mention.name for mention in mentions if not mention.person]
    return Leaders(_once(persons), _once(lead), _once(roles), stated)


def is_office(words: str) -> bool:
    """Whether words surely name an office instead of a person (分管领导, 各村书记)."""
    return len(words) <= LONGEST_OFFICE and (words.endswith(leader_words().circles.words) or is_post(words))


def _mentions(words: str, *, of_people: bool) -> list[_Mention]:
    """Persons and offices in order; masked names, contact persons and posts beside a name are left out."""
    mentions: list[_Mention] = []
    for gives, text in _stretches(words):
        posted = False
        for piece in cut(text, CELL_SEPARATORS):
            names, own = _without_verb(piece.text)
            comma = piece.separator == COMMA
            if posted and not comma and is_post(squeeze(names)):
                continue  # one more post of the person before it (李国栋 县委常委、副县长)
            posted = _is_person_with_post(names)
            if mentions and is_post(mentions[-1].name) and _follows_posts(names, comma=comma):
                mentions.pop()
            for name, person in _read_piece(names, of_people=of_people):
                mentions.append(_Mention(name, person, comma, own if gives == "leader" else gives))
                comma = False
    return [mention for mention in mentions if mention.gives != "nobody"]


def _is_person_with_post(text: str) -> bool:
    """Whether a piece is a name and, behind a blank or a line's end, a post."""
    name, *behind = _groups(text.split()) or [""]
    return bool(is_person(name) and behind and is_post("".join(behind)))


def _follows_posts(text: str, *, comma: bool) -> bool:
    """Whether the piece is a post and a name, so that a post before it is the same person's (县委常委、副县长张三)."""
    person = parted(text)
    return bool(person) and not comma and squeeze(text).endswith(person) and squeeze(text) != person


def _read_piece(text: str, *, of_people: bool) -> list[tuple[str, bool]]:
    """The persons in a piece, or, where it has none, its words as an office."""
    groups = _groups(text.split())
    persons = [person for group in groups if (person := parted(group))]
    if persons:
        return [(person, True) for person in persons]
    office = squeeze(text).strip("。.：:")
    named = any(sign.isalnum() for sign in office) and fold(office).strip("()") not in unit_list_words().nobody.by_word
    if not named or _only_masks(office):
        return []
    return [(_without_masks(office), of_people and may_be_person(office))]


def _groups(tokens: list[str]) -> list[str]:
    """Names from tokens parted by blanks: a name may be padded (李  刚) or broken by a line."""
    groups: list[str] = []
    for position, token in enumerate(tokens):
        if groups and _goes_on(groups[-1], token, tokens[position + 1 : position + 2]):
            groups[-1] += token
        else:
            groups.append(token)
    return groups


def _goes_on(name: str, token: str, following: list[str]) -> bool:
    """Whether the token belongs to the name before it."""
    if parted(name):
        begins_new = bool(following) and is_person(token + following[0]) and len(following[0]) == 1
        return len(token) == 1 and not begins_new and is_person(name + token)
    person = parted(name + token)
    padded = len(token) == 1 and len(person) > 1 and person.endswith(token)
    return padded or is_person(name + token) or not (is_person(token) or person)


def _without_verb(text: str) -> tuple[str, Gives]:
    """The words without a verb of duty behind them, and what it gives."""
    words = text.strip(" 。.\t\n")
    for phrase in duty_phrases(fold(words)):
        if phrase.end == len(words) and parted(words[: phrase.start]):
            return words[: phrase.start], "lead" if phrase.role == "lead" else "leader"
    et_cetera = unit_list_words().et_cetera.word
    if words.endswith(et_cetera) and parted(words[:-1]):
        return words[:-1], "leader"
    return words, "leader"


def _stretches(words: str) -> list[tuple[Gives, str]]:
    """The words behind each label in the cell, with what the label gives; those before the first are leaders."""
    folded = fold(words)
    found = list(_labels().finditer(folded)) if ":" in folded else []
    if not found:
        return [("leader", words)]
    stretches: list[tuple[Gives, str]] = [("leader", words[: found[0].start()])]
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(words)
        stretches.append((_gives()[match.group(1)], words[match.end() : end]))
    return stretches


def _leading(mentions: list[_Mention], rule: Convention | None) -> int:
    """How many mentions lead by the rule for leaders."""
    if rule is None or rule.party != "leaders":
        return 0
    if len(mentions) == 1 or rule.rule == "first":
        return 1
    return next((index for index, mention in enumerate(mentions) if mention.comma), 0)


@cache
def _gives() -> dict[str, Gives]:
    """What labels inside a cell of leaders give: those of labels.toml and those that only cells hold."""
    of_leaders: dict[str, Gives] = {"leaders": "leader", "lead_leaders": "lead", "other": "nobody"}
    gives = {word: of_leaders[role] for word, role in whole_roles().items() if role in of_leaders}
    gives |= {word: "lead" if role == "lead" else "leader" for word, role in bare_roles().items()}
    return gives | {word: row.gives for word, row in leader_words().labels.by_word.items()}


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"({any_of(_gives())})\s{{0,3}}:")


def _only_masks(words: str) -> bool:
    """Whether nothing but a surname is left of the words without their masks (张**, XXX)."""
    return is_masked(words) and len(_without_masks(words)) <= 1


def _without_masks(words: str) -> str:
    signs = leader_words().masked.signs
    return "".join(original for original, sign in zip(words, fold(words), strict=True) if sign not in signs)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
