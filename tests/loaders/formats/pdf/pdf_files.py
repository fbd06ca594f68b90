"""PDF files made by hand: words in a font that is not embedded, whose characters a map of Adobe's tells, and lines.

Places are in points from the upper left corner of the page, as people see it.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

A4 = (595.0, 842.0)
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
    b"/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
"""Half-width signs are half as wide as 汉字."""
MAPLESS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 1000 1000]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
"""A font of glyphs whose characters nothing tells."""
NEVER_FIRST = "、，。；：）》"


@dataclass
class Sheet:
    """A page: what is drawn on it, in a size, turned clockwise by `rotate` degrees to be seen."""

    size: tuple[float, float] = A4
    rotate: int = 0
    drawn: list[str] = field(default_factory=list)

    def words(self, x: float, y: float, words: str, size: float = 16.0) -> "Sheet":
        """Words whose baseline begins at a place."""
        code = words.encode("utf-16-be").hex()
        self.drawn.append(f"BT /F {size} Tf {self._at(x, y)} Tm <{code}> Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> "Sheet":
        """A line that is drawn."""
        (a, b), (c, d) = self._point(x0, y0), self._point(x1, y1)
        self.drawn.append(f"{width} w {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: str = "S") -> "Sheet":
        """A box that is drawn (S) or filled (f)."""
        (a, b), (c, d) = self._point(x0, y0), self._point(x1, y1)
        self.drawn.append(f"{min(a, c):.2f} {min(b, d):.2f} {abs(c - a):.2f} {abs(d - b):.2f} re {paint}")
        return self

    def prose(
        self, y: float, paragraphs: Iterable[str], size: float = 16.0, left: float = 80, right: float = 528
    ) -> float:
        """Paragraphs from a height on, each indented by two characters; the height below them is given back."""
        for paragraph in paragraphs:
            for number, line in enumerate(wrapped("　　" + paragraph, right - left, size)):
                indent = 2 * size if number == 0 else 0.0
                self.words(left + indent, y, line.lstrip("　"), size)
                y += 1.75 * size
        return y

    def _at(self, x: float, y: float) -> str:
        turn = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[self.rotate]
        a, b = self._point(x, y)
        return f"{turn} {a:.2f} {b:.2f}"

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """A place as the file counts: from the lower left corner of the page that is not turned."""
        width, height = self.size
        if self.rotate == 90:
            return y, x
        if self.rotate == 180:
            return width - x, y
        if self.rotate == 270:
            return width - y, height - x
        return x, height - y


def wrapped(words: str, width: float, size: float) -> Iterator[str]:
    """Words as lines of a width, as a printer breaks them: no sign that may not begin a line does."""
    line: list[str] = []
    used = 0.0
    for sign in words:
        wide = size / 2 if sign.isascii() else size
        if used + wide > width + 0.01 and line:
            keep = 1 if sign in NEVER_FIRST else 0
            yield "".join(line[: len(line) - keep])
            line = line[len(line) - keep :]
            used = sum(size / 2 if one.isascii() else size for one in line)
        line.append(sign)
        used += wide
    yield "".join(line)


@dataclass(frozen=True)
class Box:
    """A cell that reaches over so many rows and columns."""

    text: str
    rows: int = 1
    columns: int = 1


def table(
    sheet: Sheet,
    y: float,
    xs: Sequence[float],
    rows: Sequence[Sequence[Box | str | None]],
    *,
    size: float = 10.5,
    centred: Sequence[int] = (),
    height: float | None = None,
) -> float:
    """A ruled table from a height on; None stands where a cell of a row above reaches. The height below it is given."""
    pad, step = 5.4, 1.4 * size
    cells = [[Box(one) if isinstance(one, str) else one for one in row] for row in rows]
    tall = [0.0] * len(rows)
    for at, row in enumerate(cells):
        for column, cell in enumerate(row):
            if cell is not None and cell.rows == 1:
                width = xs[column + cell.columns] - xs[column] - 2 * pad
                count = sum(len(list(wrapped(line, width, size))) for line in cell.text.split("\n"))
                tall[at] = max(tall[at], height or 0.0, count * step + 8)
    tops = [y]
    for one in tall:
        tops.append(tops[-1] + one)
    for at, row in enumerate(cells):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            left, right = xs[column], xs[min(column + cell.columns, len(xs) - 1)]
            top, bottom = tops[at], tops[min(at + cell.rows, len(tops) - 1)]
            sheet.box(left, top, right, bottom)
            lines = [one for part in cell.text.split("\n") for one in wrapped(part, right - left - 2 * pad, size)]
            base = top + (bottom - top - len(lines) * step) / 2 + size
            for line in lines:
                wide = sum(size / 2 if sign.isascii() else size for sign in line)
                x = (left + right - wide) / 2 if column in centred else left + pad
                if line:
                    sheet.words(x, base, line, size)
                base += step
    return tops[-1]


def pdf(*sheets: Sheet, font: bytes = FONT, packed: bool = True) -> bytes:
    """A PDF of these pages, what they show packed or in plain words."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font]
    kids = []
    for sheet in sheets:
        content = "\n".join(sheet.drawn).encode("ascii")
        content = zlib.compress(content) if packed else content
        by = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), by, content))
        width, height = sheet.size
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:g} {height:g}]/Rotate {sheet.rotate}"
            f"/Contents {len(objects)} 0 R/Resources<</Font<</F 3 0 R>>>>>>".encode("ascii")
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode("ascii")
    return assembled(objects)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The bytes of a PDF whose first object is its catalogue."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def small_plan() -> Sheet:
    """A page with the title of a plan and a table of one task."""
    sheet = Sheet().words(200, 80, "修渠方案", 22).words(80, 120, "2024年任务清单")
    table(sheet, 140, [80, 280, 500], [["任务", "责任单位"], ["修渠", "水利站"]])
    return sheet
