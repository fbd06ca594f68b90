"""Words of a cell merged over rows: whether they stand in each of its rows.

Who does it and until when hold for each row that the cell reaches. A category or a name over several rows stands once,
as it does in a text: its rows are told as parts of one thing by the empty cells below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.formats.grids.model import RawCell
from loaders.tables.column_names import read_header

_STANDS_ONCE = frozenset({"number", "category", "name", "work", "other", "unknown"})
"""Meanings of columns whose merged cells stand in their first row alone."""


@dataclass(slots=True)
class Repeats:
    """The meanings of the columns, and the words of the cell that each column holds at present."""

    meanings: tuple[str, ...]
    above: list[tuple[str, ...]]

    @classmethod
    def under(cls, names: Sequence[str]) -> "Repeats":
        """Those under a header."""
        meanings = tuple(column.meaning for column in read_header(names))
        return cls(meanings, [()] * len(meanings))

    def row(self, slots: Sequence[Sequence[RawCell]]) -> list[tuple[str, ...]]:
        """The lines of a row's cells by columns.

        A cell over several columns stands in the first, and in those of the same meaning if that holds for each.
        """
        first: dict[int, int] = {}
        found = []
        for column, slot in enumerate(slots):
            lines: tuple[str, ...] = ()
            for cell in slot:
                begins = first.setdefault(id(cell), column)
                holds = self._repeated(column)
                if begins != column and not (holds and self.meanings[begins] == self.meanings[column]):
                    continue
                if cell.goes_on:
                    lines += self.above[column] if holds else ()
                else:
                    lines += cell.lines
            if not slot or not all(cell.goes_on for cell in slot):
                self.above[column] = lines
            found.append(lines)
        return found

    def _repeated(self, column: int) -> bool:
        return self.meanings[column] not in _STANDS_ONCE
