"""Labels: boundary + words + colon, or, with or without a colon, the first words of a closing bracket.

    label    = boundary [任务 | 工作 | 项目] word [note] [join second] [note] `:`
    boundary = the start of a line | a sign that is no letter (stop, bracket, blank, number) | another label's value
             | nothing, before a word that holds one of 完成, 责任, 牵头, 配合: these count glued to a sentence too

So `…应修尽修责任单位：县水利局` and `（3）期限：6月底` are labels, and a word that is the tail of a longer noun
(还款期限：, 企业负责人：) is a field of something else. The words and their roles are in vocabulary/labels.toml.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of, longest_first
from graph.words.fold import Folded, squeeze
from graph.words.signs import EDGES
from loaders.owners.conventions import may_state_who_leads
from loaders.owners.label_words import bare_roles, weak_words, whole_roles
from loaders.prose.value_shapes import ends_value
from loaders.vocabulary.labels import label_words
from loaders.vocabulary.prose import outline_words

_WINDOW = 72  # characters before a colon in which its label is looked for: words and a bracket behind them
_LONGEST_VALUE = 200  # characters of a value to which a label may be glued
_LONGEST_MODIFIER = 4  # characters of a noun before a label behind another value
_GAPS = ";, "
_LONGEST_BULLET = 4  # signs of a bullet and the blanks behind it
_STOPS_BEFORE_BARE = " (;,。、"
_COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start` … `end` (behind its colon) of a folded text.

    `roles`: lead, responsible, supporting, member, leaders, lead_leaders, due, or other; two where one label names two
    things (责任单位及责任人). `colon` tells whether a colon stands behind the words, `note` where the bracket between
    the words and the colon stands (责任单位（逗号前为牵头单位）：). A `weak` label (责任：, 进度：) counts only before
    names, or a date.
    """

    start: int
    end: int
    roles: tuple[str, ...]
    colon: bool = True
    note: tuple[int, int] | None = None
    weak: bool = False


@cache
def _ends() -> tuple[str, ...]:
    """The words with which a label may end, so that most colons need no closer look."""
    labels = label_words()
    return (")", *labels.unit_nouns, labels.second.person, *whole_roles(), *bare_roles())


@cache
def _word_pattern() -> str:
    spaced = (" *".join(map(re.escape, word)) for word in longest_first(whole_roles()))
    return "(?:" + "|".join(spaced) + ")"


@cache
def _label_pattern() -> re.Pattern[str]:
    word = _word_pattern()
    labels = label_words()
    nouns, joins, person = any_of(labels.unit_nouns), any_of(labels.second.joins), labels.second.person
    second = rf"(?: *(?:{joins}) *(?P<second>{word}|{nouns}|{person}))?"
    bracket = r"(?: *(?P<note{}>\([^()]{{1,40}}\)))?"
    bare = any_of(bare_roles())
    own = rf"(?:(?:{any_of(labels.own_nouns)}) *)?"
    whole = rf"{own}(?P<first>{word}){bracket.format(1)}{second}{bracket.format(2)}"
    return re.compile(rf"{whole}|(?P<bare>{bare})(?= *:)")


@cache
def _before_colon() -> re.Pattern[str]:
    return re.compile(f"(?:{_label_pattern().pattern}) *(?=:)")


def find_labels(folded: Folded, line_starts: Container[int] = ()) -> list[Label]:
    """All labels with a colon in a folded text, left to right; lines begin at its start and at `line_starts`."""
    labels: list[Label] = []
    for match in _candidates(folded):
        start = match.start() - _modifier_before(folded, match, labels, line_starts)
        start -= _bullet_before(folded, start)
        label = Label(start, match.end() + 1, _read_roles(match), note=_note(match), weak=_is_weak(match))
        if _is_label(folded, match, labels[-1] if labels else None, line_starts):
            labels.append(label)
    return labels


def _modifier_before(folded: Folded, match: re.Match[str], labels: Sequence[Label], line_starts: Container[int]) -> int:
    """The length of the noun between a label and the value before it, which belongs to it (整改时限：6月底；整改责任人：).

    The noun stands in a label before, or behind a date; no label before gives the same role.
    """
    start, roles = match.start(), _read_roles(match)
    if not labels or not 0 < start - labels[-1].end <= _LONGEST_VALUE or any(roles == one.roles for one in labels):
        return 0
    for length in range(1, _LONGEST_MODIFIER + 1):
        first = start - length
        noun = folded[first:start]
        if not noun[0].isalpha():
            break
        if first not in line_starts and folded[first - 1] not in _GAPS:
            continue
        known = any(noun in folded[one.start : one.end] for one in labels) or labels[-1].roles == ("due",)
        value = folded[labels[-1].end : first].strip(EDGES)
        return length if known and not ends_value(noun, ("due",)) and ends_value(value, labels[-1].roles) else 0
    return 0


