"""Finds the marks of an item: its owner brackets and, outside them, its runs of labels, in order of reading."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.words.fold import fold
from graph.words.signs import GAP
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import is_unit
from loaders.prose.label_marks import label_marks
from loaders.prose.labels import Label, find_labels
from loaders.prose.marks import ClosingMark, ItemWords, owns
from loaders.prose.owner_brackets import owner_brackets
from loaders.prose.report_fields import with_report_fields
from loaders.prose.values import states_value, value_end
from loaders.refused import RefusedCandidate

_LONGEST_QUOTE = 60  # characters before and behind a label in which its quotation marks are looked for


def find_marks(item: ItemWords, refused: list[RefusedCandidate]) -> list[ClosingMark]:
    """The marks of an item, left to right, those that need others beside them too (`ClosingMark.beside`)."""
    labels = list(_sure(item, with_report_fields(item, find_labels(item.folded, item.line_starts))))
    brackets = owner_brackets(item, labels, refused) if "(" in item.folded else []
    starts = [mark.start for mark in brackets]
    free = [label for label in labels if not _inside(label.start, brackets, starts)]
    marks = [*brackets, *label_marks(item, free, [(mark.start, mark.end) for mark in brackets])]
    merged = _merged(sorted(marks, key=lambda mark: mark.start), item.folded)
    return [mark for mark in merged if any(part.roles != ("member",) for part in mark.stated)]


def _sure(item: ItemWords, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels without those in quotation marks, weak ones whose value is no owner (责任：要抓好落实), and those
    whose value only leads on to what follows (各县主管部门：现就有关事项通知如下：).
    """
    for index, label in enumerate(labels):
        stop = labels[index + 1].start if index + 1 < len(labels) else len(item.folded)
        if _quoted(item.folded, label.start) or (label.weak and not states_value(item, label, stop)):
            continue
        if not owns(label) or not _leads_on(item.words.text[label.end : value_end(item, label, stop)]):
            yield label


def _leads_on(value: str) -> bool:
    """Whether a value ends in a colon and names no unit."""
    return fold(value).rstrip().endswith(":") and not any(is_unit(part.name) for part in split_list(value))


def _quoted(folded: str, position: int) -> bool:
    """Whether a place stands inside quotation marks (“责任单位：谁公开谁负责”)."""
    opening = folded.rfind("“", max(0, position - _LONGEST_QUOTE), position)
    return opening != -1 and "”" not in folded[opening:position] and "”" in folded[position : opening + _LONGEST_QUOTE]


def _inside(position: int, brackets: Sequence[ClosingMark], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < brackets[index].end


def _merged(marks: Sequence[ClosingMark], folded: str) -> Iterator[ClosingMark]:
    """Marks with nothing between them are one; those that state nothing count only behind one that does."""
    end = 0
    run: list[ClosingMark] = []
    for mark in marks:
        if run and not GAP.fullmatch(folded, end, mark.start):
            yield _one(run)
            run = []
        if run or mark.stated:
            run.append(mark)
            end = mark.end
    if run:
        yield _one(run)


def _one(run: Sequence[ClosingMark]) -> ClosingMark:
    stated = tuple(part for mark in run for part in mark.stated)
    stating = [mark for mark in run if mark.stated]
    beside, unsure = all(mark.beside for mark in stating), all(mark.unsure for mark in stating)
    end = run[-1].end
    return ClosingMark(run[0].start, end, stated, run[0].bracket, beside, unsure, end - stating[-1].end)
