"""The versions of a paper: its editions, which of them stands, what changed, and the papers before and after it; for
those who may decide, buttons by which an edition stands, and by which that is taken back.
"""

from collections import Counter
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.responses import RedirectResponse, Response

from api.ask.editions.deciding_versions import shown_names
from api.ask.editions.paper_history import Two, history_of_paper
from api.http import deciding
from api.http.access.needs import GuardedRoute, needs
from api.http.access.people import Person
from api.http.deciding import DecisionSubject
from api.http.library.finished import Finished
from api.lists.taking import XLSX
from api.pages.directory import find
from api.pages.view import Make, Values, View, Viewing
from graph.errors import NotFoundError, PlangraphError
from graph.refresh.held import files_of
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from queries.ask import ask
from queries.versions import changes
from viz.files.changes_sheet import changes_workbook, title_of_changes

router = APIRouter(route_class=GuardedRoute)
Field = Annotated[str, Form(max_length=500)]
Number = Annotated[int, Query(ge=0, le=1000)]
Decider = Annotated[Person, needs("decide")]
DONE = ("decided", "undone")
"""What may have been done before the page is shown again."""


@router.get("/documents/{which}/versions")
def versions(view: Viewing, which: str, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """The versions of one paper."""
    return view.html("versions.html", lambda store: _versions(view, store, which, done))


@router.get("/documents/{which}/versions.xlsx")
def sheet(
    view: Viewing, which: str, edition: Number = 0, other: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """What changed as a 变更对照表: between an edition of a paper (by its place, from 1) and the one that the page lays
    it beside, or between the paper and another (by id) that replaces it or that it replaces.
    """

    def find_rows(store: Store) -> Make:
        between = _between(view, store, which, edition, other)
        book = changes_workbook(between[0].name, between[1].name, changes(*between), view.lang)
        return lambda: Finished(book, f"{title_of_changes(view.lang)}.xlsx")

    return view.file(XLSX, find_rows)


@router.post("/documents/{which}/versions/decide")
def decide(view: Viewing, person: Decider, which: str, file: Field, why: Field = "") -> Response:
    """Decide that the edition to which a file (by hash) belongs stands."""
    try:
        deciding.decide_edition(view.asked.library, which, file, person.name, why.strip())
    except PlangraphError as error:
        return view.sorry(error)
    return _back(view, which, "decided")


@router.post("/documents/{which}/versions/undo")
def undo(view: Viewing, person: Decider, which: str, one: Field, other: Field) -> Response:
    """Take back that one file (by hash) stands over another."""
    try:
        deciding.undo(view.asked.library, DecisionSubject("edition", "", one, other), person.name)
    except PlangraphError as error:
        return view.sorry(error)
    return _back(view, which, "undone")


def _back(view: View, which: str, done: str) -> Response:
    return RedirectResponse(view.links.to(f"/documents/{which}/versions", done=done), HTTPStatus.SEE_OTHER)


def _between(view: View, store: Store, which: str, edition: int, other: str) -> Two:
    """The two versions that are laid beside each other. Raises NotFoundError where there are none."""
    identity = find(view, store, "documents", which).id
    history = history_of_paper(store, identity)
    told = history.editions[edition - 1 : edition] if edition else ()
    papers = (one for one in (*history.replaces, *history.replaced_by) if one.row["document_id"] == other)
    found = [*(one.between for one in told if one.between), *(one.between for one in papers)]
    if not found:
        raise NotFoundError("diff.no_version", name=which)
    return found[0]


def _versions(view: View, store: Store, which: str, done: str) -> Values:
    identity = find(view, store, "documents", which).id
    [row] = ask(store, "documents/list", named=identity)
    history = history_of_paper(store, identity)
    files = files_of(store, identity)
    return {
        "row": row,
        "history": history,
        "counts": [Counter(one["what"] for one in told.to_this) for told in history.editions],
        "open": any(told.edition.state == "open" for told in history.editions),
        "decisions": [
            one for one in stored_decisions(store).all if one.kind == "edition" and not files.isdisjoint(one.names)
        ],
        "shown": shown_names(store),
        "done": done if done in DONE else "",
    }
