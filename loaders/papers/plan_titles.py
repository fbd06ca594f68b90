"""Lines that are the title of a plan, also where a title is broken over two or three lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import fold, squeeze
from graph.words.numbering import number_at
from graph.words.signs import CLOSING
from loaders.owners.unit_lists import is_body
from loaders.text import Block, Paragraph, Table, Words
from loaders.vocabulary.heads import head_words
from loaders.vocabulary.plans import plan_words

_LONGEST = 64  # characters of a line of a title; the longest title of seeds and corpus has 28
_LETTER = 40  # blocks at the beginning among which the letter stands
_SHORT_LINE = 16  # characters below which the last line of a title may belong to the line above


@dataclass(frozen=True, slots=True)
class Title:
    """A title that fills the blocks from index `first` to `behind`."""

    text: str
    first: int
    behind: int
    words: Words


def find_titles(blocks: Sequence[Block]) -> list[Title]:
    """The titles of plans among the blocks, in order: those in 方案, or where there is none, of other kinds.

    A line right above a table is the table's title; it is a plan's only where a paper has no other.
    """
    endings, others = plan_words().title.endings, plan_words().title.other_endings
    for words, tables in ((endings, False), (others, False), (endings, True), (others, True)):
        titles = [title for index in range(len(blocks)) if (title := _title_at(blocks, index, words, tables=tables))]
        if titles:
            return _without_overlap(titles)
    return []


@cache
def _never() -> re.Pattern[str]:
    """What no line of a title holds."""
    return re.compile("|".join(plan_words().lines.never))


@cache
def _begin() -> re.Pattern[str]:
    """How an earlier line of a broken title begins."""
    return re.compile("|".join(plan_words().lines.begin))


def _title_at(blocks: Sequence[Block], index: int, endings: tuple[str, ...], *, tables: bool) -> Title | None:
    """The title whose last line is the block at `index`."""
    line = _line(blocks[index])
    if (
        not line
        or not _without_state(line).endswith(endings)
        or not _bare(line)
        or (_is_table_title(blocks, index) and not tables)
    ):
        return None
    if index + 1 < len(blocks) and _line(blocks[index + 1]).startswith(head_words().going_on.words):
        return None
    first = index
    while first > 0 and index - first < 2 and _belongs(blocks, first, line):  # noqa: PLR2004 - three lines at most
        first -= 1
        line = _line(blocks[first]) + line
        if _has_name(line):
            break
    if not _has_name(line):
        return None
    lines = [block.words for block in blocks[first : index + 1] if isinstance(block, Paragraph)]
    return Title(line, first, index + 1, Words.join(lines))


def _line(block: Block) -> str:
    return squeeze(block.words.text) if isinstance(block, Paragraph) and len(block.words.text) < 2 * _LONGEST else ""


def _bare(line: str) -> bool:
    return len(line) <= _LONGEST and not _never().search(line) and not number_at(fold(line)) and not is_attachment(line)


def is_attachment(line: str) -> bool:
    """Whether a line names an attachment (附件2：…)."""
    return line.startswith(plan_words().attachment.words)


@cache
def _state() -> re.Pattern[str]:
    """A bracket behind a title that says what the paper is yet, or for which years."""
    return re.compile(rf"\((?:{any_of(plan_words().state.words)}|\d{{4}}年?[-至]\d{{4}}年?)\)$")


def _without_state(line: str) -> str:
    match = _state().search(fold(line)) if line.endswith(tuple(CLOSING)) else None
    return line[: match.start()] if match else line


def _has_name(line: str) -> bool:
    """Whether a line says what the plan is about, beside the words that end its title (工作方案)."""
    line = _without_state(line)
    tail = max((word for word in plan_words().tail.words if line.endswith(word)), key=len, default="")
    return len(line) - len(tail) > 1


def _belongs(blocks: Sequence[Block], first: int, line: str) -> bool:
    """Whether the block before `first` is an earlier line of the title that so far reads `line`."""
    before = _line(blocks[first - 1])
    if not before or not _bare(before) or is_body(before) or _is_notice(before):
        return False
    if line in plan_words().tail.words or _is_quoted(before + line, blocks):
        return True
    if line.count("“") != line.count("”"):
        return True
    return len(line) < _SHORT_LINE < len(before) * 2 and bool(_begin().match(before))


def _is_quoted(title: str, blocks: Sequence[Block]) -> bool:
    """Whether the letter above names a title of these words (现将《…》印发给你们)."""
    letter = (block.words.text for block in blocks[:_LETTER] if isinstance(block, Paragraph))
    return any(f"《{title}》" in squeeze(words) for words in letter if "《" in words)


def _is_notice(line: str) -> bool:
    return line.endswith((*head_words().notice.endings, "》"))


def _is_table_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line stands right above a table, whose title it is then."""
    return index + 1 < len(blocks) and isinstance(blocks[index + 1], Table)


def _without_overlap(titles: Sequence[Title]) -> list[Title]:
    kept: list[Title] = []
    for title in titles:
        if kept and (title.first < kept[-1].behind or _repeats(kept[-1], title)):
            continue
        kept.append(title)
    return kept


def _repeats(before: Title, title: Title) -> bool:
    """Whether a title only says the one right above it again."""
    return title.first == before.behind and title.text == before.text
