"""A long list in pages of fifty rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Annotated, TypeVar

from fastapi import Query

ROWS = 50
"""Rows on a page."""
Row = TypeVar("Row")
PageNumber = Annotated[int, Query(ge=1, le=100000)]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of how many, of how many rows."""

    page: int
    pages: int
    rows: int


def page_of(rows: Sequence[Row], page: int) -> tuple[Sequence[Row], Paging]:
    """The rows of a page, the last one for a number beyond it."""
    pages = max(1, ceil(len(rows) / ROWS))
    page = min(page, pages)
    return rows[(page - 1) * ROWS : page * ROWS], Paging(page, pages, len(rows))
