"""Fields of a block of labels that state nothing of its task: reports (进展情况：已开工) and contacts (联系人：张三).

    field = boundary key `:` value | `(`key`)` value at the start of a line      boundary = no letter, or a line's start

The value reaches to the next field or label, at the latest to the line's end. What a key reports is told by the words
that tell it of a column (vocabulary/columns.toml).
"""

import re
from collections.abc import Iterator, Sequence

from graph.words.fold import Folded, compact
from graph.words.signs import HAN
from loaders.owners.label_words import says_what_was_done, whole_roles
from loaders.prose.labels import Label
from loaders.prose.marks import ItemWords
from loaders.vocabulary.labels import label_words

_KEY = re.compile(rf"([{HAN}]{{2,10}}) ?:(?!//)|\(([{HAN}]{{2,10}})\) ?:?")
_BOUNDARY = re.compile(rf"(?:^|[^{HAN}A-Za-z\d(])(?=[{HAN}]{{2,10}} ?:(?!//))")
_NOTHING = ("report",)


def with_report_fields(item: ItemWords, labels: Sequence[Label]) -> list[Label]:
    """The labels of an item and its fields, which have the role `report`, in order of reading.

    A label inside a field's key (实际完成时间：) is none.
    """
    fields = list(_reports(item))
    keys = [(field.start, field.end) for field in fields]
    own = [
        label._replace(roles=_NOTHING) if _is_contact(item.folded, label) else label
        for label in labels
        if not any(start <= label.start < end for start, end in keys)
    ]
    return sorted([*own, *fields], key=lambda label: label.start)


def is_report_field(label: Label) -> bool:
    """Whether a label heads a report or a contact."""
    return label.roles == _NOTHING


def report_end(item: ItemWords, label: Label, limit: int) -> int:
    """Where the value of a field ends: at the next field of any kind on its line, at the latest at `limit`."""
    end = min(limit, item.line_end(label.start))
    following = _BOUNDARY.search(item.folded[label.end : end], 1)
    return label.end + following.end() if following else end


def key_at(words: Folded, position: int) -> int:
    """Where the key of a field ends, behind its colon, that begins exactly at `position`; 0 where none does."""
    match = _KEY.match(words, position)
    return match.end() if match else 0


def report_at(words: Folded, position: int = 0) -> Label | None:
    """The report that begins exactly at `position`."""
    match = _KEY.match(words, position)
    return Label(match.start(), match.end(), _NOTHING) if match and _tells_report(match) else None


def _reports(item: ItemWords) -> Iterator[Label]:
    """The reports at the start of a line and behind a sign in one."""
    for start in (0, *item.breaks):
        line = Folded(item.folded[start : item.line_end(start)])
        if ":" not in line and not line.startswith("("):
            continue
        begin = len(line) - len(line.lstrip())
        for position in (begin, *(match.end() for match in _BOUNDARY.finditer(line, begin + 1))):
            found = report_at(line, position)
            if found:
                yield found._replace(start=start + found.start, end=start + found.end)


def _tells_report(match: re.Match[str]) -> bool:
    key = match[1] or match[2]
    return key not in whole_roles() and says_what_was_done(compact(key))


def _is_contact(folded: Folded, label: Label) -> bool:
    """Whether a label that gives no role heads no part of the work either."""
    return label.roles == ("other",) and not compact(folded[label.start : label.end]).rstrip(":").endswith(
        label_words().work.words
    )
