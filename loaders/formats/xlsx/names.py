"""Names of elements in the parts of a workbook."""

from xml.etree import ElementTree as ET

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
"""The name space of what sheets are made of; strict files have another one, which is replaced when they are read."""


def local(element: ET.Element) -> str:
    """The name of an element without its name space."""
    return element.tag.rsplit("}", 1)[-1]
