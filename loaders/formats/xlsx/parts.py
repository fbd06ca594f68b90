"""The parts of a workbook that are read: its sheets by name, how cells show numbers and which are struck out, its
texts, and where comments stand. Pictures, macros, links to elsewhere and whatever else it holds are never opened.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from graph.errors import FileRefusedError
from loaders.files.archives import MOST_OF_SETTINGS
from loaders.files.xml import check_marks
from loaders.formats.sheets.looks import CellStyle
from loaders.formats.xlsx.names import MAIN, local
from loaders.formats.xlsx.package import Package
from loaders.formats.xlsx.sheet_xml import slim_texts
from loaders.formats.xlsx.styles import read_styles

_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet: its name, the part that holds it, whether it is hidden, and where comments stand in it."""

    name: str
    part: str
    hidden: bool
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """A workbook: its sheets in order, the styles of cells, the part of its texts, and how its days are counted."""

    sheets: tuple[SheetPart, ...]
    styles: tuple[CellStyle, ...]
    strings: bytes
    from_1904: bool


def read_parts(package: Package) -> WorkbookParts:
    """The parts of a workbook. Raises FileRefusedError where there is no sheet that can be read."""
    root_relations = _relations(package, "_rels/.rels", "")
    workbook = next((target for kind, target in root_relations.values() if kind == "officeDocument"), _WORKBOOK)
    if workbook.endswith(".bin"):
        raise FileRefusedError("file.workbook_binary")
    relations = _relations(package, _relations_of(workbook), posixpath.dirname(workbook))
    of_kind = dict(relations.values())
    tree = _tree(package, workbook)
    sheets = tuple(_sheets(package, tree, relations)) if tree is not None else ()
    if not sheets:
        raise FileRefusedError("file.workbook_damaged")
    looks = _tree(package, of_kind.get("styles", ""))
    settings = next((one for one in tree.iter() if local(one) == "workbookPr"), None) if tree is not None else None
    return WorkbookParts(
        sheets,
        tuple(read_styles(looks)) if looks is not None else (),
        slim_texts(_usual(package.read(of_kind.get("sharedStrings", "")))),
        from_1904=settings is not None and settings.get("date1904", "") in ("1", "true", "on"),
    )


def _usual(xml: bytes) -> bytes:
    """A part with the name by which the library knows its elements, which strict files call otherwise."""
    return xml.replace(_STRICT, MAIN.encode())


def _sheets(package: Package, tree: ET.Element, relations: dict[str, tuple[str, str]]) -> Iterator[SheetPart]:
    """The sheets in their order. Raises FileRefusedError where two are one part, which no program writes."""
    read: set[str] = set()
    for one in tree.iter():
        if local(one) != "sheet":
            continue
        identity = next((value for name, value in one.attrib.items() if name.endswith("}id")), "")
        kind, part = relations.get(identity, ("", ""))
        if kind == "worksheet" and part in package:
            if part.lower() in read:
                raise FileRefusedError("file.workbook_damaged")
            read.add(part.lower())
            hidden = one.get("state", "visible") != "visible"
            yield SheetPart(one.get("name", ""), part, hidden, tuple(_comments(package, part, read)))


def _comments(package: Package, sheet: str, read: set[str]) -> Iterator[str]:
    """The cells of a sheet at which comments stand; of parts that were `read` already, none."""
    for kind, part in _relations(package, _relations_of(sheet), posixpath.dirname(sheet)).values():
        if kind != "comments" or part.lower() in read:
            continue
        read.add(part.lower())
        tree = _tree(package, part)
        if tree is not None:
            yield from (one.get("ref", "") for one in tree.iter() if local(one) == "comment")


def _relations(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the package, by id: the kind (the last word of its type) and the part."""
    tree = _tree(package, part)
    if tree is None:
        return {}
    return {
        one.get("Id", ""): (one.get("Type", "").rsplit("/", 1)[-1], _path(folder, one.get("Target", "")))
        for one in tree
        if one.get("TargetMode", "") != "External"
    }


def _path(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _tree(package: Package, part: str) -> ET.Element | None:
    """The tree of a part, None where there is none. Its text holds no DOCTYPE, so that nothing in it stands for more
    than it says.
    """
    data = package.read(part, MOST_OF_SETTINGS) if part else b""
    if not data.strip():
        return None
    check_marks(data)
    try:
        return ET.fromstring(data)  # noqa: S314 - a part with a DOCTYPE is refused before
    except (ET.ParseError, LookupError, ValueError) as error:  # also for an encoding that nobody knows
        raise FileRefusedError("file.workbook_damaged") from error
