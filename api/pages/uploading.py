"""Bringing papers: a form that sends files to the service, for those who have its token."""

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.view import Viewing

router = APIRouter()


@router.get("/upload")
def upload(view: Viewing) -> Response:
    """The form, where the service can be written at all."""
    state = view.asked.request.app.state
    limit = state.settings.upload_limit
    return view.html("upload.html", lambda _store: {"open": bool(state.secret), "limit": limit})
