"""The marks of a template: what stands in double braces is replaced ({{任务}}), all else stays as the office set it.

Marks of the list may stand anywhere; a row of a table with marks of a task is written again for each task. Word parts
what was typed into runs as it likes, so a mark may begin in one and end in another: it is put where it begins, in the
looks that it has there.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from lxml.etree import _Element

from viz.drawing.shapes import text
from viz.files.handed_list import headings

MARKS = headings("zh")
"""The marks of what a line says, in every language."""
TITLE, UNTIL, SENTENCE, BASIS, NUMBER = "标题", "截至", "条件", "依据", "项数"
OF_LIST = (TITLE, UNTIL, SENTENCE, BASIS, NUMBER)
PLAN, SOURCES, LAST_DAY = "方案", "出处", "最后期限"
OF_TASK = (*MARKS.values(), PLAN, SOURCES, LAST_DAY)
_MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def marked(name: str) -> str:
    """A mark as it is written in a template."""
    return "{{" + name + "}}"


def marks_in(element: _Element) -> list[str]:
    """The names of all marks in a part of a document, in their order."""
    return [name for paragraph in _paragraphs(element) for name in _MARK.findall(_words(paragraph))]


def fill(element: _Element, values: Mapping[str, str]) -> None:
    """Put values in the place of the marks in a part of a document; a line break in a value breaks the line."""
    for paragraph in list(_paragraphs(element)):
        _fill_paragraph(paragraph, lambda name: text(values[name]).replace("\r", ""))


def _paragraphs(element: _Element) -> Iterator[CT_P]:
    for one in element.iter(qn("w:p")):
        if isinstance(one, CT_P):
            yield one


def _runs(paragraph: CT_P) -> list[CT_R]:
    """The runs of a paragraph, those within links too, without those of paragraphs inside it (text boxes)."""
    found = paragraph.iter(qn("w:r"))
    return [one for one in found if isinstance(one, CT_R) and next(one.iterancestors(qn("w:p"))) is paragraph]


def _words(paragraph: CT_P) -> str:
    return "".join(run.text for run in _runs(paragraph))


def _fill_paragraph(paragraph: CT_P, value: Callable[[str], str]) -> None:
    runs = _runs(paragraph)
    words = [run.text for run in runs]
    found = list(_MARK.finditer("".join(words)))
    starts = [sum(map(len, words[:number])) for number in range(len(words))]
    for mark in reversed(found):
        touched = [n for n, start in enumerate(starts) if start < mark.end() and start + len(words[n]) > mark.start()]
        for number in reversed(touched):
            begin = max(mark.start() - starts[number], 0)
            end = mark.end() - starts[number]
            put = value(mark[1]) if number == touched[0] else ""
            words[number] = words[number][:begin] + put + words[number][max(end, 0) :]
            runs[number].text = words[number]
