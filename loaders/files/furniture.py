"""Lines of the web page around a copied paper: menus, the way to the page, its buttons and counters, who runs the site
(主办：县政府 承办：县政府办).

Their words look like titles, issuers and labels of a paper; no reader sees them. A line is the page's by its whole
form. It holds no sentence, no number of an item and no day of the paper, and it tells of the page (网站标识码); or it
stands near the top or the end of the text and is nothing but buttons, or begins like a way or a foot.
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded
from graph.words.numbering import number_at
from loaders.vocabulary.furniture import furniture_words

_NEAR = 2  # lines between a line that surely is the page's and one like it
_LONGEST = 200  # characters of a line that is looked at
_TOP = 25  # lines at the beginning of a text in which a page's head stands, up to the first numbered one
_END = 25  # lines at its end in which a page's foot stands
_STEPS = 2  # signs between the steps of a way
_LONGEST_STEP = 20  # characters of such a step
_SENTENCE = re.compile("[。;!?]")
_STEP = re.compile("[>»›→]+")


def page_furniture(lines: Sequence[Folded]) -> set[int]:
    """Which of the folded lines without white space are a page's own; empty lines count as none."""
    filled = [index for index, line in enumerate(lines) if line]
    numbered = (at for at, index in enumerate(filled) if number_at(lines[index]))
    top = set(filled[: min(_TOP, next(numbered, _TOP))])
    edges = top | set(filled[-_END:])
    looked_at = [index for index in filled if _is_short(lines[index])]
    found = {
        index
        for index in looked_at
        if _of_a_page().search(lines[index]) or (index in edges and _is_sure(lines[index], top=index in top))
    }
    beside = {
        index
        for index in looked_at
        if lines[index].startswith(furniture_words().beside.words)
        and not found.isdisjoint(range(index - _NEAR, index + _NEAR + 1))
    }
    return found | beside | _menus(lines, filled, found)


def foot_start(line: Folded) -> int:
    """Where a page's foot begins that stands behind the last sentence of a paper on one line with it
    (…。 打印 关闭 主办：县政府); the length of the line where none does.
    """
    behind = max(line.rfind(sign) for sign in "。;!?") + 1
    found = _foot().search(line, max(behind, len(line) - _LONGEST))
    if found is None:
        return len(line)
    rest = line[found.start() :]
    surely = len(_control().findall(found[0])) > 1 or _of_a_page().search(rest)
    return found.start() if surely and not _of_the_paper().search(rest) else len(line)


@cache
def _foot() -> re.Pattern[str]:
    """Buttons in a row, or a word with which a foot begins."""
    words = furniture_words()
    button = rf"[【\[(|]?(?:{any_of(words.controls.words)})[】\])|:]?\s*"
    return re.compile(rf"(?<![\w、])(?:(?:{button}){{2,}}|{any_of({*words.foot.words, *words.beside.words})})")


def _is_short(line: Folded) -> bool:
    return len(line) <= _LONGEST and not (_SENTENCE.search(line) or number_at(line) or _of_the_paper().search(line))


@cache
def _of_the_paper() -> re.Pattern[str]:
    return re.compile(any_of(furniture_words().papers.words))


@cache
def _of_a_page() -> re.Pattern[str]:
    return re.compile(any_of({*furniture_words().sure.words, *furniture_words().counters.words}))


def _is_sure(line: Folded, *, top: bool) -> bool:
    """Whether a line near the top is the way to the page, near the end begins its foot, or is nothing but buttons."""
    words = furniture_words()
    if line.startswith(words.way.words if top else words.foot.words):
        return True
    steps = _STEP.split(line)
    if top and len(steps) > _STEPS and all(0 < len(step) <= _LONGEST_STEP for step in steps):
        return ":" not in line and "," not in line
    return _controls(line) > 1


def _menus(lines: Sequence[Folded], filled: Sequence[int], found: set[int]) -> set[int]:
    """Buttons one a line, from the first or the last line of the text on, other lines of the page between them."""
    menus: set[int] = set()
    for order in (filled, filled[::-1]):
        for index in order[:_TOP]:
            if index not in found and not _controls(lines[index]):
                break
            menus.add(index)
    return menus


def _controls(line: Folded) -> int:
    """How many buttons a line consists of, 0 if it holds anything else."""
    rest, count = _control().subn("", line)
    return 0 if any(map(str.isalnum, rest)) else count


@cache
def _control() -> re.Pattern[str]:
    return re.compile(f"(?:我要)?(?:{any_of(furniture_words().controls.words)})")
