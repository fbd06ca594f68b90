"""Labels: boundary + words + colon, or, with or without a colon, the first words of a closing bracket.

    label    = boundary [任务 | 工作 | 项目] word [note] [join second] [note] `:`
    boundary = the start of a line | a sign that is no letter (stop, bracket, blank, number) | another label's value
             | nothing, before a word that holds one of 完成, 责任, 牵头, 配合: these count glued to a sentence too

So `…应修尽修责任单位：县水利局` and `（3）期限：6月底` are labels, and a word that is the tail of a longer noun
(还款期限：, 企业负责人：) is a field of something else. The words and their roles are in vocabulary/labels.toml.
"""

import re
from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

from graph.words.fold import Folded
from graph.words.signs import EDGES
from loaders.owners.label_words import weak_words, whole_roles
from loaders.prose.label_patterns import (
    first_signs,
    is_weak,
    label_pattern,
    note_of,
    read_roles,
    word_pattern,
    words_before_colons,
)
from loaders.prose.value_shapes import ends_value
from loaders.vocabulary.labels import label_words
from loaders.vocabulary.prose import outline_words

_LONGEST_VALUE = 200  # characters of a value to which a label may be glued
_LONGEST_MODIFIER = 4  # characters of a noun before a label behind another value
_NEAR = 4  # labels before one, of which none may give its role
_GAPS = ";, "
_LONGEST_BULLET = 4  # signs of a bullet and the blanks behind it
_COLON = re.compile(r"\s*:")


class Label(NamedTuple):
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


def find_labels(folded: Folded, line_starts: Container[int] = ()) -> list[Label]:
    """All labels with a colon in a folded text, left to right; lines begin at its start and at `line_starts`."""
    labels: list[Label] = []
    for match in words_before_colons(folded):
        start = match.start() - _modifier_before(folded, match, labels, line_starts)
        start -= _bullet_before(folded, start)
        label = Label(start, match.end() + 1, read_roles(match), note=note_of(match), weak=is_weak(match))
        if _is_label(folded, match, labels[-1] if labels else None, line_starts):
            labels.append(label)
    return labels


def _modifier_before(folded: Folded, match: re.Match[str], labels: Sequence[Label], line_starts: Container[int]) -> int:
    """The length of the noun between a value and a label, which belongs to the label (整改时限：6月底；整改责任人：).

    The noun stands in a label before, or behind a date; no label before gives the same role.
    """
    start, roles, near = match.start(), read_roles(match), labels[-_NEAR:]
    if not near or not 0 < start - near[-1].end <= _LONGEST_VALUE or any(roles == one.roles for one in near):
        return 0
    for length in range(1, _LONGEST_MODIFIER + 1):
        first = start - length
        noun = folded[first:start]
        if not noun[0].isalpha():
            break
        if first not in line_starts and folded[first - 1] not in _GAPS:
            continue
        known = any(noun in folded[one.start : one.end] for one in near) or near[-1].roles == ("due",)
        value = folded[near[-1].end : first].strip(EDGES)
        return length if known and not ends_value(noun, ("due",)) and ends_value(value, near[-1].roles) else 0
    return 0


def _bullet_before(folded: str, position: int) -> int:
    """The length of the bullet that stands before a label, with the blanks behind it."""
    before = folded[max(0, position - _LONGEST_BULLET) : position]
    bullet = before.rstrip().rstrip(_bullets())
    return len(before) - len(bullet) if bullet != before.rstrip() else 0


@cache
def _bullets() -> str:
    return "".join(outline_words().bullets.words)


def _is_label(folded: Folded, match: re.Match[str], before: Label | None, line_starts: Container[int]) -> bool:
    """Whether label words stand at a boundary, or may be glued to a sentence, and begin no phrase of running prose."""
    if match.start() in line_starts:
        return True
    if folded[max(0, match.start() - 4) : match.start()].rstrip().endswith(label_words().not_after.words):
        return False
    if _may_be_glued(match) or _stands_free(folded, match):
        return True
    if before is None or match.start() - before.end > _LONGEST_VALUE:
        return False
    return ends_value(folded[before.end : match.start()].strip(EDGES), before.roles)


def _may_be_glued(match: re.Match[str]) -> bool:
    if match["bare"]:
        return False
    words = match["first"].replace(" ", "")
    return whole_roles()[words] == "other" or any(word in words for word in label_words().glued.words)


def _stands_free(folded: Folded, match: re.Match[str]) -> bool:
    """Whether no letter stands before the label; in justified text (还 款 期 限) the one before a blank counts."""
    before = folded[max(0, match.start() - 3) : match.start()]
    justified = " " in (match["first"] or "") and re.search(r"(?:^|[\W\d])[^\W\d] $", before)
    return not justified and not before[-1:].isalpha()


def label_at(folded: Folded, position: int) -> Label | None:
    """The label that begins exactly at `position`, with or without a colon behind it."""
    if folded[position : position + 1] not in first_signs():
        return None
    match = label_pattern().match(folded, position)
    if match is None:
        return None
    colon = _COLON.match(folded, match.end())
    end = colon.end() if colon else match.end()
    return Label(position, end, read_roles(match), colon is not None, note_of(match), is_weak(match))


def roles_in(text: Folded) -> tuple[str, ...]:
    """The roles that the label words in a squeezed, folded column header name, in order, each once."""
    words = (match.group() for match in re.finditer(word_pattern(), text))
    found = (whole_roles()[word] for word in words if word not in weak_words())
    return tuple(dict.fromkeys(role for role in found if role != "member"))
