"""The trash over HTTP, for those who have the token: what lies in it, and what is brought back."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict

from api.http.access.needs import GuardedRoute, needs
from api.http.access.people import Person
from api.http.answers import Question
from api.http.documented import responses
from api.http.routes.documents import TakenIn, taken_in
from api.http.trash_entry import TrashedFile
from api.http.uploads import restore, trashed

router = APIRouter(prefix="/api/trash", tags=["documents"], route_class=GuardedRoute)


class TrashList(BaseModel):
    """All files in the trash, the latest first; those older than `days` are deleted."""

    model_config = ConfigDict(json_schema_extra={"example": {"items": [], "days": 30}})

    items: list[TrashedFile]
    days: int


@router.get("", dependencies=[needs("load")], responses=responses(401, 403))
def files(asked: Question) -> TrashList:
    """Uploaded files that were replaced or removed, until they are deleted by their age."""
    days = asked.request.app.state.settings.trash_days
    return TrashList(items=[TrashedFile.of(one) for one in trashed(asked.library)], days=days)


@router.post("/{id}/restore", responses=responses(401, 403, 404, 507))
def bring_back(
    asked: Question,
    person: Annotated[Person, needs("load")],
    identity: Annotated[str, Path(alias="id", max_length=100, description="The id of a file in the trash.")],
    *,
    replace: Annotated[bool, Query(description="Whether it takes the place of its namesake, which goes.")] = False,
) -> TakenIn:
    """Load a file of the trash again, under its name or beside a namesake. All that people decided on names still
    holds.
    """
    return taken_in(asked, restore(asked.library, identity, replacing=replace, who=person.name))
