"""How many requests one address may send in a time."""

import math
import time

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.around.problems import problem_of

FREE = frozenset({"/healthz", "/readyz", "/metrics"})
"""Paths that are never counted where they are only read."""


class Rates:
    """Refuses what comes above a rate such as "6000/minute"; behind a proxy the address is the one that it tells."""

    def __init__(self, app: ASGIApp, rate: str) -> None:
        """Count what is asked of `app`. Raises ValueError for a rate that is none."""
        self._app = app
        self._rate = parse(rate)
        self._counting = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        address = str((scope.get("client") or ("",))[0])
        if scope["type"] != "http" or _is_free(scope) or self._counting.hit(self._rate, address):
            await self._app(scope, receive, send)
            return
        again = self._counting.get_window_stats(self._rate, address).reset_time - time.time()
        refusal = problem_of(Request(scope), 429, "http.429")
        refusal.headers["Retry-After"] = str(max(1, math.ceil(again)))
        await refusal(scope, receive, send)


def _is_free(scope: Scope) -> bool:
    return scope["method"] in ("GET", "HEAD") and scope["path"] in FREE
