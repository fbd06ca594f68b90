"""The service on one's own desk: on a free port of this machine, for whoever started it, with the browser opened there.

Nobody has to set a token: one is made for the run. The address that is opened has a key of the run (`/enter`), by which
a cookie signs in whoever has it; others who reach the port may read, as with any service, and change nothing.
"""

import os
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from api.server import server_options
from api.serving import ServiceSettings

HOST = "127.0.0.1"
_TOKEN = 32
"""Random bytes of a secret."""


def new_secret() -> str:
    """A token or key for one run."""
    return secrets.token_urlsafe(_TOKEN)


def free_port(port: int = 0) -> socket.socket:
    """A socket on a port of this machine, a free one for 0, held so that nobody else takes it. Raises OSError."""
    held = socket.socket()
    if sys.platform != "win32":
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((HOST, port))
    except OSError:
        held.close()
        raise
    return held


def run(app: FastAPI, settings: ServiceSettings, held: socket.socket, ready: Callable[[], None]) -> None:
    """Serve on a socket until it is stopped; `ready` is called when requests are answered."""
    config = uvicorn.Config(app, host=settings.host, port=settings.port, **server_options(settings))
    _Server(config, ready).run(sockets=[held])


def open_browser(address: str) -> None:
    """Open a page in the browser of this machine, if it has one with windows; nothing waits for it."""
    if sys.platform not in {"win32", "darwin"} and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


class _Server(uvicorn.Server):
    """A server that tells when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()
