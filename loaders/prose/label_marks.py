"""Marks made by labels outside owner brackets: each with its value, also label lines without a colon."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.words.signs import HAN
from loaders.deadlines.reading import read_deadlines
from loaders.owners.owner_words import has_duty_verb, is_all_names, may_be_names
from loaders.owners.people import is_office, read_leaders
from loaders.prose.labels import Label, label_at
from loaders.prose.marks import ClosingMark, ItemWords, owns
from loaders.prose.report_fields import is_report_field, report_end
from loaders.prose.values import states_value, value_end

_CLAUSE = re.compile(rf"[。;,] ?(?=[{HAN}]{{2,10}} )")
_STOP = re.compile("[。;]")


def label_marks(item: ItemWords, labels: Sequence[Label], taken: Sequence[tuple[int, int]]) -> Iterator[ClosingMark]:
    """The marks of the labels outside the stretches `taken` by brackets; a value ends at the next of either.

    A report or a contact makes a mark that states nothing.
    """
    found = sorted([*labels, *_without_colon(item, labels, taken)], key=lambda label: label.start)
    starts = sorted([label.start for label in found] + [start for start, _ in taken] + [len(item.folded)])
    for label in found:
        limit = starts[bisect_right(starts, label.start)]
        if owns(label):
            end = value_end(item, label, limit)
            yield ClosingMark(label.start, end, (item.stated(label, end),), bracket=False)
        elif is_report_field(label):
            yield ClosingMark(label.start, report_end(item, label, limit), (), bracket=False)


def _without_colon(item: ItemWords, labels: Sequence[Label], taken: Sequence[tuple[int, int]]) -> Iterator[Label]:
    """Labels that lost their colon: label words at the start of a line, or behind a stop and before a blank, behind
    them nothing but names or a date. A label without a noun (牵头：) is one where a line begins.
    """
    known = [(label.start, label.end) for label in labels]
    firsts = [first for first, _ in known]
    behind = [start for start, _ in taken]
    lines = item.line_starts | {0}
    clauses = [match.end() for match in _CLAUSE.finditer(item.folded)] if " " in item.folded else []
    for start in sorted(lines.union(clauses)):
        label = label_at(item.folded, start)
        index = bisect_right(behind, start) - 1
        before = bisect_right(firsts, start) - 1
        inside = before >= 0 and start < known[before][1]  # 完成⏎时限：
        if label is None or inside or (index >= 0 and start < taken[index][1]):
            continue
        if label.colon:
            if start in lines and (not label.weak or states_value(item, label, item.line_end(start))):
                yield label
        elif not label.weak:
            blank = item.folded.startswith(" ", label.end)
            if blank or start in lines:
                yield from _run(item, label, whole_clause=blank)


def _run(item: ItemWords, first: Label, *, whole_clause: bool) -> Iterator[Label]:
    """The labels of a line or clause that begins with one: further ones stand behind a blank."""
    line_end = item.line_end(first.start)
    stop = _STOP.search(item.folded, first.end, line_end) if whole_clause else None
    end = stop.start() if stop else line_end
    run = [first]
    blank = item.folded.find(" ", first.end, end)
    while blank != -1:
        label = label_at(item.folded, blank + 1)
        if label is not None and label.end < end:
            run.append(label)
        blank = item.folded.find(" ", blank + 1, end)
    stops = [label.start for label in run[1:]] + [end if stop else item.line_end(line_end)]
    if not owns(first):
        return
    if all(_holds_value(item, label, stop, to_end=whole_clause) for label, stop in zip(run, stops, strict=True)):
        yield from (label for label in run if not label.colon)


def _holds_value(item: ItemWords, label: Label, limit: int, *, to_end: bool) -> bool:
    if not owns(label):
        return label.roles == ("other",)
    end = value_end(item, label, limit)
    words = item.words.text[label.end : end]
    if to_end and item.folded[end : min(limit, item.line_end(end - 1))].strip(" ,"):
        return False
    blank = words[:1].isspace()
    if "due" in label.roles:
        return words[:1].isdigit() or (blank and _is_deadline(words))
    if not {"leaders", "lead_leaders"}.isdisjoint(label.roles) and blank:
        found = read_leaders(words)
        offices = all(is_office(name) for name in found.leader_roles)
        return offices and bool(found.leaders or found.leader_roles)
    return label.colon or is_all_names(words) or (blank and (may_be_names(words) or has_duty_verb(words)))


def _is_deadline(words: str) -> bool:
    return any(map(str.isdigit, words)) or any(due.kind != "unreadable" for due in read_deadlines(words))
