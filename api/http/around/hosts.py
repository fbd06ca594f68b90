"""The names under which the service may be asked: a page elsewhere whose name leads here (DNS rebinding) is refused."""

import re
import socket
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.around.problems import problem_of

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^][:/?#@\s]+)(:[0-9]{1,5})?")
"""What a Host header is: a name, an address of numbers, one of IPv6 in brackets; and a port (RFC 9110, 7.2)."""
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
        host = _HOST.fullmatch(given[0].decode("latin-1").strip().lower())
        return host is not None and (
            host["name"] in self._names or (self._numbers and _is_number(host["name"].strip("[]")))
        )


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def own_names() -> tuple[str, ...]:
    """The names that this machine has itself."""
    return (socket.gethostname(), socket.getfqdn())
