"""Where a task is stated: each of its passages, with what stands before and behind it in the file."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from api.ask.resolve import unknown
from api.http.schemas import examples
from graph.stores.protocol import Store
from queries.ask import Row, ask, place

NEIGHBOURS = 2
"""Passages shown on either side."""

BESIDE = ("beside_id", "kind", "line", "end_line", "quote")


class Neighbour(BaseModel):
    """A passage that stands near another."""

    beside_id: str
    kind: str
    line: int
    end_line: int
    quote: str


class Stated(BaseModel):
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
    quote: str
    place: str
    before: list[Neighbour]
    behind: list[Neighbour]


def sources(store: Store, task: str) -> list[dict[str, object]]:
    """A row a passage, the standing one first. Raises NotFoundError where there is no such task."""
    stated = ask(store, "sources/of_tasks", tasks=[task])
    if not stated:
        raise unknown("task", task)
    beside = ask(store, "sources/beside", passages=[str(row["passage_id"]) for row in stated])
    return [
        {
            **row,
            "place": place(row),
            "before": _shown(_of(row, beside, "before")[-NEIGHBOURS:]),
            "behind": _shown(_of(row, beside, "behind")[:NEIGHBOURS]),
        }
        for row in stated
    ]


def _of(row: Row, beside: Iterable[Row], side: str) -> list[Row]:
    return [one for one in beside if one["passage_id"] == row["passage_id"] and one[side]]


def _shown(rows: Iterable[Row]) -> list[dict[str, object]]:
    return [{column: row[column] for column in BESIDE} for row in rows]
