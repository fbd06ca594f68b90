"""Owner brackets that are never closed: they end at the next bracket, at the latest at the end of their line."""

from collections.abc import Iterator, Sequence

from graph.words.signs import GAP
from loaders.owners.owner_words import has_duty_verb
from loaders.prose.labels import Label
from loaders.prose.marks import ClosingMark, ItemWords, StatedRoles, labels_between
from loaders.prose.values import value_end

_LONGEST_UNCLOSED = 120  # characters of an owner's bracket that is never closed


def unclosed_mark(item: ItemWords, start: int) -> ClosingMark | None:
    """A bracket of names and verbs of duty that is never closed reaches to the end of its line."""
    end = unclosed_end(item, start)
    content = item.words.text[start + 1 : end]
    if end < item.line_end(start) or not has_duty_verb(content):
        return None
    return ClosingMark(start, end, (StatedRoles((), content),), bracket=True)


def unclosed_end(item: ItemWords, start: int) -> int:
    """Where a bracket that is never closed may end at the latest: at the next one, at the end of its line."""
    end = min(item.line_end(start), start + _LONGEST_UNCLOSED)
    opening = item.folded.find("(", start + 1, end)
    return end if opening == -1 else opening


def open_mark(item: ItemWords, start: int, labels: Sequence[Label], limit: int) -> ClosingMark:
    """A labelled bracket that is never closed: its labels and their values, one behind the other."""
    stops = [label.start for label in labels[1:]] + [limit]
    ends = [value_end(item, label, stop) for label, stop in zip(labels, stops, strict=True)]
    stated = tuple(item.stated(label, end) for label, end in zip(labels, ends, strict=True))
    return ClosingMark(start, ends[-1], stated, bracket=True)


def label_run(item: ItemWords, labels: Sequence[Label], first: Label, limit: int) -> Iterator[Label]:
    """The labels that follow the value of `first`, each other's values, and nothing else, before `limit`."""
    following = labels_between(labels, first.end, limit)
    end = value_end(item, first, following[0].start if following else limit)
    for index, label in enumerate(following):
        if not GAP.fullmatch(item.folded, end, label.start):
            return
        yield label
        stop = following[index + 1].start if index + 1 < len(following) else limit
        end = value_end(item, label, stop)
