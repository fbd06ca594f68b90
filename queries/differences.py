"""What changed from one version of a paper to another, a row a change, with the places in the files that say so."""

from collections.abc import Mapping
from typing import Annotated, TypedDict

from graph.papers.differences import Difference, PaperVersion, Side, differences
from graph.statements import Source
from queries.citations import citation


class DifferenceRow(TypedDict):
    """A change of a task."""

    what: Annotated[str, "added, dropped or changed"]
    title: str
    field: Annotated[str, "The column of tasks that changed (due_text for deadlines), none where the whole task did."]
    before: Annotated[str, "In the words of the file."]
    after: str
    sources: Annotated[tuple[str, ...], "path:line, before and after."]
    plan_title: str
    before_at: Annotated[str, "The place in the file that says what was."]
    after_at: str


Paths = Mapping[str, str]
"""The path under which the file of each passage is cited, by the passage's id."""


def difference_rows(old: PaperVersion, new: PaperVersion, paths: Paths) -> list[DifferenceRow]:
    """The changes from one version to another, in the order of `graph.papers.differences`."""
    return [_row(one, paths) for one in differences(old, new)]


def _row(one: Difference, paths: Paths) -> DifferenceRow:
    before, after = _cited(one.before, paths), _cited(one.after, paths)
    return {
        "what": one.what,
        "title": one.title,
        "field": one.field,
        "before": one.before.words,
        "after": one.after.words,
        "sources": tuple(filter(None, (before, after))),
        "plan_title": one.plan,
        "before_at": before,
        "after_at": after,
    }


def _cited(side: Side, paths: Paths) -> str:
    return cited(side.said.statement.source, paths[side.said.passage]) if side.said else ""


def cited(source: Source, path: str) -> str:
    """A place in a file in words, as `queries.citations` has it."""
    return citation(
        {
            "path": path,
            "line": source.line,
            "page": source.page,
            "sheet": source.sheet,
            "table_no": source.table,
            "row_no": source.row,
            "column_no": source.column,
            "paragraph": source.paragraph,
        }
    )
