"""Rows as CSV for spreadsheets."""

import csv
import io
from collections.abc import Mapping, Sequence


def to_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows with a line of their columns above; the parts of a list are parted by 、; "" where there is no row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([[_text(value) for value in row.values()] for row in rows])
    return out.getvalue()


def _text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
