"""The way in for whoever started the service on a desk: the address that was opened for them signs them in, and leads
to the upload where the store is empty, else to the first page.
"""

import getpass
from hmac import compare_digest
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from api.http.access.people import access_of
from api.http.access.sessions import COOKIE, SECONDS, begin
from api.http.access.tokens import LONGEST_NAME
from api.pages.view import Viewing
from queries.ask import ask

router = APIRouter()


@router.get("/enter")
def enter(view: Viewing, key: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Sign in whoever has the key of this run, which only a service on a desk has; others are led to the first page."""
    request = view.asked.request
    known = request.app.state.desk_key
    own = bool(known) and compare_digest(key.encode(), known.encode())
    token = next((one for one in access_of(request).tokens.known() if own and one.allows("load")), None)
    if token is None:
        return RedirectResponse(view.links.to("/"), HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
    with view.asked.library.reading() as snapshot:
        empty = not ask(snapshot.store, "documents/list")
    answer = RedirectResponse(
        view.links.to("/upload" if empty else "/"), HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"}
    )
    answer.set_cookie(
        COOKIE, begin(token, _name()), max_age=SECONDS, path=view.links.root or "/", httponly=True, samesite="lax"
    )
    return answer


def _name() -> str:
    """Who is logged in at this machine, by which the changes are noted."""
    try:
        name = "".join(one for one in getpass.getuser() if one.isprintable())[:LONGEST_NAME].strip()
    except (OSError, KeyError, ImportError):
        name = ""
    return name or "desk"
