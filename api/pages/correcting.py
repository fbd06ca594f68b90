"""Correcting in the browser: the list of corrections, and the form that fits what was read wrongly."""

from collections.abc import Mapping
from typing import Annotated, get_args

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.corrections.correctable import ReadPassage, of_paper, of_passages, of_plan, of_task
from api.ask.corrections.corrections_listed import State, listed
from api.ask.corrections.statement_corrections import FIELDS, OnePassage, refusal_of, what_of
from api.ask.resolve import unknown
from api.pages.view import Values, Viewing
from graph.corrections.corrections import PAPER_FIELDS, TASK_FIELDS
from graph.corrections.matching import reading
from graph.errors import NotFoundError
from graph.papers.passages import kind_of
from graph.stores.corrections import stored_corrections
from graph.stores.protocol import Store
from graph.stores.read_back import read_nodes
from queries.ask import ask
from queries.chosen import rows_of

router = APIRouter()
Id = Annotated[str, Query(max_length=200)]
_NEW = ("title", "lead_units", "responsible_units", "supporting_units", "leaders", "due_text")
"""Fields of the form of a task that was not read."""
_EMPTY: Values = {"fields": (), "passages": (), "kinds": (), "undo": (), "one": False}
"""What a form lacks that does not say so."""
_PASSAGES = 3
"""Passages of which the words are shown above a form."""


@router.get("/corrections")
def corrections(view: Viewing) -> Response:
    """What people corrected; what is to be looked at again comes first."""
    return view.html("corrections.html", _corrections)


@router.get("/correct")
def correct(
    view: Viewing, task: Id = "", document: Id = "", unit: Id = "", leader: Id = "", plan: Id = "", passage: Id = ""
) -> Response:
    """The form for a task, a paper, a unit, a leader, a plan, or what else a passage says or was not read in it."""

    def find(store: Store) -> Values:
        if task:
            return _task(store, task)
        if document:
            return _paper(store, document)
        if unit:
            return _agent(store, "not_unit", "Unit", unit)
        if leader:
            return _agent(store, "not_person", "Person", leader)
        return _passage(store, of_plan(store, plan)[0].id if plan else passage)

    return view.html("correct.html", lambda store: {**_EMPTY, **find(store)})


def _corrections(store: Store) -> Values:
    rows = listed(store)
    order = {state: place for place, state in enumerate(reversed(get_args(State)))}
    return {
        "rows": sorted(rows, key=lambda row: order[row["state"]]),
        "stale": sum(r["state"] != "holds" for r in rows),
    }


def _task(store: Store, task: str) -> Values:
    for row in rows_of(store, [task]):
        passages = of_task(store, task)
        was = dict(zip(row["corrected"], row["as_read"], strict=True))
        fields = [(name, _shown(row, name), was.get(name)) for name in TASK_FIELDS]
        read = kind_of(passages[0].statement) == "task"
        kinds = ("no_task", "two_tasks") if len(passages) > 1 else ("no_task",)
        return {
            "what": "task",
            "of": task,
            "name": row["title"] or row["content"],
            "back": f"/tasks/{task}",
            "fields": fields if read else [],
            "passages": _words(passages),
            "kinds": kinds if read else (),
            "undo": row["corrected_by"],
            "one": read,
        }
    raise unknown("tasks", task)


def _paper(store: Store, document: str) -> Values:
    for row in ask(store, "documents/list", named=document):
        if row["document_id"] == document:
            was = dict(zip(row["corrected"], row["as_read"], strict=True))
            return {
                "what": "paper",
                "of": document,
                "name": row["title"] or row["number"] or row["files"][0],
                "back": f"/documents/{document}",
                "fields": [(name, row[name], was.get(name)) for name in PAPER_FIELDS],
                "passages": _words(of_paper(store, document)),
                "undo": row["corrected_by"],
            }
    raise NotFoundError("name.no_document", name=document, hint="")


def _agent(store: Store, what: str, label: str, agent: str) -> Values:
    for node in read_nodes(store, [(label, agent)]):
        kind = "units" if label == "Unit" else "leaders"
        return {
            "what": what,
            "of": agent,
            "name": node.properties["name"],
            "back": f"/{kind}/{agent}",
            "kinds": (what,),
        }
    raise unknown("units" if label == "Unit" else "leaders", agent)


def _passage(store: Store, passage: str) -> Values:
    found = of_passages(store, [passage])
    if what := what_of(found[0]):
        return _said(store, found, what)
    return {
        "what": "new_task",
        "of": passage,
        "name": "",
        "back": "",
        "fields": [(name, "", None) for name in _NEW],
        "passages": _words(found),
    }


def _said(store: Store, found: list[ReadPassage], what: OnePassage) -> Values:
    """The form for what a passage says of a plan, a change of places, a seat."""
    [one] = found
    [node] = read_nodes(store, [("Passage", one.id)])
    holding = node.properties["corrections"]
    made = stored_corrections(store).by_id
    held = [made[str(identity)] for identity in (holding if isinstance(holding, tuple) else ())]
    now = {correction.field: correction for correction in held if correction.what == what}
    refusal = refusal_of(what)
    return {
        "what": what,
        "of": one.id,
        "name": "",
        "back": "",
        "fields": [
            (name, "、".join(now[name].value), "、".join(now[name].read))
            if name in now
            else (name, "、".join(reading(one.statement, name)), None)
            for name in FIELDS[what]
        ],
        "passages": _words(found),
        "kinds": (refusal,) if refusal else (),
        "undo": [correction.id for correction in held],
    }


def _shown(row: Mapping[str, object], name: str) -> str:
    """A field as it is typed: names with 、 between."""
    value = row[name]
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _words(passages: list[ReadPassage]) -> list[tuple[str, str]]:
    """The words of the first passages, each with the file in which they stand."""
    return [(one.document.path, one.statement.source.quote) for one in passages[:_PASSAGES]]
