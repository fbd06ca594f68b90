"""What is wrong in the plans and worth telling their authors, chosen by what their tasks say."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.lists.dates import period_words
from api.lists.facets import Facet, faceted
from api.pages.directory import inside_words
from api.pages.known_parameters import CountedPapers, Counting
from api.pages.sources import sources_of_findings
from api.pages.view import Values, View, Viewing
from api.words import words
from graph.stores.protocol import Store
from queries.audit import Finding, told
from queries.chosen import rows_of
from queries.listing.due import due_state
from queries.rows import TaskRow

router = APIRouter()


class ChosenFindings(BaseModel):
    """The conditions in the address of the audit: a problem, and whom and what its tasks are of."""

    problem: Annotated[str, Query(max_length=40)] = ""
    unit: Annotated[str, Query(max_length=200)] = ""
    leader: Annotated[str, Query(max_length=200)] = ""
    plan: Annotated[str, Query(max_length=200)] = ""
    document: Annotated[str, Query(max_length=200)] = ""
    due: Annotated[str, Query(max_length=40)] = ""
    due_state: Annotated[str, Query(max_length=20)] = ""


@router.get("/audit")
def audit(view: Viewing, given: Annotated[ChosenFindings, Depends()], counted: Counting) -> Response:
    """What is wrong in the plans, as it is chosen."""
    return view.html("audit.html", lambda store: _audit(view, store, given, counted))


def _audit(view: View, store: Store, given: ChosenFindings, counted: CountedPapers) -> Values:
    found = view.asker(store).findings(replaced=counted.replaced, as_of=counted.in_force)
    tasks = {row["task_id"]: row for row in rows_of(store, _tasks(found))}
    chosen = faceted(view.lang, found, _of_findings(view, tasks), given.model_dump(), inside_words(view, store))
    rows = [told(one) for one in chosen.rows]
    return {
        "rows": list(zip(rows, sources_of_findings(view.links, store, chosen.rows), strict=True)),
        "list": chosen,
        "counts": Counter(one.problem for one in found),
        "problem": given.problem,
        "counted": counted,
    }


def _tasks(found: Sequence[Finding]) -> list[str]:
    return list(dict.fromkeys(one.subject.task_id for one in found if one.subject.task_id))


def _of_findings(view: View, tasks: Mapping[str, TaskRow]) -> list[Facet[Finding]]:
    """By what findings are chosen: the problem, the plan and paper, and what the task that they are about says."""

    def of(value: Callable[[TaskRow], Sequence[str]]) -> Callable[[Finding], Sequence[str]]:
        return lambda one: value(tasks[one.subject.task_id]) if one.subject.task_id in tasks else ()

    return [
        Facet("problem", lambda one: (one.problem,), partial(words.value, view.lang, "problem")),
        Facet("unit", of(lambda row: (*row["lead_units"], *row["responsible_units"], *row["supporting_units"]))),
        Facet("leader", of(lambda row: row["leaders"])),
        Facet("plan", lambda one: (one.subject.plan_title,)),
        Facet("document", lambda one: (one.subject.document,)),
        Facet("due", of(lambda row: [day[:7] for day in row["due_dates"]]), partial(period_words, view.lang)),
        Facet(
            "due_state",
            of(lambda row: (due_state(row["due_dates"], view.day),)),
            partial(words.value, view.lang, "due_state"),
        ),
    ]
