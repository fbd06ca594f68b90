"""Answers go out in slices: the server keeps what a client has not taken yet, and waits for it before the next one."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LENGTH = 64 * 1024
"""Bytes of a slice: as many as the server lets wait before it stops the one that answers."""


class Slices:
    """Parts long bodies, which the server would copy whole for each client that reads slowly."""

    def __init__(self, app: ASGIApp) -> None:
        """Part what `app` answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def sliced(message: Message) -> None:
            body = message.get("body", b"")
            if message["type"] != "http.response.body" or len(body) <= LENGTH:
                await send(message)
                return
            for start in range(0, len(body), LENGTH):
                more = message.get("more_body", False) or start + LENGTH < len(body)
                await send({**message, "body": body[start : start + LENGTH], "more_body": more})

        await self._app(scope, receive, sliced if scope["type"] == "http" else send)
