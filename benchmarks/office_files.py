"""Reading Word documents and workbooks against opening and walking the same file with the library beneath.

The files are made as Word and WPS write them: each run with its fonts, each paragraph and cell with its settings, words
cut into several runs. `python -m benchmarks.office_files` prints both times and their ratio, of one run.
"""

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

import openpyxl
from lxml import etree

from loaders.read import read_bytes

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONTS = (
    '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/>'
    '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
)
_LINES = (
    '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/>'
    '<w:rPr><w:sz w:val="32"/></w:rPr></w:pPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom")
)
_ROWS, _PARAGRAPHS, _SHEET_ROWS = 1_000, 1_000, 5_000
_HEADER = ("序号", "督查事项", "具体任务", "牵头领导", "牵头单位", "配合单位", "完成时限", "进展情况", "备注")
_TIMES = 5


def _paragraph(words: str) -> str:
    cut = [words[at : at + 12] for at in range(0, len(words), 12)] or [""]
    runs = "".join(f"<w:r>{_FONTS}<w:t>{escape(part)}</w:t></w:r>" for part in cut)
    return f'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">{_LINES}{runs}</w:p>'


def _cell(words: str, merge: str = "") -> str:
    settings = f'<w:tcW w:w="1200" w:type="dxa"/>{merge}<w:tcBorders>{_BORDERS}</w:tcBorders><w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{_paragraph(words)}</w:tc>"


def _row(at: int) -> tuple[str, ...]:
    work = f"完成第{at}项工程的清淤、护坡和沿线绿化，确保质量和安全，年底前全面完工并通过验收"
    return (str(at), f"民生工程{at}", work, "张三", "县水利局", "县财政局、各乡镇", "2025年6月底", "已开工", "")


def word_file() -> bytes:
    """A document of many paragraphs and one long table, an owner merged over five rows each."""
    prose = "".join(
        _paragraph(f"（{at}）加强组织领导。各级各部门要高度重视第{at}项工作，明确责任分工，确保各项任务落实到位。")
        for at in range(_PARAGRAPHS)
    )
    rows = ["".join(map(_cell, _HEADER))]
    for at in range(1, _ROWS + 1):
        merge = '<w:vMerge w:val="restart"/>' if at % 5 == 1 else "<w:vMerge/>"
        cells = _row(at)
        rows.append("".join(_cell(words, merge if column == 4 else "") for column, words in enumerate(cells)))  # noqa: PLR2004
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    grid = "".join('<w:gridCol w:w="1200"/>' for _ in _HEADER)
    body = f"{_paragraph('望川县2025年重点工作任务清单')}{prose}<w:tbl><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def workbook() -> bytes:
    """A workbook with a long list under a title."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["望川县2025年重点工作督查台账"])
    sheet.append(_HEADER)
    for at in range(1, _SHEET_ROWS + 1):
        sheet.append([at, *_row(at)[1:-1]])
    sheet.merge_cells("A1:I1")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def walk_word_file(data: bytes) -> list[str]:
    """The words of each paragraph, found by lxml alone."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return list(_paragraphs(root))


def _paragraphs(root: etree._Element) -> Iterator[str]:
    pieces: list[str] = []
    for element in root.iter():
        if element.tag == f"{{{_WORD}}}p":
            yield "".join(pieces)
            pieces = []
        elif element.tag == f"{{{_WORD}}}t":
            pieces.append(element.text or "")


def walk_workbook(data: bytes) -> list[list[str]]:
    """The words of each row, found by openpyxl alone."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return [[str(cell.value) for cell in row if cell.value is not None] for sheet in book for row in sheet.iter_rows()]


def _seconds(function: Callable[[bytes], object], data: bytes) -> float:
    taken = []
    for _ in range(_TIMES):
        start = time.process_time()
        function(data)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print, for each format, the bytes of the file, both times and their ratio."""
    for name, data, walk in (("docx", word_file(), walk_word_file), ("xlsx", workbook(), walk_workbook)):
        walked = _seconds(walk, data)
        read = _seconds(lambda given, ending=name: read_bytes(given, f"plan.{ending}"), data)  # type: ignore[misc]
        print(f"{name}: {len(data):,} bytes, walked in {walked:.3f} s, read in {read:.3f} s, {read / walked:.2f} times")


if __name__ == "__main__":
    main()
