"""Deciding on names and papers with two buttons, and taking it back: forms for those whose token allows it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from api.http import deciding
from api.http.access.needs import GuardedRoute, needs
from api.http.access.people import Person
from api.http.deciding import DecisionSubject
from api.pages.view import View, Viewing
from graph.errors import PlangraphError

router = APIRouter(route_class=GuardedRoute)

Field = Annotated[str, Form(max_length=500)]
Decider = Annotated[Person, needs("decide")]


@router.post("/proposals/decide")
def decide(
    view: Viewing,
    person: Decider,
    kind: Field,
    one: Field,
    other: Field,
    verdict: Field,
    place: Field = "",
    why: Field = "",
) -> Response:
    """Take a decision on a proposal."""
    try:
        deciding.decide(view.asked.library, DecisionSubject(kind, place, one, other), verdict, person.name, why.strip())
    except PlangraphError as error:
        return view.sorry(error)
    return _back(view, "decided")


@router.post("/proposals/undo")
def undo(view: Viewing, person: Decider, kind: Field, one: Field, other: Field, place: Field = "") -> Response:
    """Take a decision back."""
    try:
        deciding.undo(view.asked.library, DecisionSubject(kind, place, one, other), person.name)
    except PlangraphError as error:
        return view.sorry(error)
    return _back(view, "undone")


def _back(view: View, done: str) -> Response:
    return RedirectResponse(view.links.to("/proposals", done=done), HTTPStatus.SEE_OTHER)
