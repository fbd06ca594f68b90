"""Stores to serve, and services in processes of their own, as a user starts them, while they are measured."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from os import environ
from pathlib import Path

from benchmarks.measure import peak, processor
from benchmarks.run import default_files
from graph.stores.neo4j.address import PASSWORD
from graph.stores.open import DEFAULT_STORE
from tests.neo4j.server import Server, free_port

START = 180.0
"""Seconds that a service may take until it answers."""
UNLIMITED = {"PLANGRAPH_RATE_LIMIT": "1000000/second"}
"""All requests come from one address, and each is still counted."""

SECRET = "benchmark-of-plangraph"  # noqa: S105 - of a server that lives for this run alone


@contextmanager
def loaded(files: Sequence[Path], folder: Path, *, on_server: bool) -> Iterator[str]:
    """A store of these documents (by default the usual ones) until the end of the block: in a folder, or on a Neo4j
    server of this run.
    """
    server = Server(folder / "neo4j", SECRET) if on_server else None
    try:
        if server:
            environ[PASSWORD] = SECRET
            server.start()
        store = server.address if server else str(folder / DEFAULT_STORE)
        load = [sys.executable, "-m", "api", "load", "--store", store, *map(str, files or default_files())]
        subprocess.run(load, check=True, capture_output=True)
        yield store
    finally:
        if server:
            server.kill()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the status, the entity tag ("" for none) and the body."""

    status: int
    tag: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Running:
    """A service that answers at a port of this machine."""

    pid: int
    port: int

    @property
    def base(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def processor(self) -> float:
        """Seconds of processor time taken so far."""
        return processor(self.pid)

    @property
    def peak(self) -> float:
        """The most memory that it had, in MiB."""
        return peak(self.pid)

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Reply:
        """The answer to a request that is not measured. Raises OSError or HTTPException where none comes."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=START)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            response = connection.getresponse()
            return Reply(response.status, response.getheader("ETag", ""), response.read())
        finally:
            connection.close()

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        """The answer to a question that is not measured."""
        return self.ask("GET", path, headers=headers)


@contextmanager
def plangraph(store: str, log: Path, token: str = "") -> Iterator[Running]:
    """`plangraph serve` over a store until the end of the block; its log goes to the file `log`. With a token it takes
    documents.
    """
    command = ["-m", "api", "serve", "--store", store]
    settings = UNLIMITED | ({"PLANGRAPH_TOKEN": token} if token else {})
    with _running(command, "/readyz", log, settings) as running:
        yield running


@contextmanager
def bare(length: int, log: Path) -> Iterator[Running]:
    """The bare endpoint, whose answers are about so many bytes long, until the end of the block."""
    with _running(["-m", "benchmarks.bare", "--length", str(length)], "/", log, {}) as running:
        yield running


@contextmanager
def _running(command: Sequence[str], ready: str, log: Path, settings: Mapping[str, str]) -> Iterator[Running]:
    port = free_port()
    whole = [sys.executable, *command, "--port", str(port)]
    with log.open("wb") as written, subprocess.Popen(whole, stderr=written, env={**environ, **settings}) as process:
        running = Running(process.pid, port)
        try:
            _wait(process, running, ready, log)
            yield running
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], running: Running, ready: str, log: Path) -> None:
    """Wait until it answers. Raises SystemExit, with the end of its log, where it does not."""
    begun = time.monotonic()
    while process.poll() is None and time.monotonic() - begun < START:
        try:
            if running.get(ready).status == HTTPStatus.OK:
                return
        except (OSError, HTTPException):
            time.sleep(0.1)
    raise SystemExit(f"The service did not start: {log.read_text(encoding='utf-8', errors='replace')[-1000:]}")
