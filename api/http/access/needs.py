"""What an endpoint asks of those who call it: `needs(role)`, looked at before a body is read."""

from collections.abc import Callable, Coroutine
from functools import cache
from hmac import compare_digest
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.responses import Response

from api.http.access.origins import SAFE, is_own
from api.http.access.people import Access, Person, access_of
from api.http.access.sessions import BrowserSession
from api.http.access.tokens import Role
from api.http.around.problems import ProblemError

FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field
HEADER = "x-form-token"
OPEN = frozenset({"/healthz", "/readyz", "/metrics", "/sign-in", "/sign-out", "/enter"})
"""Paths that everybody may ask, however reading is limited."""
_FORM = "application/x-www-form-urlencoded"
_SCHEME = HTTPBearer(
    auto_error=False, description="A token of the service: PLANGRAPH_TOKEN, or one of the file of tokens."
)


class Gate:
    """Lets in those whose token has a role, and gives the `Person`; everybody else is refused (401, 403, 429)."""

    def __init__(self, role: Role) -> None:
        """A gate for a role."""
        self._role: Role = role

    async def __call__(self, request: Request, _scheme: Annotated[object, Depends(_SCHEME)]) -> Person | None:
        """Who sends a request. Raises ProblemError for those who may not."""
        access = access_of(request)
        person = access.person(request)
        if person is not None and person.session is not None and request.method not in SAFE:
            await _check_own(request, person.session)
        _check_role(access, person, self._role)
        return person


@cache
def needs(role: Role) -> Any:  # noqa: ANN401 - FastAPI types what it gives for Depends so
    """A dependency that lets in those whose token has a role, and gives the `Person`; everybody else is refused (401,
    403, 429). A change that a browser sends with the cookie of a session must come from a page of this service and bear
    its form token, as the header `X-Form-Token` or the field `form_token`. Its router has `GuardedRoute` as the class
    of its routes, or the body would be looked at first.
    """
    return Depends(Gate(role))


class GuardedRoute(APIRoute):
    """An endpoint whose body is read only for those whom its gates let in: others are told nothing about their body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the endpoint, behind its gates."""
        handle = super().get_route_handler()
        gates = [one.call for one in self.dependant.dependencies if isinstance(one.call, Gate)]

        async def guarded(request: Request) -> Response:
            for gate in gates:
                await gate(request, None)
            return await handle(request)

        return guarded


def _check_role(access: Access, person: Person | None, role: Role) -> None:
    if access.may(person, role):
        return
    if not access.tokens.configured:
        raise ProblemError(403, "http.403")
    if person is None:
        raise ProblemError(401, "http.401")
    raise ProblemError(403, "http.role", role=role)


async def _check_own(request: Request, session: BrowserSession) -> None:
    """Raise ProblemError for a change that a page elsewhere had the browser send."""
    given = request.headers.get(HEADER, "")
    if not given and request.headers.get("content-type", "").startswith(_FORM):
        await request.body()  # which keeps it, for the endpoint to read again
        field = (await request.form()).get(FORM_TOKEN, "")
        given = field if isinstance(field, str) else ""
    if not is_own(request) or not compare_digest(given.encode(), session.form_token.encode()):
        raise ProblemError(403, "http.forged")


async def reading(request: Request) -> None:
    """What every endpoint asks: that one may read, where reading is limited; what reveals nothing is open."""
    if request.url.path.removeprefix(str(request.scope.get("root_path", ""))) in OPEN:
        return
    access = access_of(request)
    if access.reading_is_limited:
        _check_role(access, access.person(request), "read")
