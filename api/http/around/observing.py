"""Each request has an id, leaves one line in the log and is counted."""

import re
import time
from secrets import token_hex

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID = "X-Request-ID"
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SHOWN = 300
"""Signs of a path that are logged."""
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)


class Metrics:
    """What is counted of one running app."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("plangraph_requests", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "plangraph_request_seconds", "Seconds until answered.", ("route",), buckets=_BUCKETS, registry=self.registry
        )


class Observing:
    """The outermost part of the app."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Observe what `app` answers."""
        self._app = app
        self._metrics = metrics
        self._log = structlog.get_logger("plangraph.http")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        began = time.perf_counter()
        status = 500

        async def observed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        try:
            await self._app(scope, receive, observed)
        finally:
            self._note(scope, request_id, status, time.perf_counter() - began)

    def _note(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "") or "none"
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(method, route, status).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        self._log.info(
            "answered",
            method=method,
            path=scope["path"][:_SHOWN],
            status=status,
            ms=round(seconds * 1000, 1),
            request_id=request_id,
            client=(scope.get("client") or ("", 0))[0],
        )


def _request_id(scope: Scope) -> str:
    """The id that a proxy gave, if it is one, else a new one."""
    given = dict(scope["headers"]).get(REQUEST_ID.lower().encode(), b"").decode("latin-1")
    return given if _ID.fullmatch(given) else token_hex(8)