def _bullet_before(folded: str, position: int) -> int:
    """The length of the bullet that stands before a label, with the blanks behind it."""
    before = folded[max(0, position - _LONGEST_BULLET) : position]
    bullet = before.rstrip().rstrip(_bullets())
    return len(before) - len(bullet) if bullet != before.rstrip() else 0


@cache
def _bullets() -> str:
    return "".join(outline_words().bullets.words)


def _candidates(folded: Folded) -> Iterator[re.Match[str]]:
    """The label words before each colon of a folded text."""
    previous = 0
    position = folded.find(":")
    while position != -1:
        start = max(previous, position - _WINDOW)
        if squeeze(folded[start:position]).endswith(_ends()):
            match = _before_colon().search(folded, start, position + 1)
            if match:
                yield match
        previous = position + 1
        position = folded.find(":", previous)


def _is_label(folded: Folded, match: re.Match[str], before: Label | None, line_starts: Container[int]) -> bool:
    """Whether label words stand at a boundary, or may be glued to a sentence, and begin no phrase of running prose."""
    at_line_start = match.start() in line_starts
    if not at_line_start and _is_phrase(folded, match):
        return False
    if match["bare"] or at_line_start or _may_be_glued(match) or _stands_free(folded, match):
        return True
    if before is None or match.start() - before.end > _LONGEST_VALUE:
        return False
    return ends_value(folded[before.end : match.start()].strip(EDGES), before.roles)


def _may_be_glued(match: re.Match[str]) -> bool:
    words = match["first"].replace(" ", "")
    return whole_roles()[words] == "other" or any(word in words for word in label_words().glued.words)


def _stands_free(folded: Folded, match: re.Match[str]) -> bool:
    """Whether no letter stands before the label; in justified text (还 款 期 限) the one before a blank counts."""
    before = folded[max(0, match.start() - 3) : match.start()]
    justified = " " in match["first"] and re.search(r"(?:^|[\W\d])[^\W\d] $", before)
    return not justified and not before[-1:].isalpha()


def label_at(folded: Folded, position: int) -> Label | None:
    """The label that begins exactly at `position`, with or without a colon behind it."""
    match = _label_pattern().match(folded, position)
    if match is None:
        return None
    colon = _COLON.match(folded, match.end())
    end = colon.end() if colon else match.end()
    return Label(position, end, _read_roles(match), colon is not None, _note(match), _is_weak(match))


def _is_weak(match: re.Match[str]) -> bool:
    return (match["bare"] or match["first"].replace(" ", "")) in weak_words()


def roles_in(text: Folded) -> tuple[str, ...]:
    """The roles that the label words in a squeezed, folded column header name, in order, each once."""
    words = (match.group() for match in re.finditer(_word_pattern(), text))
    found = (whole_roles()[word] for word in words if word not in weak_words())
    return tuple(dict.fromkeys(role for role in found if role != "member"))


def _is_phrase(folded: str, match: re.Match[str]) -> bool:
    """Whether the label word belongs to a phrase of running prose (`各责任单位：`, `由县水利局牵头：`)."""
    before = folded[max(0, match.start() - 4) : match.start()]
    if match["bare"]:
        return bool(before) and before[-1] not in _STOPS_BEFORE_BARE
    return before.rstrip().endswith(label_words().not_after.words)


def _note(match: re.Match[str]) -> tuple[int, int] | None:
    """Where a bracket behind the label's words states who leads."""
    notes = [match.span(group) for group in ("note1", "note2") if may_state_who_leads(match[group] or "")]
    return notes[0] if notes else None


def _in_bracket(match: re.Match[str]) -> str | None:
    """The label word that a bracket behind the label's own words holds and nothing else (责任单位（责任人）)."""
    inside = (match["note1"] or "")[1:-1].replace(" ", "")
    return inside if whole_roles().get(inside) in ("leaders", "lead_leaders") else None


def _read_roles(match: re.Match[str]) -> tuple[str, ...]:
    if match["bare"]:
        return (bare_roles()[match["bare"]],)
    first = whole_roles()[match.group("first").replace(" ", "")]
    second = match.group("second") or _in_bracket(match)
    if second is None:
        return (first,)
    word = second.replace(" ", "")
    other = whole_roles().get(word) or (label_words().second.role if word == label_words().second.person else first)
    return (first,) if other == first else (first, other)
