"""The lists: documents, plans, tasks, leaders, units, places, changes, conflicts, with the filters of the commands."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.ask.questions import Asker
from api.http import filters
from api.http.answers import Asked, Question
from api.http.documented import responses
from api.http.rows import SumsModel
from api.http.schemas import page_of, row_of
from graph.stores.protocol import Store
from queries.catalogue import query
from queries.chosen import rows_of
from queries.places.compared import changed, sums
from queries.rows import ComparedPlaceRow

router = APIRouter(prefix="/api", tags=["lists"])


def _page(name: str, model: str) -> dict[str, Any]:
    return page(row_of(f"{name}/list", model))


def page(row: type[BaseModel]) -> dict[str, Any]:
    """How an endpoint declares that it answers with a page of such rows."""
    return {"response_model": page_of(row), "responses": responses(304, 404)}


def asker(asked: Asked, graph: Store, within: str = "") -> Asker:
    """The one who asks, narrowed to a place."""
    return Asker(graph, within, asked.lang)


def _listed(asked: Asked, name: str, given: filters.Within, **params: object) -> Response:
    key = query(f"{name}/list").key
    return asked.rows(given, key, lambda graph: asker(asked, graph, given.within).listed(name, **params))


@router.get("/documents", **_page("documents", "Document"))
def documents(asked: Question, given: Annotated[filters.Within, Query()]) -> Response:
    """Papers with their issuers, dates and files, the latest first."""
    return _listed(asked, "documents", given)


@router.get("/plans", **_page("plans", "Plan"))
def plans(asked: Question, given: Annotated[filters.Within, Query()]) -> Response:
    """Plans with the papers that hold them, in the order of the paper."""
    return _listed(asked, "plans", given)


@router.get("/tasks", **_page("tasks", "Task"))
def tasks(asked: Question, given: Annotated[filters.Tasks, Query()]) -> Response:
    """Tasks with their units, leaders, deadlines and the places in the files that state them."""
    return asked.by_id(given, lambda graph: asker(asked, graph, given.within).chosen(**given.chosen), rows_of)


@router.get("/leaders", **_page("leaders", "Leader"))
def leaders(asked: Question, given: Annotated[filters.TaskCounts, Query()]) -> Response:
    """Leaders with the number of their tasks and their posts."""
    return _listed(asked, "leaders", given, replaced=given.replaced, as_of=given.as_of)


@router.get("/units", **_page("units", "Unit"))
def units(asked: Question, given: Annotated[filters.UnitFilters, Query()]) -> Response:
    """Units with the number of their tasks in each role."""
    return _listed(asked, "units", given, kind=given.kind, replaced=given.replaced, as_of=given.as_of)


@router.get("/places", **_page("places", "Place"))
def places(asked: Question, given: Annotated[filters.PlaceFilters, Query()]) -> Response:
    """Periods of places, each with the time in which it existed; of one day those that stood on it."""
    if given.as_of:
        key = query("places/alive_at").key
        return asked.rows(given, key, lambda graph: asker(asked, graph, given.within).places_on(given.as_of))
    return _listed(asked, "places", given)


@router.get("/places/between", **page(row_of("places/between", "ComparedPlace")))
def places_between(asked: Question, given: Annotated[filters.Between, Query()]) -> Response:
    """Places that vanished between two days, are new, or have another name, another place above or another code."""

    def rows(graph: Store) -> list[ComparedPlaceRow]:
        return changed(asker(asked, graph, given.within).compared(given.first, given.last).rows)

    return asked.rows(given, query("places/between").key, rows)


@router.get("/places/between/sums", response_model=SumsModel, responses=responses(304, 404))
def places_sums(asked: Question, given: Annotated[filters.Between, Query()]) -> Response:
    """How many places there were on two days, and how many of them vanished, are new or changed."""
    return asked.json(lambda graph: sums(asker(asked, graph, given.within).compared(given.first, given.last).rows))


@router.get("/changes", **_page("changes", "Change"))
def changes(asked: Question, given: Annotated[filters.Within, Query()]) -> Response:
    """Changes of places: what went in and what came out."""
    return _listed(asked, "changes", given)


@router.get("/conflicts", **_page("conflicts", "Conflict"))
def conflicts(asked: Question, given: Annotated[filters.Within, Query()]) -> Response:
    """What two passages say differently about one task."""
    return _listed(asked, "conflicts", given)
