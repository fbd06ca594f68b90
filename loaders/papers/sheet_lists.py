"""Workbooks with a list a sheet (a month, a kind of work): each sheet with a task table of its own is a plan."""

from collections.abc import Sequence
from itertools import groupby

from loaders.tables.columns import is_task_table
from loaders.text import Block, Table


def sheet_lists(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The blocks of each list, where several sheets hold one with a title; none where the file is no such workbook.

    A sheet without a list or a title belongs to the list before it; those before the first stand in front, as one
    group of their own that may be empty.
    """
    lists: list[tuple[Block, ...]] = [()]
    for sheet, group in groupby(blocks, key=lambda block: block.locator.sheet):
        own = tuple(group)
        if sheet is not None and any(map(_begins_list, own)):
            lists.append(own)
        else:
            lists[-1] += own
    return lists if len(lists) > 2 else []  # noqa: PLR2004 - what stands in front, and two lists


def list_title(blocks: Sequence[Block]) -> str:
    """The title of the first table among the blocks of a list."""
    return next((block.title for block in blocks if isinstance(block, Table)), "")


def _begins_list(block: Block) -> bool:
    """Whether a block is a task table with a title and a header of its own."""
    if not isinstance(block, Table) or not block.title:
        return False
    goes_on = bool(block.header_rows) and block.header_rows[0].start < block.start
    return not goes_on and is_task_table(block.header, block.rows)
