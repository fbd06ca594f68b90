"""Corrections over HTTP: all of them for everybody; made and taken back by those who may change the graph."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.ask.corrections import correcting
from api.ask.corrections import corrections_made as made
from api.ask.corrections import statement_corrections as on_passage
from api.ask.corrections.correctable import ReadPassage
from api.ask.corrections.corrections_listed import CorrectionRow, listed
from api.http import filters
from api.http.access.needs import GuardedRoute, needs
from api.http.access.people import Person
from api.http.answers import Question
from api.http.documented import responses
from api.http.schemas import model_of, page_of
from graph.corrections.corrections import PAPER_FIELDS, TASK_FIELDS, Correction, TaskField, What
from graph.errors import UsageError
from graph.history.entries import Deed
from graph.stores.protocol import Store

router = APIRouter(prefix="/api/corrections", tags=["documents"], route_class=GuardedRoute)
MOST = 50
"""Corrections that are sent at once."""
Words = Annotated[str, Field(max_length=5000)]
Names = Annotated[list[Words], Field(max_length=100)]
CorrectionModel = model_of(CorrectionRow, "Correction")


class CorrectionWish(BaseModel):
    """One correction: `of` is the id of the task, document, unit or leader that it is about, for the others of the
    passage; `field` and `value` what a field of it is; `other` is the other task where two are one, `parts` are the
    fields of a new task.
    """

    model_config = ConfigDict(extra="forbid")

    what: What
    of: Annotated[str, Field(max_length=200)]
    field: Annotated[str, Field(max_length=40)] = ""
    value: Names = []
    other: Annotated[str, Field(max_length=200)] = ""
    parts: dict[
        Literal["title", "due_text", "lead_units", "responsible_units", "supporting_units", "leaders"], Names
    ] = {}


class CorrectionWishes(BaseModel):
    """Corrections that one person makes at once: all of them, or none where one cannot be so."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "corrections": [
                    {"what": "task", "of": "b6749bc6988274731628", "field": "title", "value": ["清产核资"]}
                ],
                "who": "张三",
                "why": "原件如此",
            }
        },
    )

    corrections: Annotated[list[CorrectionWish], Field(min_length=1, max_length=MOST)]
    who: Annotated[str, Field(max_length=100)] = ""
    why: Annotated[str, Field(max_length=1000)] = ""


class Corrected(BaseModel):
    """The corrections that were made or taken back, as they stand now or last stood."""

    items: list[CorrectionModel]  # type: ignore[valid-type]  # a model made of the rows' type


@router.get("", response_model=page_of(CorrectionModel), responses=responses(304))
def corrections(
    asked: Question,
    given: Annotated[filters.CorrectionFilters, Query()],
) -> Response:
    """What people corrected, and whether it holds."""
    return asked.rows(given, ("id",), lambda graph: listed(graph, stale=given.stale))


@router.post("", responses=responses(401, 403, 404, 507))
def correct(asked: Question, person: Annotated[Person, needs("decide")], wishes: CorrectionWishes) -> Corrected:
    """Correct what was read, as one change."""
    who = person.name or wishes.who.strip()
    told = made.Told(who, datetime.now(UTC).isoformat(timespec="seconds"), wishes.why.strip())
    with asked.library.writing(Deed(who, "correct")) as store:
        wanted = told.of(one for wish in wishes.corrections for one in _made(store, wish))
        correcting.correct(store, wanted)
        return _told(store, [one.id for one in wanted])


@router.delete("/{id}", responses=responses(401, 403, 404, 507))
def undo(
    asked: Question,
    person: Annotated[Person, needs("decide")],
    identity: Annotated[str, Path(alias="id", max_length=100, description="The id of a correction.")],
) -> Corrected:
    """Take a correction back."""
    with asked.library.writing(Deed(person.name, "undo correction")) as store:
        before = _told(store, [identity])
        correcting.undo(store, identity)
        return before


def _told(store: Store, identities: Iterable[str]) -> Corrected:
    wanted = set(identities)
    return Corrected.model_validate({"items": [row for row in listed(store) if row["id"] in wanted]})


def _made(store: Store, wish: CorrectionWish) -> tuple[Correction, ...]:
    """The corrections that a wish means. Raises UsageError for a field that there is none of."""
    match wish.what:
        case "paper":
            field = next((one for one in PAPER_FIELDS if one == wish.field), None)
            if field is None:
                raise UsageError("correction.choice", key="field", known=PAPER_FIELDS)
            found = made.paper_field(store, wish.of, field, "".join(wish.value))
        case "task":
            named = next((one for one in TASK_FIELDS if one == wish.field), None)
            if named is None:
                raise UsageError("correction.choice", key="field", known=TASK_FIELDS)
            found = (made.task_field(store, wish.of, named, wish.value),)
        case "not_unit" | "not_person":
            found = made.no_name(store, wish.what, wish.of, "".join(wish.value))
        case "no_task":
            found = (made.no_task(store, wish.of),)
        case "new_task":
            parts: dict[TaskField, list[str]] = {field: wish.parts[field] for field in wish.parts}
            found = (made.new_task(made.passage_of(store, wish.of), parts),)
        case "one_task":
            found = (made.one_task(store, wish.of, wish.other),)
        case "two_tasks":
            found = (made.two_tasks(store, wish.of),)
        case _:
            found = (_on_passage(made.passage_of(store, wish.of), wish),)
    return found


def _on_passage(passage: ReadPassage, wish: CorrectionWish) -> Correction:
    """The correction that a wish means of a plan, a change of places or a seat. Raises UsageError as `_made`."""
    match wish.what:
        case "no_change":
            return on_passage.no_such(passage, "change")
        case "no_seat":
            return on_passage.no_such(passage, "seat")
        case "plan" | "change" | "seat":
            return on_passage.passage_field(passage, wish.what, wish.field, wish.value)
        case _:
            raise UsageError("correction.choice", key="what", known=get_args(What))
