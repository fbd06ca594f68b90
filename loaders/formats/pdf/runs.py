"""The characters of a page as runs: stretches on one baseline without a gap.

Places are in points from the upper left corner of the page as it is read; y grows downwards. Blanks that pdfium makes
of gaps are none, but between Latin words; a character printed twice to make it bold is one. Words that run in another
direction than most (a watermark across the page) are kept apart: each of them begins a run, so only those are asked.
"""

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

FAR = 1e5  # points of places that no page has
_GAP = 0.4  # em between characters of one run
_BACK = 0.5  # em by which a character may begin left of the end of the one before
_SAME_LINE = 0.3  # em between baselines of one run
_STILL = 0.02  # points by which the lower edges of characters on one baseline differ
_TWICE = 0.3  # em between the places of a character that is printed twice
_FIRST_WIDE = 0x2E80  # characters from here on are as wide as high
_NARROW = 0.55  # width of a Latin letter or a digit in em
_SAMPLED = 16  # every such character is asked for its angle and for an error of its map
_QUARTER = math.pi / 2
_STRAIGHT = 0.07  # quarters by which a line may lie askew, as scanners leave it
_SYMBOLS = range(0xF000, 0xF100)  # pictures of symbol fonts: bullets, boxes
_PRIVATE = range(0xE000, 0xF900)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_HYPHEN, _HYPHENS = 0x2D, frozenset({0x02, 0xFFFE})  # what pdfium gives for one at a line's end
_NO_CHARACTERS = frozenset({0xFFFD, 0xFFFE, 0xFFFF})
_LAST_CONTROL, _LAST_ASCII, _HARD_BLANK = 0x20, 0x7F, 0xA0
_BLANKS = frozenset({0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, *range(0x2000, 0x200B)})


@dataclass(slots=True)
class Run:
    """A stretch of characters: `edges` are the left edges of each, `em` the width of a 汉字, `struck` that a line goes
    through them.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    em: float
    edges: list[float]
    struck: bool = False

    def part(self, start: int, end: int, *, struck: bool = False) -> "Run":
        """The run of the characters from `start` to `end`."""
        right = self.edges[end] if end < len(self.edges) else self.right
        left = self.edges[start]
        text, edges = self.text[start:end], self.edges[start:end]
        return Run(text, left, right, self.top, self.bottom, self.base, self.em, edges, struck or self.struck)

    def middles(self) -> list[float]:
        """The middle of each character."""
        ends = [*self.edges[1:], self.right]
        return [(left + right) / 2 for left, right in zip(self.edges, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of a page in the file's own coordinates, and by how many quarters it is turned to be read."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the file as left, top, right, bottom on the page as it is read."""
        if self.turn == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 2:  # noqa: PLR2004 - half a turn
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 3:  # noqa: PLR2004 - three quarters
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        across, down = self.right - self.left, self.top - self.bottom
        return (down, across) if self.turn % 2 else (across, down)


@dataclass(slots=True)
class PageRuns:
    """The runs of a page; `seen` counts its characters, `unknown` those that the file gives no meaning for.

    `turned` are those that run in another direction than most.
    """

    frame: Frame
    turned: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    seen: int = 0
    unknown: int = 0


def read_runs(text: pdfium.FPDF_TEXTPAGE, frame: Frame) -> PageRuns:
    """The runs of the characters of a page."""
    count = pdfium.FPDFText_CountChars(text)
    frame, unknown = _look_over(text, frame, count)
    found = PageRuns(frame, unknown=unknown)
    found.runs = list(_said_once(_RunBuilder(text, found).runs(count)))
    return found


def _look_over(text: pdfium.FPDF_TEXTPAGE, frame: Frame, count: int) -> tuple[Frame, int]:
    """The frame turned as most characters are, and how many of those that are looked at have no meaning."""
    turns = [0, 0, 0, 0]
    unknown = 0
    for index in range(0, count, _SAMPLED):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _BLANKS:
            continue
        turn = _turn_of(text, index)
        if turn is not None:
            turns[turn] += 1
        unknown += pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
    turn = max(range(4), key=turns.__getitem__) if any(turns) else frame.turn
    return Frame(frame.left, frame.bottom, frame.right, frame.top, turn), unknown * _SAMPLED


def _turn_of(text: pdfium.FPDF_TEXTPAGE, index: int) -> int | None:
    """By how many quarters a character is turned; None where it lies askew. Letters that lean are not turned."""
    quarters = -pdfium.FPDFText_GetCharAngle(text, index) / _QUARTER
    if abs(quarters - round(quarters)) > _STRAIGHT:
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(text, index, matrix):
            return None
        quarters = math.atan2(matrix.b, matrix.a) / _QUARTER
    return int(round(quarters) % 4) if abs(quarters - round(quarters)) <= _STRAIGHT else None


