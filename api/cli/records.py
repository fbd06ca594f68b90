"""Answers on a screen too narrow for their table: a row as a block of lines, a column a line."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells

GAP = 2


def records(headings: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> str:
    """The rows as blocks that a blank line parts: behind each heading its words, wrapped; empty cells are left out."""
    indent = max(map(cell_len, headings), default=0) + GAP
    blocks = [
        "\n".join(_field(heading, text, indent, width) for heading, text in zip(headings, row, strict=True) if text)
        for row in rows
    ]
    return "\n\n".join(blocks) + "\n"


def _field(heading: str, text: str, indent: int, width: int) -> str:
    lines = [part for line in text.split("\n") for part in chop_cells(line, max(width - indent, 8))]
    first = heading + " " * (indent - cell_len(heading))
    return "\n".join((first if number == 0 else " " * indent) + line for number, line in enumerate(lines))
