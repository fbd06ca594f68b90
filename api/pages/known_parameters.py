"""Parameters of addresses that a page knows: any other is refused, since a condition with a slip of the pen must not
answer with everything.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from api.ask.questions import Asker
from api.http.access.origins import SAFE
from api.http.around.problems import ProblemError
from queries.ask import Row

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


@dataclass(frozen=True, slots=True)
class CountedPapers:
    """Which editions and papers a page counts, as its address says: also those that were `replaced`, or those that
    stood on the day `in_force` ("" for none). `as_of` of an address is the day that a page is seen from.
    """

    replaced: bool = False
    in_force: str = ""

    def listed(self, asker: Asker, name: str) -> list[Row]:
        """All units or leaders, with what counts of their tasks. Raises UsageError for what is no day."""
        return asker.listed(name, replaced=self.replaced, as_of=self.in_force)


async def counted(*, replaced: bool = False, in_force: Annotated[str, Query(max_length=40)] = "") -> CountedPapers:
    """What the address of this page says of it."""
    return CountedPapers(replaced, in_force.strip())


Counting = Annotated[CountedPapers, Depends(counted)]


async def takes_period(period: str = "") -> str:
    """Declares that a page reckons loads in the period that its address names."""
    return period
