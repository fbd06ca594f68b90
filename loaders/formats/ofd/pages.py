"""The words on the pages of an OFD document, each stretch with its place and size in millimetres."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import isfinite

from lxml import etree

from graph.errors import FileRefusedError
from loaders.files.archives import MOST_OF_SETTINGS, ZipParts
from loaders.files.xml import parse_xml

_MAIN = "OFD.xml"
_MOST_PAGES = 2_000
_MOST_STRETCHES = 400_000
_MIB = 1024 * 1024
_MOST_BYTES = 128 * _MIB
"""Bytes of all parts that are parsed; a page of a paper has 60 KB."""
_APART = 1.5
"""Widths of a character that part two stretches of a line as cells are parted."""


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words from `left` to `right` on the line that stands at `base`; `size` is that of their characters."""

    text: str
    left: float
    right: float
    base: float
    size: float


def pages_of(data: bytes) -> Iterator[list[PlacedWords]]:
    """The stretches of each page, in the order of the file. Raises FileRefusedError for what is no such document."""
    parts = _OfdParts(ZipParts.of(data), _MOST_BYTES)
    left = _MOST_STRETCHES
    pages = 0
    for body in parts.parse(_MAIN).iter("{*}DocRoot"):
        root = _path("", body.text)
        for page in parts.parse(root).iterfind("{*}Pages/{*}Page"):
            pages += 1
            if pages > _MOST_PAGES:
                raise FileRefusedError("file.too_many_parts", limit=_MOST_PAGES)
            stretches = list(islice(_stretches(parts.parse(_path(root, page.get("BaseLoc")))), left + 1))
            left -= len(stretches)
            if left < 0:
                raise FileRefusedError("file.too_many_cells", limit=_MOST_STRETCHES)
            yield stretches


@dataclass(slots=True)
class _OfdParts:
    """The parts of a document, each parsed once, and all of them of `left` bytes."""

    archive: ZipParts
    left: int
    parsed: set[str] = field(default_factory=set)

    def parse(self, name: str) -> etree._Element:
        """A part. Raises FileRefusedError for one that is named again: no page is another one too."""
        if name.lower() in self.parsed:
            raise FileRefusedError("file.damaged")
        self.parsed.add(name.lower())
        data = self.archive.read(name, MOST_OF_SETTINGS)
        self.left -= len(data)
        if self.left < 0:
            raise FileRefusedError("file.unpacks_too_large", limit=_MOST_BYTES // _MIB)
        return parse_xml(data)


def _path(beside: str, given: str | None) -> str:
    """The name of a part as another part gives it."""
    whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(beside), (given or "").strip()))
    return whole.removeprefix("/")


def _stretches(page: etree._Element) -> Iterator[PlacedWords]:
    for one in page.iter("{*}TextObject"):
        if one.get("Visible") == "false":
            continue
        box, matrix = _numbers(one.get("Boundary")), _numbers(one.get("CTM"))
        a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)  # noqa: PLR2004 - a matrix
        x0, y0 = [*box, 0.0, 0.0][:2]
        size = (_numbers(one.get("Size")) or [3.5])[0]
        for code in one.iter("{*}TextCode"):
            text = (code.text or "").strip("\r\n")
            x, y = (_numbers(code.get(name)) or [0.0] for name in ("X", "Y"))
            left, base = x0 + a * x[0] + c * y[0] + e, y0 + b * x[0] + d * y[0] + f
            width = size * (abs(a) or 1.0)
            if text.strip():
                yield from _parted(
                    PlacedWords(text, left, 0.0, base, width), _steps(code.get("DeltaX"), len(text)), abs(a)
                )


def _parted(whole: PlacedWords, steps: list[float], scale: float) -> Iterator[PlacedWords]:
    """The words of a stretch, parted where a step is as wide as between cells."""
    start, left = 0, whole.left
    at = whole.left
    for index in range(len(whole.text)):
        sign = whole.text[index]
        own = whole.size * (0.5 if sign.isascii() else 1.0)
        step = steps[index] * (scale or 1.0) if index < len(steps) else own
        last = index == len(whole.text) - 1
        if last or step > own + _APART * whole.size:
            yield PlacedWords(whole.text[start : index + 1], left, at + own, whole.base, whole.size)
            start, left = index + 1, at + step
        at += step


def _steps(given: str | None, length: int) -> list[float]:
    """The steps from each character to the next; `g 3 4.2` stands for three of 4.2."""
    words = (given or "").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < length:
        if words[at] == "g":
            times, step = [*_numbers(" ".join(words[at + 1 : at + 3])), 0.0, 0.0][:2]
            found += [step] * min(int(max(times, 0)), length)
            at += 3
        else:
            found += _numbers(words[at])
            at += 1
    return found


def _numbers(given: str | None) -> list[float]:
    """The numbers in an attribute; what is none counts as nothing."""
    found = []
    for word in (given or "").split()[:16]:
        try:
            number = float(word)
        except ValueError:
            continue
        found.append(number if isfinite(number) and abs(number) < 1e6 else 0.0)  # noqa: PLR2004 - a kilometre
    return found
