"""Answers beyond lists: workload, lineage, search, what is wrong in the plans, spellings that may be one."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.answers.answering import answer, day_seen_from
from api.ask.overview import side_by_side
from api.ask.questions import day_from, way
from api.http import filters
from api.http.answers import JSON, Question, Representation, to_json
from api.http.documented import responses
from api.http.library.finished import Finished
from api.http.routes.lists import asker, page
from api.http.rows import AnswerModel, FindingModel, LoadModel, NameModel, OverviewModel, ProposalModel, StepModel
from api.http.schemas import row_of
from queries.ask import ask
from queries.catalogue import query
from queries.places.legs import legs

router = APIRouter(prefix="/api", tags=["answers"])
HITS = 1000
"""Names that a search finds at most."""


@router.get("/workload", **page(LoadModel))
def workload(asked: Question, given: Annotated[filters.Workload, Query()]) -> Response:
    """Who carries how much, who is overloaded, and by which rule."""
    chosen = given.model_dump(include={"by", "period", "weights", "overloaded", "replaced", "as_of"})
    return asked.rows(given, ("id", "place"), lambda graph: asker(asked, graph, given.within).workload(**chosen))


@router.get("/lineage/{place:path}", **page(StepModel))
def lineage(
    asked: Question,
    place: Annotated[str, Path(max_length=200, description="Name or id of a place.", examples=["福荣村"])],
    given: Annotated[filters.Lineage, Query()],
) -> Response:
    """Where a place comes from and what became of it, change by change; first the place itself."""
    direction = way(forward=given.forward, back=given.back)
    window = (given.first, given.last)
    if given.roots:
        return asked.rows(
            given,
            ("start_id", "direction", "place_id"),
            lambda graph: asker(asked, graph, given.within).roots(
                place, as_of=given.as_of, window=window, parts=given.parts
            ),
        )
    return asked.rows(
        given,
        ("start_id", "direction", "place_id"),
        lambda graph: asker(asked, graph, given.within).lineage(
            place,
            as_of=given.as_of,
            window=window,
            way=direction,
            parts=given.parts,
            at=given.at,
        ),
    )


@router.get("/names/{place:path}", **page(NameModel))
def names(
    asked: Question,
    place: Annotated[str, Path(max_length=200, description="Name, id or code of a place.", examples=["福荣村"])],
    given: Annotated[filters.Within, Query()],
) -> Response:
    """All names and codes that a place ever had, each with its time."""
    return asked.rows(given, ("place_id",), lambda graph: asker(asked, graph, given.within).names(place))


@router.get("/changes/{change}/legs", **page(row_of("changes/legs", "Leg")))
def change_legs(
    asked: Question,
    change: Annotated[str, Path(max_length=200, description="The id of a change.")],
    given: Annotated[filters.Filters, Query()],
) -> Response:
    """One change whole: a row for each place that went in and each that it became."""
    return asked.rows(given, query("changes/legs").key, lambda graph: legs(graph, change))


@router.get("/compare", **page(OverviewModel))
def compare(asked: Question, given: Annotated[filters.SideBySide, Query()]) -> Response:
    """Places side by side: papers, tasks, what falls due, who is overloaded, what lacks a lead unit, villages."""
    day = day_from(given.today)
    key = ("place_id",)
    return asked.rows(given, key, lambda graph: side_by_side(asker(asked, graph), given.places, day), day)


@router.get("/search", **page(row_of("search/names", "Hit")))
def search(asked: Question, given: Annotated[filters.SearchFilter, Query()]) -> Response:
    """Units, leaders and places by a part of a name, another spelling, or pinyin."""
    return asked.rows(given, ("kind", "id"), lambda graph: ask(graph, "search/names", text=given.q, limit=HITS))


@router.get("/ask", response_model=AnswerModel, responses=responses(304, 404))
def in_words(asked: Question, given: Annotated[filters.WordsFilter, Query()]) -> Response:
    """A question in Chinese, read by a grammar; where a part is not understood, that is named and there are no rows."""
    day = day_seen_from(given.today)
    form = Representation(JSON, day.isoformat())
    return asked.respond(
        form,
        lambda snapshot: answer(asker(asked, snapshot.store, given.within), given.q, day).told,
        lambda told: Finished(to_json(told).encode()),
    )


@router.get("/audit", **page(FindingModel))
def audit(asked: Question, given: Annotated[filters.TaskCounts, Query()]) -> Response:
    """What is wrong in the plans: contradictions, deadlines already passed, tasks without a leader, and more."""
    key = ("problem", "title", "task_id", "reason", "reason_values")
    return asked.rows(
        given,
        key,
        lambda graph: asker(asked, graph, given.within).audit(replaced=given.replaced, as_of=given.as_of),
    )


@router.get("/proposals", **page(ProposalModel))
def proposals(asked: Question, given: Annotated[filters.Within, Query()]) -> Response:
    """Spellings that may name one unit or place, each pair with the rule that says so."""
    key = ("kind", "scope", "name", "other")
    return asked.rows(given, key, lambda graph: asker(asked, graph, given.within).proposals())
