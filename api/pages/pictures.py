"""Pictures in the service: the same self-contained page as `plangraph draw` writes, and files of it to keep.

The page holds its scripts and styles within itself, as its file does, so that what is seen is what can be taken along.
Its policy is stricter than that of the other pages: it names the hashes of exactly these scripts and styles, and allows
no other script, not even one of this service, and no request at all. The data of a picture are no scripts to a browser
(`application/json`), so the hashes are the same for all pictures.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.ask.drawing import Kind, drawn
from api.http.library.finished import Finished
from api.pages.drawing_turns import drawing
from api.pages.links import KINDS
from api.pages.sources import sources_of, sources_of_tasks
from api.pages.view import HTML, Make, View, Viewing
from graph.messages.sentences import say
from graph.stores.protocol import Store
from viz.draw import Drawn, Form, write
from viz.drawing.page import scripts, styles

router = APIRouter()

MEDIA_TYPES: dict[Form, str] = {"html": HTML, "svg": "image/svg+xml", "png": "image/png"}


class Wanted(BaseModel):
    """Whose picture: a name or id of what the kind is of, or a leader or a unit for the months; how far it goes."""

    name: Annotated[str, Query(max_length=200)] = ""
    leader: Annotated[str, Query(max_length=200)] = ""
    unit: Annotated[str, Query(max_length=200)] = ""
    period: Annotated[str, Query(max_length=40)] = ""
    steps: Annotated[int | None, Query()] = None


Asking = Annotated[Wanted, Depends()]


@router.get("/pictures/{kind}.{form}")
def file(view: Viewing, kind: Kind, form: Form, wanted: Asking) -> Response:
    """A picture as a file to take along."""

    def find(store: Store) -> Make:
        found = _drawn(view, store, kind, wanted)
        return lambda: _made(found, form)

    return view.file(MEDIA_TYPES[form], find, keep=True)


@router.get("/pictures/{kind}")
def page(view: Viewing, kind: Kind, wanted: Asking) -> Response:
    """A picture as a page, whose table leads to the places in the papers."""

    def find(store: Store) -> Make:
        found = _drawn(view, store, kind, wanted)
        links = _links(view, store, found)
        return lambda: _made(found, "html", links, _home(view, kind, wanted, found))

    response = view.file(HTML, find, keep=True)
    if response.status_code < HTTPStatus.BAD_REQUEST:
        response.headers["Content-Security-Policy"] = policy()
        response.headers["Content-Disposition"] = "inline"
    return response


def _made(
    found: Drawn, form: Form, links: Mapping[str, str] | None = None, home: tuple[str, str] | None = None
) -> Finished:
    """The file of a picture. Raises ProblemError (429) where others draw and do not end in time."""
    with drawing.turn():
        return Finished(write(found.picture, form, links, home), f"{found.picture.title}.{form}")


@cache
def policy() -> str:
    """What a browser may do with the page of a picture: run its own scripts, and nothing else."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts())}; style-src {_hashes(styles())}; img-src data:; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    )


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)


def _drawn(view: View, store: Store, kind: Kind, wanted: Wanted) -> Drawn:
    return drawn(view.asker(store), kind, **wanted.model_dump())


def _home(view: View, kind: Kind, wanted: Wanted, found: Drawn) -> tuple[str, str]:
    """Where a picture leads back to: the page of what it shows, and the words for it."""
    words = say("zh", "pictures.home")  # as all words of a picture
    if kind == "around":
        label, identity = found.nodes[0]
        return view.links.thing(label.lower(), identity), words
    own = "plan" if kind == "duties" else kind if kind in KINDS else "place"
    shown = (("leader", wanted.leader), ("unit", wanted.unit), (own, wanted.name))
    for sort, name in (*shown, ("place", view.within)):
        if name:
            return view.links.thing(sort, name), words
    return view.links.to("/changes" if kind == "lineage" else "/workload"), words


def _links(view: View, store: Store, found: Drawn) -> dict[str, str]:
    """The address of each place in a paper that the picture's table names."""
    changes = sources_of(view.links, store, "ChangeEvent", (row["change_id"] for row in found.changes))
    tasks = sources_of_tasks(view.links, store, found.tasks)
    nodes = [
        some
        for label in sorted({label for label, _ in found.nodes})
        for some in sources_of(view.links, store, label, _ids(found, label)).values()
    ]
    return {one.cited: one.address for some in (*changes.values(), *tasks.values(), *nodes) for one in some}


def _ids(found: Drawn, label: str) -> list[str]:
    return [identity for one, identity in found.nodes if one == label]
