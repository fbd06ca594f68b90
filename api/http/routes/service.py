"""How the service is: alive, ready, and what it has counted."""

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from api.http.answers import Question
from api.http.documented import responses, texts
from graph.model import node_types
from graph.stores import ddl

router = APIRouter(tags=["service"])


class Health(BaseModel):
    """The process answers."""

    model_config = ConfigDict(json_schema_extra={"example": {"status": "alive"}})

    status: str = "alive"


class Readiness(BaseModel):
    """The store answers; `state` names the state of the graph that is served."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"status": "ready", "state": "5f1c0a9b7d3e42c8a1b0", "files": 3}}
    )

    status: str = "ready"
    state: str
    files: int


@router.get("/healthz", responses=responses())
def healthz() -> Health:
    """Whether the process is alive."""
    return Health()


@router.get("/readyz", responses=responses())
def readyz(asked: Question) -> Readiness:
    """Whether questions can be answered."""
    with asked.library.reading() as snapshot:
        files = snapshot.store.read(ddl.read_nodes(node_types()["File"]))
        return Readiness(state=snapshot.state, files=len(files))


@router.get(
    "/metrics",
    response_class=Response,
    responses=responses(ok=texts([CONTENT_TYPE_LATEST], "Counts in the text form of Prometheus.")),
)
def metrics(request: Request) -> Response:
    """What has been counted since the service began, for Prometheus."""
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
