"""Lines become paragraphs: a line that is full where all are wrapped at one width, or that breaks off, goes on in the
next one, also over a page's end.

Every reader gets the same paragraphs; none joins wrapped lines for itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded
from graph.words.numbering import number_at
from graph.words.signs import GOES_ON, HAN, LINE_STOPS
from loaders.files.plain import TextLine
from loaders.formats.displaced import drops_out, is_displaced
from loaders.formats.wrapping import NOT_WRAPPED, Wrapping, find_wrapping, is_indented
from loaders.prose.labels import label_at
from loaders.text import Words
from loaders.vocabulary.plans import plan_words

_LONGEST_WRAPPED = 130  # characters of a line above which it is a paragraph of its own width
_NUMBER = 40  # characters in which a number or a label at a line's start stands
_HEAD = 12  # lines at the beginning among which the title stands
_SIGN = re.compile("[,。、;:!?]")
_PROSE = 20  # characters of a line that is prose rather than a heading
_KEY = re.compile(rf"[{HAN}]{{2,10}} ?:(?!//)")
_CLOSES_WITHIN = 18  # characters of the next line in which a bracket closes


def join_lines(lines: Sequence[TextLine]) -> Iterator[Words]:
    """The paragraphs of lines outside tables, in order; blank lines and page numbers are none."""
    kept = [index for index, line in enumerate(lines) if not (line.blank or line.page)]
    wrappings = _wrappings(lines, kept)
    fields = _fields(lines, kept)
    parts: list[Words] = []
    at = 0
    while at < len(kept):
        line = lines[kept[at]]
        parts.append(line.words)
        step = 0 if at + 1 in fields else _goes_on(lines, kept, at, wrappings)
        if step > 1 and not drops_out(line.words.text, lines[kept[at + 2]].words.text):
            parts.append(lines[kept[at + 1]].words)
        if step == 0:
            yield parts[0] if len(parts) == 1 else Words.join(parts)
            parts = []
        at += step or 1


def _wrappings(lines: Sequence[TextLine], kept: Sequence[int]) -> list[Wrapping]:
    """How each line is wrapped: as those around it, up to a line that is longer than any wrapped one."""
    found: list[Wrapping] = []
    run: list[int] = []
    for index in [*kept, None]:
        if index is not None and len(lines[index].words.text) <= _LONGEST_WRAPPED:
            run.append(index)
            continue
        if run:
            close = not any(line.blank for line in lines[run[0] : run[-1]])
            found += [find_wrapping([lines[one].with_indent for one in run], close=close)] * len(run)
        run = []
        found += [NOT_WRAPPED] if index is not None else []
    return found


def _fields(lines: Sequence[TextLine], kept: Sequence[int]) -> frozenset[int]:
    """Which of the kept lines begin with a key that begins others too (督办事项：…), which is no rest of a line; one
    behind a line whose bracket is open may be.
    """
    keys = [match.group() if (match := _KEY.match(lines[index].words.folded)) else "" for index in kept]
    counts = Counter(keys)
    return frozenset(
        at for at, key in enumerate(keys) if key and counts[key] > 1 and not (at and _is_open(lines[kept[at - 1]]))
    )


def _is_open(line: TextLine) -> bool:
    folded = line.words.folded
    return folded.rfind("(") > folded.rfind(")")


def _goes_on(lines: Sequence[TextLine], kept: Sequence[int], at: int, wrappings: Sequence[Wrapping]) -> int:
    """How many lines further the words of a line go on: 0 if they end with it, 2 over a displaced one."""
    if at + 1 >= len(kept):
        return 0
    line, following, wrapping = lines[kept[at]], lines[kept[at + 1]], wrappings[at]
    full = wrapping.is_full(line.with_indent)
    if at + 2 < len(kept) and is_displaced(following.words.text):
        behind = lines[kept[at + 2]]
        broken = (full and not _ends(line)) or _closes_soon(line, behind)
        if broken and not _begins(behind, wrapping):
            return 2
    between = lines[kept[at] + 1 : kept[at + 1]]
    page = any(one.page for one in between)
    if wrapping.solid or _begins(following, wrapping) or (at < _HEAD and _ends_title(line)):
        return int(wrapping.solid)
    if _ends(line):
        return int(not between and full and _flows(line, following, wrapping))
    if full:
        return int(page or len(between) <= 1)
    return int((not between or page) and _breaks_off(line, following, page=page))


def _ends_title(line: TextLine) -> bool:
    """Whether a line ends like a title and holds no sign inside, however full it is."""
    text = line.words.folded
    return bool(_title_end().search(text)) and not _SIGN.search(text)


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"(?:的[{HAN}]{{1,3}}|{any_of(plan_words().tail.words)})$")


def _ends(line: TextLine) -> bool:
    return line.words.text.endswith(LINE_STOPS)


def _begins(line: TextLine, wrapping: Wrapping) -> bool:
    """Whether a line begins something: an item, a label, a paragraph that is indented as others are."""
    if wrapping.indented and is_indented(line.with_indent):
        return True
    folded = Folded(line.words.folded[:_NUMBER])
    number = number_at(folded)
    if number is not None and not number.tight:
        return True
    label = label_at(folded, 0)
    return label is not None and label.colon


def _flows(line: TextLine, following: TextLine, wrapping: Wrapping) -> bool:
    """Whether words go on behind a stop at the end of a full line: where paragraphs are indented and this line is not,
    or where no sign more would fit and the line opens no list.
    """
    if wrapping.indented:
        return not is_indented(following.with_indent)
    return wrapping.is_quite_full(line.with_indent) and not line.words.text.endswith(("：", ":"))


def _breaks_off(line: TextLine, following: TextLine, *, page: bool) -> bool:
    """Whether a line that is not full breaks off: at a sign behind which words must come, inside a bracket that closes
    soon, or, at a page's end, in prose.
    """
    text, next_text = line.words.folded, following.words.folded
    if line.words.text.endswith(GOES_ON) or next_text.startswith(("、", ",")):
        return True
    if _closes_soon(line, following):
        return True
    return page and len(text) > _PROSE and any(sign in text for sign in ",。、;")


def _closes_soon(line: TextLine, following: TextLine) -> bool:
    """Whether a bracket that a line opens closes within the first words of another."""
    text, next_text = line.words.folded, following.words.folded
    close = next_text.find(")", 0, _CLOSES_WITHIN)
    return text.rfind("(") > text.rfind(")") and close >= 0 and "(" not in next_text[:close]
