"""The pages for people."""

from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from api.http.asked import Question
from queries.ask import ask

router = APIRouter(include_in_schema=False)
HERE = Path(__file__).parent
STATIC = HERE / "static"


@cache
def templates() -> Jinja2Templates:
    """The templates; they escape all that they are given."""
    return Jinja2Templates(HERE / "templates")


@router.get("/")
def start(request: Request, asked: Question) -> Response:
    """The start page."""
    with asked.library.reading() as snapshot:
        counts = {name: len(ask(snapshot.store, f"{name}/list")) for name in ("documents", "plans", "tasks")}
    return templates().TemplateResponse(request, "start.html", {"counts": counts, "lang": asked.lang})
