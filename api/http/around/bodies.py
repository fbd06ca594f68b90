"""Bodies of requests have a limit: what is longer is refused before it is kept."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.around.problems import problem_of


class Bodies:
    """Refuses bodies longer than a number of bytes: at once where their length is told, else as soon as it shows."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        """Let `app` have bodies of at most so many bytes."""
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"0")
        if not told.isdigit() or int(told) > self._most:
            status = 413 if told.isdigit() else 400
            await problem_of(Request(scope), status, f"http.{status}")(scope, receive, send)
            return
        length = 0

        async def counted() -> Message:
            nonlocal length
            message = await receive()
            length += len(message.get("body", b""))
            if length > self._most:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
