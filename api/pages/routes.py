"""All pages of the service, and the files that they need."""

from importlib import resources

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from api.pages import (
    checks,
    correcting,
    deciding,
    entering,
    errors,
    history,
    pictures,
    search,
    signing_in,
    start,
    suggestions,
    vocabulary,
)
from api.pages.known_parameters import refuse_unknown_parameters
from api.pages.papers import originals, page_pictures, papers, uploading, versions
from api.pages.people import leaders, units, workload
from api.pages.places import changes, compare, places
from api.pages.tasks import audit, ledger, taken, tasks

PARTS = (
    start,
    search,
    suggestions,
    taken,
    tasks,
    leaders,
    units,
    places,
    versions,
    papers,
    originals,
    page_pictures,
    checks,
    workload,
    audit,
    correcting,
    deciding,
    history,
    signing_in,
    entering,
    changes,
    compare,
    pictures,
    uploading,
    ledger,
    vocabulary,
)


def add_pages(app: FastAPI) -> None:
    """Let the app answer people too; the pages are no part of its description for machines."""
    for part in PARTS:
        app.include_router(part.router, include_in_schema=False, dependencies=[Depends(refuse_unknown_parameters)])
    errors.install(app)
    with resources.as_file(resources.files("api") / "static") as folder:
        app.mount("/static", StaticFiles(directory=folder), name="static")
