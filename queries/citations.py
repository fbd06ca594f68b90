"""Where the words of a passage stand, in words: `path:line`, or what the format has instead of lines."""

from collections.abc import Mapping

_PARTS = (("sheet", "sheet"), ("page", "page"), ("table", "table_no"), ("row", "row_no"), ("paragraph", "paragraph"))
"""What a citation names where there are no lines: the word for each, and the column that holds it."""


def citation(row: Mapping[str, object]) -> str:
    """A passage's place in words, from a row of sources: `path:line`; elsewhere `path:` and sheet, page, table, row,
    paragraph.
    """
    if row["line"]:
        return f"{row['path']}:{row['line']}"
    parts = [f"{name} {row[key]}" for name, key in _PARTS if row[key]]
    return f"{row['path']}:{' '.join(parts)}" if parts else str(row["path"])
