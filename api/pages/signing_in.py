"""Signing in with a name and a token, and out again."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.http.access.needs import GuardedRoute, needs
from api.http.access.origins import is_own
from api.http.access.people import Person, access_of
from api.http.access.sessions import COOKIE, SECONDS, begin
from api.http.access.tokens import LONGEST_NAME
from api.http.around.problems import ProblemError
from api.pages.view import HTML, Values, View, Viewing
from graph.messages.sentences import worded

router = APIRouter(route_class=GuardedRoute)

Typed = Annotated[str, Form(max_length=1000)]


@router.get("/sign-in")
def form(view: Viewing, next_: Annotated[str, Query(alias="next", max_length=1000)] = "") -> Response:
    """The form, which leads on to the page from which one came."""
    return _page(view, HTTPStatus.OK, {"wrong": "", "name": "", "next": next_})


@router.post("/sign-in")
def sign_in(
    view: Viewing, name: Typed = "", token: Typed = "", next_: Annotated[str, Form(alias="next", max_length=1000)] = ""
) -> Response:
    """Begin a session. The form comes back with why it does not, where the token is wrong or there is no name."""
    request = view.asked.request
    name = name.strip()
    try:
        _check(request, name)
        known = access_of(request).try_token(request, token)
    except ProblemError as error:
        wrong = worded(view.lang, error.message)
        return _page(view, error.status, {"wrong": wrong, "name": name[:LONGEST_NAME], "next": next_})
    answer = RedirectResponse(_own_path(next_) or view.links.to("/"), HTTPStatus.SEE_OTHER)
    answer.set_cookie(
        COOKIE,
        begin(known, name),
        max_age=SECONDS,
        path=view.links.root or "/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return answer


@router.post("/sign-out")
def sign_out(view: Viewing, person: Annotated[Person | None, needs("read")]) -> Response:
    """End a session, in this browser and for whoever has kept its cookie."""
    if person is not None and person.session is not None:
        access_of(view.asked.request).ended.end(person.session)
    answer = RedirectResponse(view.links.to("/"), HTTPStatus.SEE_OTHER)
    answer.delete_cookie(COOKIE, path=view.links.root or "/", httponly=True, samesite="lax")
    return answer


def _check(request: Request, name: str) -> None:
    """Raise ProblemError for what a page elsewhere had the browser send, and for what is no name."""
    if not is_own(request):
        raise ProblemError(403, "http.forged")
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ProblemError(422, "sign.no_name", most=LONGEST_NAME)


def _page(view: View, status: int, values: Values) -> Response:
    text = view.fill("sign_in.html", {**values, "most": LONGEST_NAME})
    return Response(text, int(status), {"Cache-Control": "no-store"}, HTML)


def _own_path(typed: str) -> str:
    """An address of this service that one may be led to, "" for any other."""
    own = typed.startswith("/") and not typed.startswith(("//", "/\\")) and typed.isprintable()
    return typed if own else ""
