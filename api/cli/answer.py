"""How a command gives its answer: rows as JSON or as a table, and how many there are as a sentence aside."""

from collections.abc import Mapping, Sequence

from api.cli import output, tables
from api.cli.session import Session

AnswerRows = Sequence[Mapping[str, object]]


def give(run: Session, layout: str, rows: AnswerRows, *, as_json: bool) -> None:
    """Write the rows of an answer; `layout` names the columns that its table shows (all of them where unknown)."""
    if as_json:
        output.emit_rows(rows)
        return
    if not rows:
        run.tell("answer.none")
        return
    tables.show(run.lang, rows, tables.LAYOUT.get(layout))
    run.tell("answer.counted", number=len(rows))
