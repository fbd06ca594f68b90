"""Owner brackets in an item's words: brackets that begin with a label, that consist of names and verbs of duty, or,
at the end of an item, of nothing but names; also where one is never closed. Only its first sentence names owners.

What `loaders.owners.owner_words` refuses is handed up with the part for which.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from graph.words.brackets import outermost, pairs
from graph.words.fold import Folded
from graph.words.pieces import cut
from loaders.owners.conventions import take_note
from loaders.owners.duty_phrases import begins_with_duty
from loaders.owners.owner_words import has_duty_verb, may_be_names, proof_of
from loaders.owners.person_names import SHORTEST, is_person
from loaders.prose.labels import Label, label_at
from loaders.prose.marks import ClosingMark, ItemWords, StatedRoles, labels_between, owns
from loaders.prose.unclosed_brackets import label_run, open_mark, unclosed_end, unclosed_mark
from loaders.prose.values import first_stop, value_end
from loaders.refused import RefusedCandidate
from loaders.vocabulary.prose import outline_words

_BRACKET = re.compile(r"\([^()]*\)")
_SEPARATOR = re.compile(r"[\s;,、]+")
_LABEL_SHAPES = "【〔[［"
_LONGEST_VALUE = 400  # characters between a label and a bracket that may still stand in its value


def owner_brackets(item: ItemWords, labels: Sequence[Label], refused: list[RefusedCandidate]) -> list[ClosingMark]:
    """The owner brackets of an item; `labels` are all its labels with a colon. Candidates that are none: `refused`."""
    found = pairs(item.folded)
    marks: list[ClosingMark] = []
    behind = 0
    for start, closing in _candidates(found):
        if start < behind:
            continue
        mark = _read(item, labels, start, closing, refused)
        if mark is not None:
            marks.append(mark)
            behind = mark.end
    return marks


def _candidates(found: dict[int, int | None]) -> list[tuple[int, int | None]]:
    """Outermost pairs and those that stand in a bracket that is never closed, left to right."""
    closed = outermost({start: end for start, end in found.items() if end is not None})
    return sorted([*closed, *((start, None) for start, end in found.items() if end is None)], key=lambda one: one[0])


def _read(
    item: ItemWords, labels: Sequence[Label], start: int, closing: int | None, refused: list[RefusedCandidate]
) -> ClosingMark | None:
    first = start + 1
    while item.folded[first : first + 1] == " ":
        first += 1
    label = label_at(item.folded, first)
    if label is not None and not label.colon and begins_with_duty(item.folded, label.end):
        label = None  # 县领导牵头，县应急局落实: a post, not a label
    if label is not None and owns(label):
        return _labelled(item, labels, start, closing, label)
    if closing is None:
        return unclosed_mark(item, start)
    inside = [other for other in labels_between(labels, start, closing) if owns(other)]
    if inside and label is not None:
        return _labelled(item, labels, start, closing, label)
    if inside:
        return _names_first(item, labels, start, closing, inside[0])
    return _unlabelled(item, labels, start, closing, refused)


def _unlabelled(
    item: ItemWords, labels: Sequence[Label], start: int, closing: int, refused: list[RefusedCandidate]
) -> ClosingMark | None:
    """A bracket without labels: names with verbs of duty, or, at the end of an item, nothing but names."""
    stop = first_stop(item.folded, start + 1, closing)
    content = item.words.text[start + 1 : stop]
    if content.isascii():
        return None
    ends = _ends_item(item, closing)
    proof = proof_of(content, names_count=ends)
    names = proof.by in ("names beside others", "names of others")
    if names and not _closes_work(item, labels, start):
        return None
    if proof.by == "none" or (proof.by == "duty beside others" and not _closes(item, start, closing)):
        if proof.refused and (proof.with_duty or ends):
            refused.append(RefusedCandidate.for_part(item.words.part(start, closing + 1), "bracket", proof.refused))
        return None
    stated = _with_note((StatedRoles((), content),), item.words.text[stop:closing])
    unsure = proof.by == "names of others"
    return ClosingMark(start, closing + 1, stated, bracket=True, beside=proof.by != "duty", unsure=unsure)


def _names_first(
    item: ItemWords, labels: Sequence[Label], start: int, closing: int, label: Label
) -> ClosingMark | None:
    """A bracket of names and verbs of duty with labels behind them (县水利局牵头；完成时限：6月底)."""
    content = item.words.text[start + 1 : label.start].rstrip(" \u3000;；,，。")
    if proof_of(content).by == "none":
        return None
    following = labels_between(labels, label.start, closing)
    ends = [other.start for other in following[1:]] + [closing]
    stated = tuple(item.stated(one, end) for one, end in zip(following, ends, strict=True))
    return ClosingMark(start, closing + 1, (StatedRoles((), content), *stated), bracket=True)


def _closes_work(item: ItemWords, labels: Sequence[Label], start: int) -> bool:
    """Whether a bracket of names alone stands behind work: it is no verb's object, no part of a label's value, and says
    not where a person works.
    """
    return not (_is_object(item, start) or _in_value(item, labels, start) or _behind_persons(item, start))


def _behind_persons(item: ItemWords, start: int) -> bool:
    """Whether the words between a colon and a bracket are persons, with where they work (会务组：张三（县水利局））."""
    line = item.folded[item.line_start(start) : start]
    before, colon, behind = line.rpartition(":")
    people = [piece.text.strip() for piece in cut(_BRACKET.sub("", behind))]
    seat = before.endswith(outline_words().seats.words) or any(len(name) > SHORTEST for name in people)
    return bool(colon) and any(people) and seat and all(map(is_person, people))


def _is_object(item: ItemWords, start: int) -> bool:
    """Whether the words before a bracket lack what it holds (更名为[甲村村民委员会])."""
    return item.folded[:start].rstrip().endswith(outline_words().lacking.words)


def _in_value(item: ItemWords, labels: Sequence[Label], start: int) -> bool:
    """Whether a bracket stands behind a name in a label's value (责任单位：县数据局（县大数据中心））."""
    before = bisect_left(labels, start, key=lambda label: label.start) - 1
    if before < 0 or not owns(labels[before]) or start - labels[before].end > _LONGEST_VALUE:
        return False
    return value_end(item, labels[before], start) == start


def _labelled(
    item: ItemWords, labels: Sequence[Label], start: int, closing: int | None, label: Label
) -> ClosingMark | None:
    if closing == label.end and not label.colon and item.words.text[start] in _LABEL_SHAPES:
        return _heading_label(item, labels, start, closing, label)
    limit = _next_opening(item, start, len(item.folded) if closing is None else closing)
    inner = _inner(item, labels, label, limit) if closing is not None else []
    value_stop = inner[0].start if inner else closing or unclosed_end(item, start)
    if (label.weak or not label.colon) and not _is_value(item.words.text[label.end : value_stop], label):
        return None
    if closing is None:
        return open_mark(item, start, [label, *label_run(item, labels, label, limit)], limit)
    ends = [other.start for other in inner] + [limit]
    stated = tuple(
        item.stated(one, first_stop(item.folded, one.end, end)) for one, end in zip([label, *inner], ends, strict=True)
    )
    behind = item.words.text[first_stop(item.folded, ([label, *inner])[-1].end, limit) : limit]
    return ClosingMark(start, closing + 1 if limit == closing else limit, _with_note(stated, behind), bracket=True)


def _with_note(stated: tuple[StatedRoles, ...], behind: str) -> tuple[StatedRoles, ...]:
    """What a bracket states, with the note on who leads that follows its last value behind a stop."""
    note = behind.strip("。. ")
    if take_note(note)[1] is None:
        return stated
    first = next((index for index, part in enumerate(stated) if "responsible" in part.roles), 0)
    return tuple(
        StatedRoles(part.roles, f"{part.words}，{note}") if index == first else part
        for index, part in enumerate(stated)
    )


def _inner(item: ItemWords, labels: Sequence[Label], first: Label, limit: int) -> list[Label]:
    """The labels of a bracket behind its first: those with a colon, and those behind a separator with their value."""
    found = {label.start: label for label in labels_between(labels, first.end, limit)}
    for separator in _SEPARATOR.finditer(item.folded, first.end, limit):
        label = label_at(item.folded, separator.end())
        if label is None or not owns(label) or label.start in found:
            continue
        stop = _SEPARATOR.search(item.folded, label.end + 1, limit)
        if _is_value(item.words.text[label.end : stop.start() if stop else limit], label):
            found[label.start] = label
    return [found[start] for start in sorted(found)]


def _is_value(words: str, label: Label) -> bool:
    """Whether words behind a label without a colon are its value."""
    return may_be_names(words) or has_duty_verb(words) or ("due" in label.roles and any(map(str.isdigit, words)))


def _heading_label(item: ItemWords, labels: Sequence[Label], start: int, closing: int, label: Label) -> ClosingMark:
    """`【责任单位】县水利局`: the label stands in the bracket, its value behind it."""
    behind = closing + 1
    while behind < len(item.folded) and item.folded[behind] in ": ":
        behind += 1
    following = labels_between(labels, behind, len(item.folded))
    limit = _next_opening(item, start, following[0].start if following else len(item.folded))
    value = Label(start, behind, label.roles, colon=True)
    end = value_end(item, value, limit)
    return ClosingMark(start, end, (item.stated(value, end),), bracket=True)


def _next_opening(item: ItemWords, start: int, limit: int) -> int:
    """Where, before `limit`, a further bracket with an owner label opens: the one at `start` was never closed then."""
    labelled = _labelled_openings(item.folded)
    index = bisect_left(labelled, start + 1)
    return min(labelled[index], limit) if index < len(labelled) else limit


@lru_cache(maxsize=1)
def _labelled_openings(folded: Folded) -> tuple[int, ...]:
    """Where brackets open whose owner label has a colon or fills them: looked for once in the words of an item."""
    found: list[int] = []
    position = folded.find("(")
    while position != -1:
        label = label_at(folded, position + 1)
        if label is not None and owns(label) and (label.colon or folded[label.end : label.end + 1] == ")"):
            found.append(position)
        position = folded.find("(", position + 1)
    return tuple(found)


def _ends_item(item: ItemWords, closing: int) -> bool:
    """Whether nothing but a stop stands between a closing bracket and the end of its line."""
    end = closing + 1
    while end < len(item.folded) and item.folded[end] in "。;., " and end not in item.line_ends:
        end += 1
    return end in item.line_ends


def _closes(item: ItemWords, start: int, closing: int) -> bool:
    """Whether a bracket ends a sentence, with the stop before or behind it, or a clause of one that ends in another."""
    behind = item.folded[closing + 1 : closing + 2]
    if behind == ",":
        end = item.line_end(start)
        while item.folded[end - 1] in "。;. ":
            end -= 1
        return item.folded[end - 1] == ")"
    return _ends_item(item, closing) or item.folded[:start].rstrip().endswith("。") or behind in ("。", ";")
