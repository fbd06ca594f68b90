"""The service: questions over HTTP under /api, pages for people under /, and what surrounds them all.

Endpoints are plain functions that run in threads; `api.http.library.library` sees to it that each answers from a whole
state.
"""

from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api.http.access.needs import reading
from api.http.access.people import Access
from api.http.around import problems
from api.http.around.bodies import Bodies
from api.http.around.guarding import Guarding
from api.http.around.head_requests import Heads
from api.http.around.hosts import LOOPBACK, Hosts, own_names
from api.http.around.observing import Metrics, Observing
from api.http.around.paces import Paces
from api.http.around.rates import Rates
from api.http.around.slices import Slices
from api.http.documented import describe
from api.http.library.finished import finished_answers
from api.http.library.library import Library
from api.http.routes import (
    answers,
    catalogue,
    corrections,
    documents,
    exports,
    history,
    ledger,
    lists,
    service,
    sources,
    sparql,
    tasks_out,
    trash,
)
from api.pages.routes import add_pages
from api.serving import ServiceSettings

DESCRIPTION = """Questions to a graph of Chinese local-government work plans: who does what by when, by which file.

Lists answer `{"items", "next", "total"}`; `next` is the cursor of the next page. Errors are problems (RFC 9457). Every
answer bears an ETag that names the state of the graph.
"""

PACKING = 4
"""How hard answers are packed, of 9: that takes half the time of the hardest, and pages are a twentieth longer."""

PARTS = (
    service,
    lists,
    answers,
    sources,
    exports,
    sparql,
    tasks_out,
    catalogue,
    documents,
    corrections,
    trash,
    ledger,
    history,
)


def create_app(settings: ServiceSettings, library: Library, *, examples: bool = False, desk_key: str = "") -> FastAPI:
    """The service with these settings over this library, which the caller closes. `examples` says that it holds the
    example papers, as pages then say; `desk_key` is the token by which whoever started it is signed in (`/enter`).
    """
    metrics = Metrics()
    app = FastAPI(
        title="plangraph",
        version=version("plangraph"),
        description=DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        middleware=_around(settings, metrics),
        dependencies=[Depends(reading)],
    )
    app.state.library = library
    app.state.finished = finished_answers()
    app.state.settings = settings
    app.state.examples = examples
    app.state.desk_key = desk_key
    app.state.access = Access(settings.tokens)
    app.state.metrics = metrics
    problems.install(app)
    for part in PARTS:
        app.include_router(part.router)
    add_pages(app)
    describe(app)
    return app


def _around(settings: ServiceSettings, metrics: Metrics) -> list[Middleware]:
    """What a request passes on its way in, the outermost first."""
    names = [*LOOPBACK, settings.host, *settings.allowed_hosts.split(",")]
    around = [
        Middleware(Observing, metrics=metrics),
        Middleware(Slices),
        Middleware(Guarding),
        Middleware(Hosts, names=names if settings.loopback else [*names, *own_names()], numbers=not settings.loopback),
    ]
    if settings.rate_limit:
        around.append(Middleware(Rates, rate=settings.rate_limit))
    if settings.cors_origins:
        origins = [one.strip() for one in settings.cors_origins.split(",")]
        around.append(Middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET"]))
    return [
        *around,
        Middleware(Heads),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=PACKING),
        Middleware(Bodies, most=settings.max_bytes),
        Middleware(Paces, seconds=settings.body_seconds, rate=settings.least_rate),
    ]
