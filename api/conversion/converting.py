"""A table that a person brings, converted from one day to another: its rows with what became of their places beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from api.conversion.user_table import UserCell, UserTable
from graph.errors import NotFoundError, UsageError
from graph.stores.protocol import Store
from queries.ask import citations_of
from queries.conversion.all_places import AllPlaces, tables_of
from queries.conversion.convert import Conversion, Converted, convert
from queries.conversion.finding import PlaceCell
from queries.conversion.outcome import Arrival
from queries.conversion.sums import LeftOut, Sum, add_up
from queries.conversion.weights import Weights
from viz.files.plain_workbook import Value


class ToldPlace(TypedDict):
    """The columns that are added to a row: a place of the other day, how it came about, how much of the earlier of the
    two is in the later, the changes (by id) and where papers and registers say so.
    """

    to_name: str
    to_code: str
    to_id: str
    to_parent: str
    how: str
    share: str
    events: tuple[str, ...]
    sources: tuple[str, ...]


TOLD = tuple(ToldPlace.__annotations__)
"""The columns that are added to a table."""
_NOWHERE: ToldPlace = {
    "to_name": "",
    "to_code": "",
    "to_id": "",
    "to_parent": "",
    "how": "",
    "share": "",
    "events": (),
    "sources": (),
}
SUMMED = ("to_name", "to_code", "to_id", "to_parent", "rows", "missing", "left_out")
"""The columns of a table of sums before those that are added up."""


@dataclass(frozen=True, slots=True)
class AskedTable:
    """What of a table is meant: the column that names places, that of the places above ("" for none), and those whose
    figures are added up.
    """

    column: str
    parent: str = ""
    figures: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that are needed."""
        return tuple(filter(None, (self.column, self.parent, *self.figures)))


@dataclass(frozen=True, slots=True)
class ConvertedTable:
    """A table with what became of its places: each of its rows with what was told for it, and sums where asked for."""

    known: AllPlaces
    table: UserTable
    asked: AskedTable
    conversion: Conversion
    rows: tuple[Converted, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def written(self) -> list[list[Value]]:
        """All rows as they are written down, those above the header first; a row is there once for each place."""
        width = self.table.width
        found = [_filled(row.cells, width) for row in self.table.above]
        found.append([*_filled(self.table.header.cells, width), *TOLD])
        for row, told in zip(self.table.rows, self.rows, strict=True):
            own = _filled(row.cells, width)
            found += [[*own, *map(_joined, one.values())] for one in self.places(told)]
        return found

    def places(self, row: Converted) -> list[ToldPlace]:
        """What is told for a row: a place of the other day each, or one that says why there is none."""
        if row.found.why:
            return [{**_NOWHERE, "how": row.found.why}]
        return [self._told(one) for one in row.arrivals]

    def summed(self) -> list[list[Value]]:
        """The rows of the table of sums with its header, none where no figures were asked for."""
        if not self.asked.figures:
            return []
        found: list[list[Value]] = [[*SUMMED, *self.asked.figures]]
        for one in self.sums:
            missing = "、".join(self.known.way(period) for period in one.missing)
            figures = [float(one.values[name]) if name in one.values else "" for name in self.asked.figures]
            without = "、".join(str(self.table.rows[at].number) for at in one.left_out)
            found.append([*self._place(one.period), len(one.rows), missing, without, *figures])
        return found

    def _told(self, one: Arrival) -> ToldPlace:
        name, code, identity, home = self._place(one.period)
        sources = dict.fromkeys(self.sources[passage] for passage in one.passages if passage in self.sources)
        return {
            "to_name": name,
            "to_code": code,
            "to_id": identity,
            "to_parent": home,
            "how": one.how,
            "share": one.share,
            "events": one.changes,
            "sources": tuple(sources),
        }

    def _place(self, period: str) -> tuple[str, str, str, str]:
        """The name, code and id of a place, and the name of the one above."""
        if not period:
            return "", "", "", ""
        row, home = self.known.all[period], self.known.home_on(period, self.conversion.last)
        return row["name"], row["code"], period, home["name"] if home else ""


def convert_table(
    store: Store, table: UserTable, asked: AskedTable, conversion: Conversion, weights: Weights
) -> ConvertedTable:
    """The table with what became of its places. Raises NotFoundError for a column that is not there and for a scheme
    that is not loaded, UsageError where both days are one, and where a column to be added is there.
    """
    cells = cells_of(table, asked)
    for one in TOLD:
        if one in {cell.words.strip() for cell in table.header.cells}:
            raise UsageError("convert.has_column", column=one)
    known = all_places(store, conversion.scheme)
    rows = convert(known, cells, conversion)
    figures = [table.column(name) for name in asked.figures]
    sums: list[Sum] = []
    left_out: list[LeftOut] = []
    if figures:
        told = [dict(zip(asked.figures, (row.at(at).figure for at in figures), strict=True)) for row in table.rows]
        sums, left_out = add_up(known, rows, told, conversion, weights)
    passages = {passage for row in rows for one in row.arrivals for passage in one.passages if passage}
    sources = citations_of(store, sorted(passages)) if passages else {}
    return ConvertedTable(known, table, asked, conversion, tuple(rows), sources, tuple(sums), tuple(left_out))


def cells_of(table: UserTable, asked: AskedTable) -> list[PlaceCell]:
    """What each row calls its place. Raises NotFoundError for a column that is not there."""
    at = table.column(asked.column)
    above = table.column(asked.parent) if asked.parent else None
    return [PlaceCell(row.at(at).name, row.at(above).name if above is not None else "") for row in table.rows]


def all_places(store: Store, scheme: str) -> AllPlaces:
    """All places of a store. Raises NotFoundError for a scheme ("" for none) that is not loaded."""
    known = AllPlaces(tables_of(store))
    if scheme and scheme not in known.schemes():
        raise NotFoundError("name.no_scheme", scheme=scheme, known=tuple(known.schemes()))
    return known


def _joined(told: object) -> Value:
    return "、".join(told) if isinstance(told, tuple) else str(told)


def _filled(cells: Sequence[UserCell], width: int) -> list[Value]:
    values: list[Value] = [cell.value for cell in cells]
    return values + [""] * (width - len(values))
