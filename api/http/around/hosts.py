"""The names under which the service may be asked: a page elsewhere whose name leads here (DNS rebinding) is refused."""

import socket
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.around.problems import problem_of

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Hosts:
    """Refuses requests whose Host header names another host. An address of numbers is no name that could lead astray,
    so all are allowed where the service is reached from other machines (`numbers`).
    """

    def __init__(self, app: ASGIApp, names: Iterable[str], *, numbers: bool) -> None:
        """Allow these names."""
        self._app = app
        self._names = {name.strip().lower() for name in names if name.strip()}
        self._numbers = numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or self._allowed(scope):
            await self._app(scope, receive, send)
            return
        await problem_of(Request(scope), 400, "http.host")(scope, receive, send)

    def _allowed(self, scope: Scope) -> bool:
        given = [value for name, value in scope["headers"] if name == b"host"]
        if len(given) != 1:
            return False
        host = given[0].decode("latin-1").strip().lower()
        name = host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
        return name in self._names or (self._numbers and _is_number(name.strip("[]")))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def own_names() -> tuple[str, ...]:
    """The names that this machine has itself."""
    return (socket.gethostname(), socket.getfqdn())
