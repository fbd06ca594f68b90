"""Small OpenDocument sheets made of strings of XML: each function gives a piece, `ods` the bytes of the file."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
_SPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMES.items())
MIME = "application/vnd.oasis.opendocument.spreadsheet"
STRUCK = (
    '<style:style style:name="gone" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="gone-words" style:family="text">'
    '<style:text-properties style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def cell(words: str = "", *, across: int = 1, down: int = 1, more: str = "", inner: str = "") -> str:
    """A cell that shows words, one paragraph a line; `more` are attributes, `inner` stands for its paragraphs."""
    spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"' if across * down > 1 else ""
    shown = inner or "".join(f"<text:p>{escape(line)}</text:p>" for line in words.split("\n") if words)
    kind = ' office:value-type="string"' if shown and "value-type" not in more else ""
    return f"<table:table-cell{spans}{kind} {more}>{shown}</table:table-cell>"


def covered(times: int = 1) -> str:
    """Cells under a merged one."""
    return f'<table:covered-table-cell table:number-columns-repeated="{times}"/>'


def row(*cells: str, more: str = "") -> str:
    """A row of cells, each words or a `cell`."""
    inner = "".join(one if one.startswith("<table:") else cell(one) for one in cells)
    return f"<table:table-row {more}>{inner}</table:table-row>"


def sheet(*rows: str, name: str = "表1", more: str = "", columns: str = "") -> str:
    """A sheet of rows."""
    return f'<table:table table:name="{name}" {more}>{columns}{"".join(rows)}</table:table>'


def ods(*sheets: str, styles: str = STRUCK, opening: str = "", manifest: str = "") -> bytes:
    """The bytes of a file with these sheets; `opening` stands before the root."""
    content = (
        f"{opening}<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body></office:document-content>"
    )
    listed = f'<manifest:manifest {_SPACES}><manifest:file-entry manifest:full-path="content.xml">{manifest}'
    listed += "</manifest:file-entry></manifest:manifest>"
    return packed({"mimetype": MIME, "content.xml": content, "META-INF/manifest.xml": listed})


def packed(parts: dict[str, str], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of parts, its kind first and not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", level) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_STORED if name == "mimetype" else level)
    return out.getvalue()


def rows_of(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of words."""
    return [row(*one) for one in rows]
