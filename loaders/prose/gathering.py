"""Numbered items that are nothing but labels (2.责任单位：县水利局) belong to the heading above them.

Their numbered siblings that give neither owner nor deadline are the heading's content. Where labels alternate with
work (1.修渠 2.责任单位：… 3.植树 4.责任单位：…) the heading does not own them.

Labels between the title and a table of tasks (责任领导：李国栋) speak of that table's rows: they make no task of the
title.
"""

from collections.abc import Sequence
from itertools import groupby

from graph.words.numbering import number_at
from loaders.deadlines.edges import date_at_edge
from loaders.prose.labels import Label, label_at
from loaders.prose.marking import find_marks
from loaders.prose.marks import ItemWords, owns
from loaders.prose.outline import Item
from loaders.prose.report_fields import is_report_field, report_at
from loaders.prose.value_shapes import said_of_name
from loaders.text import Words


def gather_labels(root: Item) -> Item:
    """The outline with such items put under their heading, the labels behind the content."""
    for heading in root.walk():
        labels = {item: label for item in heading.children if (label := _own_label(item)) is not None}
        if labels and heading is not root and heading.parts and _are_of_heading(heading, labels):
            content = [item for child in heading.children if child not in labels for item in child.walk()]
            heading.parts += [part for item in content for part in item.parts]
            heading.parts += [part for item, label in labels.items() for part in _without_number(item, label)]
            heading.children = []
    return root


def without_labels_of_table(root: Item) -> Item:
    """The outline above a table of tasks without the label lines at its end, where no item stands between."""
    if not root.children:
        while root.parts and _is_label_line(root.parts[-1]):
            root.parts.pop()
    return root


def _is_label_line(words: Words) -> bool:
    label = label_at(words.folded, len(words.text) - len(words.text.lstrip()))
    return label is not None and label.colon and bool(owns(label))


def _own_label(item: Item) -> Label | None:
    """The label with which an item's words begin behind its number, None where they do not or it states no value."""
    if item.children or not item.parts or not item.number:
        return None
    folded = item.parts[0].folded
    start = len(item.parts[0].text) - len(item.parts[0].text.lstrip())
    number = number_at(folded, start)
    behind = number.end + (folded[number.end : number.end + 1] == " ") if number else start
    label = report_at(folded, behind) or label_at(folded, behind)
    if label is None or not label.colon or not (owns(label) or is_report_field(label)):
        return None
    value = folded[label.end :].strip(" 。")
    if "due" in label.roles and (said_of_name(value) or not any(date_at_edge(value))):
        return None
    return label


def _are_of_heading(heading: Item, labels: dict[Item, Label]) -> bool:
    """Whether the labels of sub-items are the heading's: they follow each other, or each gives a role of its own, and
    no other sub-item has an owner or a deadline.
    """
    runs = [own for own, _ in groupby(heading.children, key=lambda child: child in labels)]
    roles = [role for label in labels.values() for role in label.roles]
    others = [item for child in heading.children if child not in labels for item in child.walk() if item.parts]
    alternate = runs.count(True) > 1 and len(set(roles)) < len(roles)
    return not alternate and not any(_has_mark(item) for item in (heading, *others))


def _has_mark(item: Item) -> bool:
    return bool(find_marks(ItemWords.of(item.parts), []))


def _without_number(item: Item, label: Label) -> Sequence[Words]:
    first = item.parts[0]
    return [first.part(label.start, len(first.text)), *item.parts[1:]]
