"""The parts of a Word document: which is the main one, and which others it leads to."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from graph.errors import FileRefusedError
from loaders.files.archives import MOST_OF_SETTINGS, ZipParts
from loaders.files.xml import parse_xml
from loaders.formats.docx.names import RELATIONSHIP, RELATIONSHIPS, transitional
from loaders.formats.docx.slim import slim

_MAIN = "word/document.xml"
_OF_WORDS = ("footnotes", "endnotes")
"""Types of parts that may be as long as the main one; the others hold settings or comments."""


@dataclass(frozen=True, slots=True)
class WordPackage:
    """A document's archive, the name of its main part, and the names of the parts that this leads to, by their type
    (`styles`, `numbering`, `footnotes`, `comments`).
    """

    archive: ZipParts
    main: str
    related: dict[str, str]

    @classmethod
    def of(cls, data: bytes) -> "WordPackage":
        """The package that `data` is. Raises FileRefusedError for an archive that holds no Word document."""
        archive = ZipParts.of(data)
        main = _targets(archive, "").get("officeDocument", _MAIN)
        if not archive.has(main):
            main = _MAIN
        return cls(archive, main, _targets(archive, main))

    def root(self) -> etree._Element:
        """The root of the main part."""
        return self._parse(self.main)

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part of a type, None where there is none."""
        name = self.related.get(kind, "")
        most = None if kind in _OF_WORDS else MOST_OF_SETTINGS
        return self._parse(name, most) if name and self.archive.has(name) else None

    def _parse(self, name: str, most: int | None = None) -> etree._Element:
        return parse_xml(slim(transitional(self.archive.read(name, most))))


def _targets(archive: ZipParts, part: str) -> dict[str, str]:
    """The parts that a part leads to by the last word of their type; the first of each. "" is the package itself."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if not archive.has(relations):
        return {}
    found: dict[str, str] = {}
    try:
        root = parse_xml(transitional(archive.read(relations, MOST_OF_SETTINGS)))
    except FileRefusedError:
        if not part:
            return {}
        raise
    for one in root.iter(RELATIONSHIP):
        kind, target = one.get("Type", ""), one.get("Target", "")
        if kind.startswith(RELATIONSHIPS) and one.get("TargetMode") != "External":
            whole = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
            found.setdefault(kind.rpartition("/")[2], whole.removeprefix("/"))
    return found
