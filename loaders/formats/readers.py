"""The formats that are read: a row each. A new one costs its own module and a row here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from graph.errors import FileRefusedError
from graph.messages.message import message
from loaders.containers.opening import CONTAINER_ENDINGS, INSIDE, is_container
from loaders.files.kinds import HTML, MHT, TEXT, kind_of
from loaders.formats import converted, plain_text, separated_values
from loaders.formats.content import Content
from loaders.formats.docx import file as docx_file
from loaders.formats.excel_2003 import file as excel_2003_file
from loaders.formats.html import file as html_file
from loaders.formats.html import mht as mht_file
from loaders.formats.markdown import file as markdown_file
from loaders.formats.ods import file as ods_file
from loaders.formats.ofd import file as ofd_file
from loaders.formats.pdf import file as pdf_file
from loaders.formats.refusals import refusal_of
from loaders.formats.xls import file as xls_file
from loaders.formats.xlsx import file as xlsx_file
from loaders.limits import MOST_BYTES

PartRow = Callable[[str], Iterator[tuple[int, str]]]
"""Parts the quote of a row into its cells, each with its offset in the quote."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How a format is read.

    `format` is kept with the file, `name` is said to people. `kinds` are those of `loaders.files.kinds` that it reads,
    the one that it is made for first; of several readers of a kind the ending of the file's name chooses, else the one
    made for it is taken. `endings` are those of
    the files that are taken from a folder. `locators` are the fields of a Source that tell places, the first the one by
    which a place is shown. `read` makes the content of bytes (FileRefusedError where it cannot), `part_row` parts the
    quote of a row into its cells. Files of more than `most_bytes` are refused.
    """

    format: str
    name: str
    kinds: tuple[str, ...]
    endings: tuple[str, ...]
    locators: tuple[str, ...]
    read: Callable[[bytes], Content]
    part_row: PartRow
    most_bytes: int = MOST_BYTES

    @property
    def has_lines(self) -> bool:
        """Whether places are told by lines."""
        return "line" in self.locators


READERS = (
    Reader(
        format="txt",
        name="plain text",
        kinds=(TEXT,),
        endings=(".txt",),
        locators=("line", "table", "row"),
        read=plain_text.read_plain_text,
        part_row=plain_text.part_row,
    ),
    Reader(
        format="md",
        name="Markdown",
        kinds=(TEXT,),
        endings=(".md", ".markdown"),
        locators=("line", "table", "row"),
        read=markdown_file.read_markdown_file,
        part_row=markdown_file.part_row,
    ),
    Reader(
        format="html",
        name="web page",
        kinds=(HTML, TEXT),
        endings=(".html", ".htm", ".shtml", ".xhtml"),
        locators=("table", "row", "paragraph"),
        read=html_file.read_html_file,
        part_row=html_file.part_row,
        most_bytes=html_file.MOST_BYTES,
    ),
    Reader(
        format="mht",
        name="web page in one file",
        kinds=(MHT,),
        endings=(".mht", ".mhtml"),
        locators=("table", "row", "paragraph"),
        read=mht_file.read_mht_file,
        part_row=mht_file.part_row,
        most_bytes=mht_file.MOST_BYTES,
    ),
    Reader(
        format="ofd",
        name="OFD",
        kinds=("ofd",),
        endings=(".ofd",),
        locators=("page", "table", "row"),
        read=ofd_file.read_ofd_file,
        part_row=ofd_file.part_row,
        most_bytes=ofd_file.MOST_BYTES,
    ),
    Reader(
        format="docx",
        name="Word",
        kinds=("docx",),
        endings=(".docx", ".docm"),
        locators=("table", "row", "paragraph"),
        read=docx_file.read_docx_file,
        part_row=docx_file.part_row,
        most_bytes=docx_file.MOST_BYTES,
    ),
    Reader(
        format="doc",
        name="Word 97, WPS, RTF, OpenDocument text",
        kinds=("doc", "rtf", "odt"),
        endings=(".doc", ".wps", ".rtf", ".odt"),
        locators=("table", "row", "paragraph"),
        read=converted.read_converted,
        part_row=converted.part_row,
        most_bytes=docx_file.MOST_BYTES,
    ),
    Reader(
        format="csv",
        name="CSV",
        kinds=(TEXT,),
        endings=(".csv", ".tsv"),
        locators=("line", "table", "row"),
        read=separated_values.read_separated_values,
        part_row=separated_values.part_row,
        most_bytes=separated_values.MOST_BYTES,
    ),
    Reader(
        format="xlsx",
        name="Excel workbook",
        kinds=("xlsx",),
        endings=(".xlsx", ".xlsm"),
        locators=("sheet", "table", "row", "column"),
        read=xlsx_file.read_xlsx_file,
        part_row=xlsx_file.part_row,
        most_bytes=xlsx_file.MOST_BYTES,
    ),
    Reader(
        format="xls",
        name="Excel 97, WPS workbook",
        kinds=("xls",),
        endings=(".xls", ".et"),
        locators=("sheet", "table", "row", "column"),
        read=xls_file.read_xls_file,
        part_row=xls_file.part_row,
        most_bytes=xls_file.MOST_BYTES,
    ),
    Reader(
        format="xml",
        name="Excel 2003 workbook",
        kinds=("excel_2003",),
        endings=(".xml",),
        locators=("sheet", "table", "row", "column"),
        read=excel_2003_file.read_excel_2003_file,
        part_row=excel_2003_file.part_row,
        most_bytes=excel_2003_file.MOST_BYTES,
    ),
    Reader(
        format="ods",
        name="OpenDocument sheet",
        kinds=("ods",),
        endings=(".ods",),
        locators=("sheet", "table", "row", "column"),
        read=ods_file.read_ods_file,
        part_row=ods_file.part_row,
        most_bytes=ods_file.MOST_BYTES,
    ),
    Reader(
        format="pdf",
        name="PDF",
        kinds=("pdf",),
        endings=(".pdf",),
        locators=("page", "table", "row", "paragraph"),
        read=pdf_file.read_pdf_file,
        part_row=pdf_file.part_row,
        most_bytes=pdf_file.MOST_BYTES,
    ),
)

_ENDINGS_OF_SHEETS = (".xls", ".et")
"""Endings under which programs write sheets as text too, and pages."""

ENDINGS = (*(ending for reader in READERS for ending in reader.endings), *CONTAINER_ENDINGS)
"""Endings of the files that are taken from a folder, and of those whose files are; a file that is named itself may bear
any.
"""


def reader_for(data: bytes, path: str) -> Reader:
    """The reader for bytes that lie under a name. Raises FileRefusedError, naming what they are, where none is."""
    kind = kind_of(data)
    fitting = [reader for reader in READERS if kind in reader.kinds]
    if not fitting:
        if is_container(data):
            raise FileRefusedError("file.container", kind=message(f"kind.{kind}"), inside=INSIDE)
        raise refusal_of(kind)
    ending = PurePath(path).suffix.lower()
    fitting.sort(key=lambda reader: reader.kinds[0] != kind)
    if ending in _ENDINGS_OF_SHEETS:
        fitting.sort(key=lambda reader: reader.format != "csv")
    return next((reader for reader in fitting if ending in reader.endings), fitting[0])


def reader_of(format_: str) -> Reader:
    """The reader of a format by its name, the first for one that is not known (a store of another version)."""
    return next((reader for reader in READERS if reader.format == format_), READERS[0])
