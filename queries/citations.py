"""Where the words of a passage stand, in words: `path:line`, or what the format has instead of lines."""

from collections.abc import Mapping

_PARTS = (("sheet", "sheet"), ("page", "page"), ("table", "table_no"), ("row", "row_no"), ("paragraph", "paragraph"))
"""What a citation names where there are no lines: the word for each, and the column that holds it."""
_LETTERS = 26


def citation(row: Mapping[str, object]) -> str:
    """A passage's place in words, from a row of sources: `path:line`, elsewhere `path:` and its `place`."""
    where = str(row["line"] or "") or place(row)
    return f"{row['path']}:{where}" if where else str(row["path"])


def place(row: Mapping[str, object]) -> str:
    """A passage's place in a file without lines, "" where it has none: in a workbook its address as Excel writes it,
    `清单!C7` for a cell and `清单!7:7` for a row; elsewhere sheet, page, table, row, paragraph.
    """
    if row["sheet"] and row["row_no"]:
        return f"{row['sheet']}!{_address(row)}"
    return " ".join(f"{name} {row[key]}" for name, key in _PARTS if row[key])


def _address(row: Mapping[str, object]) -> str:
    """C7, or 7:7 for a whole row."""
    number, column, letters = row["row_no"], row["column_no"], ""
    while isinstance(column, int) and column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{number}" if letters else f"{number}:{number}"
