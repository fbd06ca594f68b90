"""XML of office files, parsed within limits: no document type, no entity, nothing fetched, no depth without end."""

from lxml import etree

from graph.errors import FileRefusedError

_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes) -> etree._Element:
    """The root of a part. Raises FileRefusedError where it is no XML or declares a document type."""
    if any(sign in data for sign in _DOCTYPE):
        raise FileRefusedError("file.damaged")
    parser = etree.XMLParser(
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
