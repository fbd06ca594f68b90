"""Bringing papers, taking them out and bringing them back: forms for those who have the service's token."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.pages.directory import find
from api.pages.view import Values, View, Viewing
from api.words.formats import formats_read
from graph.stores.protocol import Store
from loaders.formats.readers import ENDINGS
from queries.ask import ask

router = APIRouter()


@router.get("/upload")
def upload(view: Viewing) -> Response:
    """The form that brings papers, where the service can be written at all."""
    limit = view.asked.request.app.state.settings.upload_limit
    told = {"limit": limit, "endings": ENDINGS, "formats": formats_read(view.lang)}
    return view.html("upload.html", lambda _store: told)


@router.get("/remove")
def remove(view: Viewing, document: Annotated[str, Query(max_length=300)]) -> Response:
    """The form that takes a paper out, by its id."""
    return view.html("remove.html", lambda store: _paper(view, store, document))


@router.get("/trash")
def trash(view: Viewing) -> Response:
    """The uploads that were replaced or removed: who has the token sees them and brings them back."""
    days = view.asked.request.app.state.settings.trash_days
    return view.html("trash.html", lambda _store: {"days": days})


def _paper(view: View, store: Store, document: str) -> Values:
    [row] = ask(store, "documents/list", named=find(view, store, "documents", document).id)
    return {"row": row}
