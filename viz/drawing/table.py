"""The table beside a picture as its page shows it: in sections, one a tile where the picture is folded."""

from collections.abc import Mapping
from dataclasses import dataclass

from viz.layout.folding import Fold
from viz.picture import Picture, PictureRow, PictureTable


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a row is stated: `path:line`, and the address that leads there ("" for none)."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A row: its cells, the numbers of its marks in the order of the page, and its citations."""

    cells: tuple[str, ...]
    marks: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a tile; `id` is "" for those of none, which always stand in the table."""

    id: str
    words: str
    count: int
    entries: tuple[TableEntry, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The whole table; `sourced` where any row has a citation."""

    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    sourced: bool


def listing(picture: Picture, fold: Fold | None, links: Mapping[str, str]) -> Listing:
    """The table of a picture. `links` leads from a place in a file to an address."""
    table = picture.table or _plain(picture)
    whole = fold.whole if fold else picture
    order = {mark.id: number for number, mark in enumerate(whole.marks)}
    home = {mark.id: tile.id for tile in fold.tiles for mark in tile.marks} if fold else {}
    held: dict[str, list[TableEntry]] = {"": [], **{tile.id: [] for tile in (fold.tiles if fold else ())}}
    for row in table.rows:
        first = next((mark for mark in row.marks if mark in home), "")
        held[home.get(first, "")].append(_entry(row, order, links))
    tiles = {tile.id: tile for tile in fold.tiles} if fold else {}
    sections = tuple(
        Section(name, tiles[name].words if name else "", len(tiles[name].marks) if name else 0, tuple(entries))
        for name, entries in held.items()
        if name or entries
    )
    return Listing(table.columns, sections, any(row.sources for row in table.rows))


def _entry(row: PictureRow, order: Mapping[str, int], links: Mapping[str, str]) -> TableEntry:
    marks = " ".join(str(order[mark]) for mark in row.marks if mark in order)
    return TableEntry(row.cells, marks, tuple(Citation(words, links.get(words, "")) for words in row.sources))


def _plain(picture: Picture) -> PictureTable:
    """The labels and tips of the marks, for a picture that brings no table."""
    rows = tuple(
        PictureRow((mark.label.replace("\n", " "), mark.tip.replace("\n", "；")), (mark.id,))
        for mark in picture.marks
        if mark.shape != "text"
    )
    return PictureTable(("名称", "说明"), rows)
