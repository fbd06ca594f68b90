"""Rows as CSV for spreadsheets.

A spreadsheet takes a cell for a formula that begins with one of a few signs, and documents come from anywhere: such a
cell gets an apostrophe before it, and every cell stands in quotation marks, so that no separator within it begins
another, as OWASP recommends. Numbers stay, with their sign, and so does a sign alone.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from api.words import words
from graph.messages.tables import Lang

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a formula may begin with; the wide signs are taken for the narrow ones where the system is set to Chinese."""
_HARMLESS = re.compile(r"[-+－＋]?[0-9][0-9.,]*%?|[-－]")
"""A number, as +8610123456 and -3.5% are, or the sign for nothing."""


def to_csv(rows: Sequence[Mapping[str, object]], lang: Lang = "en") -> str:
    """Rows with a line of their columns above; the parts of a list are parted by 、; "" where there is no row. A reader
    of Chinese has Chinese headings and 是 and 否; in English they are those that programs know.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    if rows:
        writer.writerow([words.sheet_header(lang, column) for column in rows[0]])
        writer.writerows([[cell_text(_said(lang, name, value)) for name, value in row.items()] for row in rows])
    return out.getvalue()


def _said(lang: Lang, column: str, value: object) -> object:
    """A value in the words of a language; English has what is stored."""
    if lang == "en":
        return value
    if isinstance(value, bool):
        return words.value(lang, "bool", str(value).lower())
    return words.value(lang, column, value) if isinstance(value, str) else value


def cell_text(value: object) -> str:
    """A value as a cell, never taken for a formula."""
    text = "、".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return f"'{text}" if text[:1] in _FORMULA and not _HARMLESS.fullmatch(text) else text
