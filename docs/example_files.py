"""Writes the example plans as office files, examples/office: `python -m docs.example_files` (needs LibreOffice).

Each is the same paper as the text of its name, as an office would have it: with merged cells and ruled tables.
"""

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import xlsxwriter

from loaders.read import read
from loaders.text import Paragraph

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
OFFICE = EXAMPLES / "office"
MERGED = frozenset({"工作类别", "类别", "任务名称"})
"""Columns of the examples in which an empty cell is the rest of the one above it."""
SECONDS = 180
_DAY = dt.datetime(2021, 4, 12, tzinfo=dt.UTC)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LANGUAGE = '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:lang w:eastAsia="zh-CN"/></w:rPr>'
_MADE = re.compile(rb"(/CreationDate ?\(D:|/DocChecksum /|/ID ?\[ ?<|<)([0-9A-F]{14,32})(?=[Z>'\s+-])")
_WIDTH = 9000
"""Twentieths of a point that a table is wide."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table of a paper, its header first; in columns of `merged` an empty cell is the rest of the one above it."""

    rows: tuple[tuple[str, ...], ...]
    merged: frozenset[int] = frozenset()

    def goes_on(self, row: int, column: int) -> bool:
        """Whether a cell is the rest of the one above it."""
        return column in self.merged and row > 1 and not self.rows[row][column]

    def height(self, row: int, column: int) -> int:
        """Over how many rows a cell reaches."""
        behind = row + 1
        while behind < len(self.rows) and self.goes_on(behind, column):
            behind += 1
        return behind - row


Paper = Sequence[str | PaperTable]
"""Paragraphs and tables."""


def as_docx(paper: Paper) -> bytes:
    """The paper as a Word document."""
    body = "".join(_table(one) + "<w:p/>" if isinstance(one, PaperTable) else _paragraph(one) for one in paper)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}'.encode())
    return out.getvalue()


def _paragraph(words: str) -> str:
    return f'<w:p><w:r>{_LANGUAGE}<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def _table(table: PaperTable) -> str:
    columns = len(table.rows[0])
    grid = f'<w:gridCol w:w="{_WIDTH // columns}"/>' * columns
    rows = "".join(f"<w:tr>{''.join(_cells(table, row))}</w:tr>" for row in range(len(table.rows)))
    settings = f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{settings}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _cells(table: PaperTable, row: int) -> Iterator[str]:
    width = _WIDTH // len(table.rows[0])
    for column, words in enumerate(table.rows[row]):
        merge = ' w:val="restart"' if table.height(row, column) > 1 else ""
        down = f"<w:vMerge{merge}/>" if merge or table.goes_on(row, column) else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{down}</w:tcPr>{_paragraph(words)}</w:tc>'


def as_xlsx(paper: Paper, sheet: str) -> bytes:
    """The paper as a workbook of one sheet; a paragraph is a cell over all columns."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _DAY.replace(tzinfo=None)})
    page = book.add_worksheet(sheet)
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    line = book.add_format({"text_wrap": True})
    last = max(len(one.rows[0]) for one in paper if isinstance(one, PaperTable)) - 1
    at = 0
    for one in paper:
        if isinstance(one, str):
            page.merge_range(at, 0, at, last, one, line)
            at += 1
            continue
        for row, words in enumerate(one.rows):
            for column, text in enumerate(words):
                if (height := one.height(row, column)) > 1:
                    page.merge_range(at + row, column, at + row + height - 1, column, text, cell)
                elif not one.goes_on(row, column):
                    page.write_string(at + row, column, text, cell)
        at += len(one.rows)
    book.close()
    return out.getvalue()


def converted(data: bytes, ending: str, to: str) -> bytes:
    """What LibreOffice makes of a file with an ending, as a file with another one. Raises RuntimeError without it."""
    program = next((found for name in ("soffice", "libreoffice") if (found := shutil.which(name))), None)
    if program is None:
        raise RuntimeError("LibreOffice is not installed")
    with TemporaryDirectory() as folder:
        given = Path(folder) / f"plan{ending}"
        given.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to.removeprefix(".")]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(_DAY.timestamp()))}
        subprocess.run(  # noqa: S603 - a program that is installed, on a file of our own
            [*command, "--outdir", folder, str(given)],
            check=True,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
        )
        return _timeless(given.with_suffix(to).read_bytes())


def _timeless(data: bytes) -> bytes:
    """A file without the moment of its making, which a PDF names, alone and in its digests."""
    return (
        _MADE.sub(lambda found: found[1] + re.sub(rb"[0-9A-F]", b"0", found[2]), data) if data[:4] == b"%PDF" else data
    )


def paper_of(path: Path) -> Paper:
    """The paper that a text is, tables with the cells that are merged in an office's file."""
    return tuple(_blocks(path))


def _blocks(path: Path) -> Iterator[str | PaperTable]:
    for block in read(path).blocks:
        if isinstance(block, Paragraph):
            yield block.words.text
            continue
        rows = [tuple(cell.text for cell in row.cells) for row in (*block.header_rows, *block.rows)]
        merged = (at for at, name in enumerate(rows[0]) if name in MERGED)
        yield PaperTable(_same_width(rows), frozenset(merged))


def _same_width(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    listed = list(rows)
    return tuple((*row, *[""] * (len(listed[0]) - len(row))) for row in listed)


def write() -> None:
    """Write the office files of the examples."""
    OFFICE.mkdir(exist_ok=True)
    (OFFICE / "notice.docx").write_bytes(as_docx(paper_of(EXAMPLES / "notice.txt")))
    (OFFICE / "task-list.xlsx").write_bytes(as_xlsx(paper_of(EXAMPLES / "task-list.txt"), "任务清单"))
    mergers = as_docx(paper_of(EXAMPLES / "mergers.txt"))
    (OFFICE / "mergers.pdf").write_bytes(converted(mergers, ".docx", ".pdf"))


if __name__ == "__main__":
    write()
