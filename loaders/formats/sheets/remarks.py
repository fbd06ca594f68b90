"""What is to be said of sheets, laid out behind each: words struck out, formulas, hidden rows, columns and sheets."""

from collections.abc import Iterator

from graph.statements import Source, UnreadStatement
from loaders.formats.grids.grid import Grid, GridRemark
from loaders.formats.grids.laid_out import LaidOut


def remarks_on(grid: Grid, laid_out: LaidOut, *, read: bool) -> Iterator[UnreadStatement]:
    """Lay out the words that the remarks on a sheet quote; one without words quotes the name of the sheet. `read`
    tells whether anything of the sheet was.
    """
    hidden = GridRemark("unread.hidden_sheet" if read else "unread.hidden_list", None, None, "", {"sheet": grid.name})
    for remark in (*grid.remarks, *([hidden] if grid.hidden and grid.rows else [])):
        words = remark.words or grid.name
        start = laid_out.quote(words)
        source = Source(
            *(None, None, start, start + len(words), words), sheet=grid.name, row=remark.row, column=remark.column
        )
        yield UnreadStatement(remark.key, source, dict(remark.values))
