"""Where a task is stated: each of its passages, with what stands before and behind it in the file."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from api.ask.resolve import unknown
from api.http.schemas import examples
from graph.stores.protocol import Store
from queries.ask import ask
from queries.citations import citation
from queries.rows import SourcesBesideRow, SourcesOfTasksRow

NEIGHBOURS = 2
"""Passages shown on either side."""

BESIDE: tuple[Literal["beside_id", "kind", "line", "end_line", "quote"], ...] = (
    "beside_id",
    "kind",
    "line",
    "end_line",
    "quote",
)


class Neighbour(BaseModel):
    """A passage that stands near another."""

    beside_id: str
    kind: str
    line: int
    end_line: int
    quote: str


class StatedPassage(BaseModel):
    """A passage that states a task; `place` says where it stands, `quote` is the words of the file."""

    model_config = ConfigDict(json_schema_extra=lambda schema: schema.update(example=examples().get("Stated", {})))

    task_id: str
    passage_id: str
    standing: bool
    path: str
    line: int
    end_line: int
    page: int
    sheet: str
    paragraph: int
    table_no: int
    row_no: int
    column_no: int
    heading: str
    element: str
    quote: str
    place: str
    before: list[Neighbour]
    behind: list[Neighbour]


def sources(store: Store, task: str) -> list[dict[str, object]]:
    """A row a passage, the standing one first. Raises NotFoundError where there is no such task."""
    stated = ask(store, "sources/of_tasks", tasks=[task])
    if not stated:
        raise unknown("tasks", task)
    beside = ask(store, "sources/beside", passages=[row["passage_id"] for row in stated])
    return [
        {
            **row,
            "place": citation(row),
            "before": _shown(_of(row, beside, "before")[-NEIGHBOURS:]),
            "behind": _shown(_of(row, beside, "behind")[:NEIGHBOURS]),
        }
        for row in stated
    ]


def _of(
    row: SourcesOfTasksRow, beside: Iterable[SourcesBesideRow], side: Literal["before", "behind"]
) -> list[SourcesBesideRow]:
    return [one for one in beside if one["passage_id"] == row["passage_id"] and one[side]]


def _shown(rows: Iterable[SourcesBesideRow]) -> list[dict[str, object]]:
    return [{column: row[column] for column in BESIDE} for row in rows]
