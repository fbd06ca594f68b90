"""A running service under faults: `plangraph serve` in a forked process, and a client that uploads and removes."""

import signal
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from api.cli.program import main
from tests.faults.actions import STORE
from tests.faults.forked import Ended, Running, started

TOKEN = "a-token-of-the-tests-of-faults"  # noqa: S105 - no secret
_PAUSE = 0.01
_PATIENCE = 60.0
"""Seconds that an answer, a start and an end may take on a loaded machine."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the client asks for: a document in or out."""

    upload: bool
    name: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The status of a step's answer, 0 for none, and how many calls had been counted when it came."""

    step: Step
    status: int
    calls: int

    @property
    def acknowledged(self) -> bool:
        """Whether the service said that it is done."""
        return self.status == HTTPStatus.OK


STEPS = (
    Step(upload=True, name="mergers.txt"),
    Step(upload=True, name="notice.txt"),
    Step(upload=False, name="mergers.txt"),
)


def serve(folder: Path, output: Path, before: Callable[[], None]) -> tuple[Running, int]:
    """A service over the store in a folder, in a process of its own that runs `before` first; and its port."""
    token = folder.parent / "token"
    token.write_text(TOKEN, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = int(listening.getsockname()[1])

    def service() -> None:
        before()
        main(["--lang", "en", "serve", "--port", str(port), "--token-file", str(token), "--store", STORE])

    running = started(service, folder, output)
    until = time.monotonic() + _PATIENCE
    while running.runs and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(_PAUSE)
        else:
            break
    return running, port


def ask(
    running: Running, port: int, documents: Path, steps: Sequence[Step], calls: Callable[[], int]
) -> list[Answered]:
    """Take all steps as long as the service runs; what was answered."""
    answered = []
    for step in steps:
        if not running.runs:
            break
        status = _status(port, step, documents)
        answered.append(Answered(step, status, calls()))
    return answered


def end(running: Running, *, kill: bool) -> Ended:
    """End the service, in order or by a kill."""
    if running.runs:
        signal.pidfd_send_signal(running.handle, signal.SIGKILL if kill else signal.SIGTERM)
    return running.wait(_PATIENCE)


def _status(port: int, step: Step, documents: Path) -> int:
    connection = HTTPConnection("localhost", port, timeout=_PATIENCE)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    try:
        if step.upload:
            head = f'--b\r\nContent-Disposition: form-data; name="files"; filename="{step.name}"\r\n\r\n'
            body = head.encode() + (documents / step.name).read_bytes() + b"\r\n--b--\r\n"
            form = {"Content-Type": "multipart/form-data; boundary=b"}
            connection.request("POST", "/api/documents", body, headers | form)
        else:
            connection.request("DELETE", f"/api/documents/{step.name}", headers=headers)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return 0
    else:
        return answer.status
    finally:
        connection.close()
