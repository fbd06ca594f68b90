"""What ends a flattened table behind a full row: lines that begin something new, or that its last column cannot hold.

Without a TAB a line goes on with the cell above it, also behind a blank line. It does not where its form is that of an
attachment, a heading, a title, a note, a field of the form (填表人：) or a signature with its day, nor where the column
holds dates or names and the line none.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, compact
from graph.words.numbering import number_at
from graph.words.numerals import NUMBER
from loaders.deadlines.reading import read_deadlines
from loaders.owners.label_words import named_roles
from loaders.owners.unit_names import is_body
from loaders.prose.labels import roles_in
from loaders.tables.cell_kinds import are_bodies, are_people
from loaders.tables.column_names import WORK, HeaderColumn
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.plans import plan_words

_LONGEST_HEADING = 60  # characters of a line that may end a table
_LONGEST_NAME = 20  # characters of a line that may name one more owner, whatever it ends in
_LONGEST_NUMBER = 12  # characters at the start of a paragraph in which its number stands
_ATTACHED = re.compile(rf"^附?[件表录]?\(?(?:\d{{1,2}}|{NUMBER})(?![、.年月日\d]|个)")
_DAY = re.compile(r"^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$")
_STOPS = re.compile(r"[。;；!！?？,，:：]")
_ENDED = ("。", "；", ";")


def ends_table(
    text: str, behind: Sequence[str] = (), styles: AbstractSet[str] = frozenset(), column: HeaderColumn | None = None
) -> bool:
    """Whether a line without a TAB, behind a full row and a blank line, begins something new.

    `behind` are the lines that follow it up to a TAB, `styles` those of the numbers in the cell above it, which stands
    in the last `column`: one of work may hold what else would be a title (建立台账) or the first number of a list.
    """
    work = column is not None and column.meaning in WORK
    line = compact(text)
    if len(text) >= _LONGEST_HEADING and not line.startswith(_signs()):
        return False
    return (
        _is_attachment(line)
        or _is_heading(line, styles, work=work)
        or _is_note(line)
        or bool(_field().match(line))
        or (not work and _is_title(line))
        or bool(_DAY.match(line))
        or (is_body(line) and any(_DAY.match(compact(one)) for one in behind[:1]))
    )


def leaves_column(text: str, column: HeaderColumn | None, cell: Sequence[str]) -> bool:
    """Whether the last column of a table holds dates or names, and a line adds none to those of the `cell` above it."""
    if column is None or not cell:
        return False
    if column.meaning == "owner":
        return _is_no_name(compact(text), names=are_bodies(text) or are_people(text))
    return column.meaning in ("due", "postponed") and _days(" ".join((*cell, text))) == _days(" ".join(cell))


def _is_no_name(line: Folded, *, names: bool) -> bool:
    """Whether a line can name no owner: a label of something else, a sentence, a remark in brackets, or too long."""
    label, colon, _ = line.partition(":")
    if colon:
        return not roles_in(Folded(label)) and label not in named_roles()
    bracketed = line.startswith("(") and line.endswith(")")
    return not names and (len(line) > _LONGEST_NAME or line.endswith("。") or bracketed)


def _days(words: str) -> list[tuple[str, str]]:
    """What the words of a deadline tell, in any year."""
    return [(due.kind, due.on) for due in read_deadlines(words, 2000) if due.kind != "unreadable"]


def begins_title(lines: Sequence[str], column: HeaderColumn | None) -> int:
    """Which of the lines between a full row and another header is the first of its title: none of the cell's own words.

    Where the last column holds words, those that end in a stop are still its own.
    """
    if column is not None and column.meaning not in (*WORK, "other"):
        return 0
    own = next((at for at, line in enumerate(lines) if not line.endswith(_ENDED)), len(lines))
    return own if own < len(lines) else 0


def _is_attachment(line: Folded) -> bool:
    if line.startswith(plan_words().attachment.words):
        return True
    return line[:1] in ("附", "表") and bool(_ATTACHED.match(line))


def heading_style(text: str) -> str:
    """The style of the number with which a paragraph begins, as headings and items do; "" without one."""
    number = number_at(compact(text[:_LONGEST_NUMBER]))
    return "" if number is None or number.style in ("enumeration", "circled") or number.tight else number.style


def _is_heading(line: Folded, styles: AbstractSet[str], *, work: bool) -> bool:
    """Whether a line begins with the number of a heading, where no paragraph of the cell above has one of its style."""
    style = heading_style(line)
    if not style or style in styles:
        return False
    number = number_at(line)
    return not work or style in ("chinese", "section") or number is None or number.value > 1


def _is_note(line: Folded) -> bool:
    """Whether a line begins as a note does (注：, 注1., （备注）), with any sign before it, or with a sign of notes."""
    return line.startswith(_signs()) or bool(_note().match(line))


@cache
def _signs() -> tuple[str, ...]:
    return tuple(word for word in column_words().note.words if len(word) == 1 and not word.isalpha())


@cache
def _note() -> re.Pattern[str]:
    words = any_of(word for word in column_words().note.words if word.isalpha())
    return re.compile(rf"^\W{{0,3}}(?:{words})(?:\(?[\d一二三四五]\)?)?[:.、)\]】]|^\W{{0,3}}(?:{words})\W?$")


@cache
def _field() -> re.Pattern[str]:
    """A field of the form that the table is (填表人：)."""
    return re.compile(rf"^\(?(?:{any_of(column_words().form_field.words)})[^:,。]{{0,6}}:")


def _is_title(line: Folded) -> bool:
    title = plan_words().title
    endings = (*title.endings, *title.other_endings, *column_words().titles.words)
    return line.endswith(endings) and not _STOPS.search(line)
