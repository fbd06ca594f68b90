"""The versions of a paper: its editions, which of them stands, what changed, and the papers before and after it."""

from fastapi import APIRouter
from starlette.responses import Response

from api.ask.paper_history import history_of_paper
from api.pages.directory import find
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask

router = APIRouter()


@router.get("/documents/{which}/versions")
def versions(view: Viewing, which: str) -> Response:
    """The versions of one paper."""
    return view.html("versions.html", lambda store: _versions(view, store, which))


def _versions(view: View, store: Store, which: str) -> Values:
    identity = find(view, store, "documents", which).id
    [row] = ask(store, "documents/list", named=identity)
    return {"row": row, "history": history_of_paper(store, identity)}
