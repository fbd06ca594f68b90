"""What a picture consists of, before it is drawn: marks with their places, lines between them, a legend and notes.

A `Picture` knows no library: `viz.workload` and `viz.lineage` make one from the rows of catalogued queries, and
`viz.page` turns it into a page that opens offline.
"""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["dot", "diamond", "box", "text", "line"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A node of a picture: its centre at (`x`, `y`) in pixels, y downwards. `size` is half its width for a dot or a
    diamond, whose label stands below; a box holds its label. `tip` is plain text, shown when pointed at.
    """

    id: str
    label: str
    shape: Shape
    x: int
    y: int
    fill: str
    border: str
    size: int = 0
    ink: str = "#22303a"
    font: int = 16
    tip: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of a picture between two marks, `width` pixels wide; with an arrow where it has a direction."""

    start: str
    end: str
    colour: str
    width: float = 1.5
    tip: str = ""
    arrow: bool = False
    dashed: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: a sample and what it means."""

    shape: Shape
    colour: str
    words: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A heading with sentences, shown beside the picture."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture; `empty` is what stands in place of a picture without marks."""

    title: str
    subtitle: str
    empty: str
    marks: tuple[Mark, ...] = ()
    lines: tuple[Line, ...] = ()
    legend: tuple[Key, ...] = ()
    notes: tuple[Note, ...] = ()
