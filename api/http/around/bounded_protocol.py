"""The server's protocol of one connection, with limits of time: uvicorn itself waits for ever for the rest of a
request's headers, and for a client that takes nothing of its answer.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from api.http.around.connections import Connections, Limits

_REFUSAL = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: 19\r\n\r\nService Unavailable"
)


class BoundedProtocol(H11Protocol):
    """A connection that is counted, and looked at once a second, by the `room` of its service."""

    room: Connections
    since = 0.0
    _mark: tuple[float, int] | None = None
    """When the client was last seen to take enough of its answer, and how many bytes waited for it then."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Take a place; where there is none, say so and close."""
        super().connection_made(transport)
        self.since = self.loop.time()
        if not self.room.admit(self):
            transport.write(_REFUSAL)
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self.room.leave(self)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Wait for the next request from now on."""
        self.since = self.loop.time()
        super().on_response_complete()

    @property
    def address(self) -> str:
        """See `api.http.around.connections.Connection`."""
        return self.client[0] if self.client else ""

    @property
    def waits(self) -> bool:
        """See `api.http.around.connections.Connection`. What is left of a body when the answer is complete counts as
        waiting, bytes that the client has still to take do not.
        """
        answered = self.cycle is None or self.cycle.response_complete
        return answered and not self.transport.get_write_buffer_size()

    def too_slow(self, now: float) -> bool:
        """See `api.http.around.connections.Connection`."""
        waiting = self.transport.get_write_buffer_size()
        if not waiting:
            self._mark = None
            return False
        limits = self.room.limits
        since, before = self._mark or (now, waiting)
        enough = before - waiting >= limits.rate * limits.answer_seconds
        if self._mark is None or enough or waiting > before:
            self._mark = (now, waiting)
            return False
        return now - since > limits.answer_seconds

    def drop(self) -> None:
        """See `api.http.around.connections.Connection`."""
        self.transport.abort()


def bounded(limits: Limits) -> type[BoundedProtocol]:
    """The protocol for one service with these limits."""

    class Bounded(BoundedProtocol):
        """A connection of this service."""

        room = Connections(limits)

    return Bounded
