"""Clients that leave before they are done: in the midst of an upload, or before their answer is there."""

import socket
import struct
import time
from collections.abc import Mapping, Sequence
from random import Random
from threading import Event

from benchmarks.running import Running

BROKEN = struct.pack("ii", 1, 0)
"""To end a connection as if its wire were cut."""


def leave(
    service: Running, stop: Event, seed: int, addresses: Sequence[str], body: bytes, headers: Mapping[str, str]
) -> int:
    """Begin questions and uploads of this body and leave, until it is time to stop; how many were begun."""
    random = Random(seed)  # noqa: S311 - a choice of what to begin, no secret
    begun = 0
    while not stop.is_set():
        if random.random() < 1 / 2:
            send_and_leave(service, "GET", random.choice(addresses), b"", {}, cut=True)
        else:
            send_and_leave(service, "POST", "/api/documents", body, headers, share=random.random(), cut=True)
        begun += 1
        time.sleep(random.random() / 5)
    return begun


def send_and_leave(
    service: Running,
    method: str,
    path: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    share: float = 1.0,
    cut: bool = False,
) -> None:
    """Send a request with this share of its body, and do not wait for the answer."""
    told = {"Host": "127.0.0.1", "Content-Length": str(len(body)), **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    with socket.create_connection(("127.0.0.1", service.port)) as connection:
        connection.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body[: int(share * len(body))])
        if cut:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, BROKEN)
