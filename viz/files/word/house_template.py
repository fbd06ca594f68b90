"""The template of the house for a list of tasks in Word: A4 across, title, what was chosen, table, what it rests on.

An office takes it (`plangraph export word-template`), changes it in Word and names it as its own. The same bytes on
every run.
"""

import re
from collections.abc import Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from graph.messages.sentences import say
from graph.messages.tables import Lang
from viz.files.handed_list import SAID, Said, headings
from viz.files.sheets import FONT
from viz.files.word.packing import packed
from viz.files.word.template_marks import BASIS, MARKS, SENTENCE, TITLE, UNTIL, marked

WIDTHS: dict[Said, int] = {
    "number": 13,
    "title": 38,
    "content": 70,
    "lead": 27,
    "others": 34,
    "leaders": 21,
    "due": 28,
    "progress": 26,
    "notes": 20,
}
"""In millimetres: together 277, what A4 across has between margins of 10 mm."""
POINTS = 10.5
_FIELDS = {"&P": "PAGE", "&N": "NUMPAGES"}
_FIELD = re.compile(r"(&[PN])")


def house_template(lang: Lang) -> bytes:
    """The template as a Word file, its words in a language; marks are the same in each."""
    document = Document()
    _page(document)
    _paragraph(
        document.add_paragraph(), say(lang, "taken.dated", title=marked(TITLE), until=marked(UNTIL)), 16, bold=True
    )
    _paragraph(document.add_paragraph(), marked(SENTENCE), 10)
    table = document.add_table(rows=2, cols=len(SAID))
    _table(table, headings(lang))
    last = _paragraph(
        document.add_paragraph(), say(lang, "taken.based_marks", basis=marked(BASIS), until=marked(UNTIL)), 10
    )
    last.paragraph_format.space_before = Pt(4)
    _footer(document.sections[0].footer.paragraphs[0], say(lang, "taken.page"))
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = say(lang, "taken.tasks_listed")
    return packed(document)


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin, section.bottom_margin = Mm(13), Mm(15)
    section.footer_distance = Mm(7)
    normal = document.styles["Normal"]
    if not isinstance(normal, ParagraphStyle):
        raise TypeError(normal)
    normal.font.size = Pt(POINTS)
    normal.font.name = FONT
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)


def _paragraph(paragraph: Paragraph, words: str, points: float, *, bold: bool = False) -> Paragraph:
    run = paragraph.add_run(words)
    run.bold = bold
    run.font.size = Pt(points)
    if bold:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _table(table: Table, heads: Mapping[Said, str]) -> None:
    """The head, which is repeated on each page, and the row that is written again for each task."""
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for row in table.rows:
        for cell, key in zip(row.cells, SAID, strict=True):
            cell.width = Mm(WIDTHS[key])
    for column, key in zip(table.columns, SAID, strict=True):
        column.width = Mm(WIDTHS[key])
    head, line = table.rows
    _property(head, "w:tblHeader")
    _property(line, "w:cantSplit")
    for cell, heading in zip(head.cells, heads.values(), strict=True):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].add_run(heading).bold = True
    for cell, mark in zip(line.cells, MARKS.values(), strict=True):
        cell.paragraphs[0].add_run(marked(mark))


def _property(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no name for it


def _footer(paragraph: Paragraph, words: str) -> None:
    """第 1 页，共 2 页, in fields that Word fills: `words` has &P and &N for them."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in _FIELD.split(words):
        if part in _FIELDS:
            _field(paragraph.add_run(), _FIELDS[part])
        else:
            paragraph.add_run(part)


def _field(run: Run, name: str) -> None:
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = name
        run._r.append(element)  # noqa: SLF001 - likewise
