"""Where the words of a passage stand, in words: `path:line`, or what the format has instead of lines."""

import re
from collections.abc import Iterable, Mapping

from graph.words.sheet_columns import column_letters

_PARTS = (
    ("{}!", "sheet"),
    ("第{}页", "page"),
    ("第{}表", "table_no"),
    ("第{}行", "row_no"),
    ("第{}列", "column_no"),
    ("段{}", "paragraph"),
)
"""What a citation says where there are no lines: the words for each, and the column that holds it."""

_SPOKEN = (("“{}”", "sheet"), *_PARTS[1:-1], ("第{}段", "paragraph"))
"""The same as people tell it."""

_CITATION = re.compile(
    r"(?P<path>.+?):(?:\d+|(?:[^:]+!)?(?:[A-Z]{1,3}\d+|\d+:\d+|(?:第\d+[页表行列])*段\d+|(?:第\d+[页表行列])+)|[^:]+!)"
)
"""A path and what `where` says behind it."""


def citation(row: Mapping[str, object]) -> str:
    """A passage's place in words, from a row of sources: `path:line`; elsewhere `path:` and what `place` says."""
    told = where(row)
    return f"{row['path']}:{told}" if told else str(row["path"])


def cited_for_people(rows: Iterable[Mapping[str, object]], paper: str) -> str:
    """The places of passages of a file as people tell them: what the paper is called in citations, and 第2116行,
    第3表第5行 or, of a workbook, “清单”第7行.
    """
    return f"{paper} {'、'.join(dict.fromkeys(filter(None, map(place_for_people, rows))))}".strip()


def cited_place_for_people(cited: str) -> str:
    """The place in a citation as people tell it: 第2116行 of `path:2116`, other places as they stand."""
    told = cited.removeprefix(path_of(cited)).removeprefix(":")
    return f"第{told}行" if told.isdecimal() else told


def place_for_people(row: Mapping[str, object]) -> str:
    """A passage's place within its file as people tell it; "" where there is none."""
    if row["line"]:
        return f"第{row['line']}行"
    if row["sheet"] and row["row_no"]:
        number, column = row["row_no"], row["column_no"]
        cell = isinstance(column, int) and column
        return f"“{row['sheet']}”" + (_address(row) if cell else f"第{number}行")
    return "".join(words.format(row[key]) for words, key in _SPOKEN if row[key])


def path_of(cited: str) -> str:
    """The path in a citation; what is none is a path itself."""
    found = _CITATION.fullmatch(cited)
    return found["path"] if found else cited


def where(row: Mapping[str, object]) -> str:
    """A passage's place within its file: the line, or what the format has instead."""
    return str(row["line"]) if row["line"] else place(row)


def place(row: Mapping[str, object]) -> str:
    """A place without lines, as offices name it: page, table, row, column, paragraph (第3表第5行第2列, 段12); in a
    workbook its address as Excel writes it, `清单!C7` for a cell and `清单!7:7` for a row. "" where there is none.
    """
    if row["sheet"] and row["row_no"]:
        return f"{row['sheet']}!{_address(row)}"
    return "".join(words.format(row[key]) for words, key in _PARTS if row[key])


def within(row: Mapping[str, object]) -> str:
    """What a place stands in: the heading above and the path of its element (二、重点任务 › body/table/tr[5]/td[2]); ""
    where the format tells neither.
    """
    return " › ".join(str(row[key]) for key in ("heading", "element") if row[key])


def _address(row: Mapping[str, object]) -> str:
    """C7, or 7:7 for a whole row."""
    number, column = row["row_no"], row["column_no"]
    return f"{column_letters(column)}{number}" if isinstance(column, int) and column else f"{number}:{number}"
