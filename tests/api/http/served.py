"""The service as others reach it: a server in a thread, at a port of its own."""

import json
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from threading import Thread
from typing import Any

import uvicorn

from api.app import create_app
from api.http.library.library import Library
from api.server import server_options
from api.serving import ServiceSettings


@contextmanager
def served(library: Library, **settings: object) -> Iterator[int]:
    """The port at which the service over this library answers until the end of the block."""
    chosen = ServiceSettings(store=library.where, **settings)  # type: ignore[arg-type]
    app = create_app(chosen, library)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", **server_options(chosen)))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield int(listening.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(timeout=20)


def got(
    port: int, address: str, method: str = "GET", body: bytes = b"", headers: Mapping[str, str] | None = None
) -> tuple[int, str, Any]:
    """The status, entity tag and JSON of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, address, body or None, {"Host": "localhost", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.getheader("ETag", ""), json.loads(answer.read() or b"null")
    finally:
        connection.close()
