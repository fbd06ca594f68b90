"""Word documents made of strings of XML: each function gives a piece, `docx` the bytes of the file."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header")
_NAMESPACES = (
    'xmlns:w="{word}" xmlns:r="{office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def raw(inner: str, properties: str = "", mark: str = "") -> str:
    """A paragraph that holds pieces; `mark` are the properties of its mark."""
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{inner}</w:p>"


def p(words: str = "", number: tuple[int, int] | None = None, style: str = "") -> str:
    """A paragraph of words, with the list and level of its number."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return raw(run(words) if words else "", properties)


def tc(content: str, span: int = 1, down: str = "", properties: str = "") -> str:
    """A cell; `content` is words, one paragraph a line, or pieces of XML. `down` is "restart" or "continue"."""
    inner = content if content.startswith("<") else "".join(map(p, content.split("\n")))
    settings = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{down}"/>' if down else "")
    return f"<w:tc><w:tcPr>{settings}{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, each words or a `tc`."""
    inner = "".join(cell if cell.startswith(("<w:tc>", "<w:sdt>")) else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table of rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sdt(inner: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def level(at: int, template: str, format_: str = "decimal", rest: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{rest}'
        f'<w:lvlText w:val="{template}"/></w:lvl>'
    )


def lists(definitions: Mapping[int, str], used: Mapping[int, tuple[int, str]] | None = None) -> str:
    """The part of lists: the levels of each definition, and of each list its definition and its overrides."""
    used = used or {number: (number, "") for number in definitions}
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>' for number, levels in definitions.items()
    )
    concrete = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'
        for number, (of, overrides) in used.items()
    )
    return abstract + concrete


_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
_ROOTS |= {"comments": "comments", "header": "hdr"}


def docx(body: str, parts: Mapping[str, str] | None = None, *, strict: bool = False, opening: str = "") -> bytes:
    """The bytes of a document: its body, and its other parts by their kind. `opening` stands before the root."""
    parts = parts or {}
    assert set(parts) <= set(_KINDS)
    names = _NAMESPACES.format(word=STRICT if strict else TRANSITIONAL, office=_STRICT_OFFICE if strict else _OFFICE)
    office = _STRICT_OFFICE if strict else _OFFICE
    main = f"{opening}<w:document {names}><w:body>{body}<w:sectPr/></w:body></w:document>"
    written = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}, office),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}, office),
    }
    written |= {
        f"word/{kind}.xml": f"<w:{_ROOTS[kind]} {names}>{part}</w:{_ROOTS[kind]}>" for kind, part in parts.items()
    }
    return packed({"[Content_Types].xml": types(parts), **written})


def types(parts: Iterable[str]) -> str:
    """The part that names the types of the others, without which no office opens a file."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    named = {"document": "document.main", **{name: name for name in parts}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}{of}+xml"/>' for name, of in named.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{relations}"/>{overrides}</Types>'
    )


def relations(targets: Mapping[str, str], office: str = _OFFICE) -> str:
    """The part that leads to others."""
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{office}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of an archive of these parts."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return archive.getvalue()
