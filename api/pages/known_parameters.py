"""Parameters of addresses that a page knows: any other is refused, since a condition with a slip of the pen must not
answer with everything.
"""

from http import HTTPStatus

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from api.http.access.origins import SAFE
from api.http.around.problems import ProblemError

EVERYWHERE = frozenset({"lang", "in", "as_of"})
"""What every page takes: its language, the place that it is narrowed to, the day that it is seen from."""


async def refuse_unknown_parameters(request: Request) -> None:
    """Raise ProblemError for a parameter of the address that the endpoint does not declare."""
    route = request.scope.get("route")
    if request.method not in SAFE or not isinstance(route, APIRoute):
        return
    declared = EVERYWHERE | _declared(route.dependant)
    for name in request.query_params:
        if name not in declared:
            raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "http.unknown_parameter", name=name[:40])


def _declared(dependant: Dependant) -> set[str]:
    """The parameters that an endpoint declares, and those that what it depends on does."""
    own = {one.alias for one in dependant.query_params}
    return own.union(*(_declared(one) for one in dependant.dependencies))


async def takes_period(period: str = "") -> str:
    """Declares that a page reckons loads in the period that its address names."""
    return period
