"""XML of office files, parsed within limits: no document type, no entity, nothing fetched, no depth without end, and
no more elements than a paper has.
"""

import codecs

from lxml import etree

from graph.errors import FileRefusedError
from loaders.limits import MOST_MARKS

_DOCTYPE = b"<!DOCTYPE"
_UTF_16 = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    "<".encode("utf-16-le"): "utf-16-le",
    "<".encode("utf-16-be"): "utf-16-be",
}
"""How parts in UTF-16 begin."""


def parse_xml(data: bytes) -> etree._Element:
    """The root of a part. Raises FileRefusedError where it is no XML, declares a document type or has too many
    elements.
    """
    data = _in_utf_8(data)
    if _DOCTYPE in data:
        raise FileRefusedError("file.damaged")
    check_marks(data)
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the part says of itself
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise FileRefusedError("file.damaged") from error


def check_marks(data: bytes) -> None:
    """Raises FileRefusedError for XML of more marks than a part may have: each costs twenty times its bytes."""
    if data.count(b"<") > MOST_MARKS:
        raise FileRefusedError("file.too_many_marks", limit=MOST_MARKS)


def _in_utf_8(data: bytes) -> bytes:
    """A part in UTF-8. Raises FileRefusedError for one that is neither in this nor in UTF-16, as every program writes
    it: in another encoding no document type could be looked for.
    """
    encoding = _UTF_16.get(data[:2])
    try:
        if encoding is None:
            data.decode()
            return data.removeprefix(codecs.BOM_UTF8)
        return data.decode(encoding).encode()
    except UnicodeError as error:
        raise FileRefusedError("file.damaged") from error
