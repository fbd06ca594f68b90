"""Where the words of a passage stand, in words: `path:line`, or what the format has instead of lines."""

from collections.abc import Mapping

_PARTS = (
    ("{}!", "sheet"),
    ("第{}页", "page"),
    ("第{}表", "table_no"),
    ("第{}行", "row_no"),
    ("第{}列", "column_no"),
    ("段{}", "paragraph"),
)
"""What a citation says where there are no lines: the words for each, and the column that holds it."""


def citation(row: Mapping[str, object]) -> str:
    """A passage's place in words, from a row of sources: `path:line`; elsewhere `path:` and what `place` says."""
    where = str(row["line"]) if row["line"] else place(row)
    return f"{row['path']}:{where}" if where else str(row["path"])


def place(row: Mapping[str, object]) -> str:
    """A place without lines, as offices name it: sheet, page, table, row, column, paragraph (第3表第5行第2列, 段12)."""
    return "".join(words.format(row[key]) for words, key in _PARTS if row[key])
