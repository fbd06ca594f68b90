"""What a picture consists of, before it is drawn: marks with their places, lines between them, a legend, notes, and the
table that stands beside it.

A `Picture` knows no library: `viz.pictures.workload`, `viz.pictures.lineage` and their kin make one from the rows of
catalogued queries;
`viz.drawing.page` turns it into a page that opens offline, `viz.drawing.svg` and `viz.drawing.raster` into an image.

A reader filters by groups: each is one value of a facet (职责: 牵头, 责任, 配合). A mark or line goes when in some
facet all of its groups are switched off; a line also goes with either end; what has no group always stays.

Above `LIMIT` marks a picture is shown folded: one tile a part, opened in place on demand. Whoever makes so large a
picture gives each mark a part (a town, a plan) and sees only to it that the marks within one part do not overlap;
`viz.layout.folding` sets the parts beside one another.
"""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["dot", "diamond", "box", "text", "line"]

LIMIT = 400
"""The most marks that a picture shows at once before it is folded into its parts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A node of a picture: its centre at (`x`, `y`) in pixels, y downwards. `size` is half its width for a dot or a
    diamond, whose label stands below; a box holds its label and is as high as that, or `height` above and below its
    centre. `tip` is plain text, shown when pointed at. `groups` and `part` are ids of the picture's groups and of the
    part that the mark belongs to.
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
    groups: tuple[str, ...] = ()
    part: str = ""
    height: int = 0


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
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LegendKey:
    """One line of a legend: a sample and what it means. With the id of a group it switches that group off and on."""

    shape: Shape
    colour: str
    words: str
    dashed: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One value of a facet by which a reader filters: 牵头 of the facet 职责."""

    id: str
    words: str
    facet: str


@dataclass(frozen=True, slots=True)
class PicturePart:
    """What marks of a large picture are folded into, with the words for it: a town, a plan, a verdict."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A row of the table beside a picture: as many cells as the table has columns, the ids of the marks that it tells
    of, the first of which it is listed under in a folded picture, and the places (`path:line`) that say so.
    """

    cells: tuple[str, ...]
    marks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureTable:
    """The table beside a picture. The column of sources follows by itself where a row has any."""

    columns: tuple[str, ...]
    rows: tuple[PictureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A heading with sentences, shown beside the picture; `drawn` where an image cannot be read without them, which
    then has the sentences below its legend.
    """

    heading: str
    sentences: tuple[str, ...]
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture; `empty` is what stands in place of a picture without marks. Lines run straight, or else bend as
    they do between columns. Without a table the page lists the labels and tips of the marks. Where not all of it can be
    read at once, the page opens at the mark `begins_at`, if there is one. One that does not fold (`folds`) is shown
    whole whatever it holds: a matrix in parts is none.
    """

    title: str
    subtitle: str
    empty: str
    marks: tuple[Mark, ...] = ()
    lines: tuple[Line, ...] = ()
    legend: tuple[LegendKey, ...] = ()
    notes: tuple[Note, ...] = ()
    table: PictureTable | None = None
    groups: tuple[Group, ...] = ()
    parts: tuple[PicturePart, ...] = ()
    straight: bool = False
    begins_at: str = ""
    folds: bool = True