class _RunBuilder:
    """Builds runs of characters, one after the other as the file gives them."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, found: PageRuns) -> None:
        self.text, self.found = text, found
        self.signs: list[str] = []
        self.edges: list[float] = []
        self.wide = self.narrow = 0.0
        self.top = self.bottom = self.right = self.base = self.left = 0.0
        self.low = self.x = 0.0

    def runs(self, count: int) -> Iterator[Run]:  # noqa: C901, PLR0912, PLR0915 - one pass, for speed
        """All runs of so many characters."""
        text, unicode_of = self.text, pdfium.FPDFText_GetUnicode
        box, loose = pdfium.FS_RECTF(), pdfium.FPDFText_GetLooseCharBox
        place = ctypes.byref(box)
        map_box: Callable[..., tuple[float, float, float, float]] = self.found.frame.box
        straight = self.found.frame.turn == 0
        x0, y1 = self.found.frame.left, self.found.frame.top
        blank, made_up, high = "", False, 0
        signs, edges = self.signs, self.edges
        turn = self.found.frame.turn
        for index in range(count):
            code = unicode_of(text, index)
            if code in _BLANKS:
                if pdfium.FPDFText_IsGenerated(text, index) == 1:
                    made_up = True
                else:
                    blank += " " if code == _HARD_BLANK else chr(code)
                continue
            if code in _HYPHENS and pdfium.FPDFText_IsHyphen(text, index) == 1:
                code = _HYPHEN
            if code < _LAST_CONTROL or code in _PRIVATE or code in _NO_CHARACTERS:
                self.found.unknown += code not in _SYMBOLS and pdfium.FPDFText_IsGenerated(text, index) != 1
                continue
            if code in _HIGH:
                high = code
                continue
            if code in _LOW:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
            if not loose(text, index, place):
                continue
            if straight:
                left, right, top, low = box.left - x0, box.right - x0, y1 - box.top, y1 - box.bottom
            else:
                left, top, right, low = map_box(box.left, box.bottom, box.right, box.top)
            if not -FAR < left + top + right + low < FAR:
                continue
            sign = chr(code)
            em = self.wide or self.narrow / _NARROW or (low - top) * 0.75
            base = self.base if signs and -_STILL < low - self.low < _STILL else self._base(index, low)
            same_line = abs(base - self.base) < _SAME_LINE * em
            if same_line and signs and sign == signs[-1] and abs(left - self.x) < _TWICE * (right - left):
                continue
            if not (signs and same_line and -_BACK * em < left - self.right < _GAP * em):
                if _turn_of(text, index) != turn:
                    self.found.turned.append(sign)
                    continue
                yield from self._ended()
                self.base, self.top, self.bottom, self.left, self.right = base, top, low, left, right
                signs, edges = self.signs, self.edges
            elif blank or (made_up and signs[-1].isascii() and code < _LAST_ASCII and signs[-1].isalnum()):
                for one in blank or " ":
                    signs.append(one)
                    edges.append(self.right)
            blank, made_up = "", False
            self.found.seen += 1
            signs.append(sign)
            edges.append(left)
            self.low, self.x = low, left
            if right > self.right:  # noqa: PLR1730 - a call for each character takes as long as the rest
                self.right = right
            if top < self.top:  # noqa: PLR1730
                self.top = top
            if low > self.bottom:  # noqa: PLR1730
                self.bottom = low
            if code >= _FIRST_WIDE:
                if right - left > self.wide:  # noqa: PLR1730
                    self.wide = right - left
            elif right - left > self.narrow:
                self.narrow = right - left
        yield from self._ended()

    def _base(self, index: int, low: float) -> float:
        """The baseline of a character."""
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetCharOrigin(self.text, index, x, y):
            return low
        return self.found.frame.box(x.value, y.value, x.value, y.value)[1]

    def _ended(self) -> Iterator[Run]:
        """The run that ends here."""
        if self.signs:
            em = self.wide or self.narrow / _NARROW
            text = "".join(self.signs)
            yield Run(text, self.left, self.right, self.top, self.bottom, self.base, em or 1.0, self.edges)
        self.signs, self.edges = [], []
        self.wide = self.narrow = 0.0


def _said_once(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs without those that print others once more, a little aside."""
    seen: dict[str, list[Run]] = {}
    for run in runs:
        others = seen.setdefault(run.text, [])
        near = _TWICE * run.em
        if not any(abs(one.left - run.left) < near and abs(one.base - run.base) < near for one in others[-8:]):
            others.append(run)
            yield run
