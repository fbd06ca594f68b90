"""Bodies of requests must come in time: what stands still, or drips, is refused before it keeps anything for ever."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CLOSE = {"Connection": "close"}


class Paces:
    """Refuses bodies (408) of which nothing comes for some seconds, and those that come at less than a rate."""

    def __init__(self, app: ASGIApp, seconds: float, rate: int) -> None:
        """Let `app` have bodies that come within `seconds`, and longer ones at `rate` bytes a second or more."""
        self._app = app
        self._seconds = seconds
        self._rate = rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        begun: float | None = None
        length = 0
        whole = False

        async def paced() -> Message:
            nonlocal begun, length, whole
            if whole:  # what may still come is that the client leaves
                return await receive()
            now = loop.time()
            begun = now if begun is None else begun
            last = begun + self._seconds + length / self._rate
            try:
                async with asyncio.timeout_at(min(now + self._seconds, last)):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, headers=_CLOSE) from None
            length += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            return message

        await self._app(scope, paced, send)
