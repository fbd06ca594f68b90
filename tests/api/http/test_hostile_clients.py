"""Clients that send half, drip, or never read: they are let go in time, and others are answered meanwhile."""

import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from api.http.library.library import Library
from tests.api.conftest import Program
from tests.api.http.conftest import BEARER, TOKEN
from tests.api.http.served import got, served
from tests.api.papers import NOTICE, write
from tests.neo4j.server import free_port

pytestmark = pytest.mark.slow
FILES = 300
"""Files that the service under attack may open."""
HALF = b"GET /api/tasks HTTP/1.1\r\nHost: localhost\r\nX-A: "
FORM = "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
UPLOAD = (
    f"POST /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: {BEARER['Authorization']}\r\n"
    f"Content-Type: {FORM}\r\nContent-Length: 5000\r\n\r\n"
).encode() + PART


def seconds_until_closed(sending: socket.socket, drip: bytes = b"", pause: float = 0.2) -> float:
    """How long the service kept a connection, on which one byte after the other comes if `drip` is given."""
    begun = time.monotonic()
    sending.settimeout(pause)
    while time.monotonic() < begun + 20:
        try:
            if not sending.recv(65536):
                break
        except TimeoutError:
            if drip:
                try:
                    sending.send(drip)
                except OSError:
                    break
        except OSError:
            break
    return time.monotonic() - begun


@contextmanager
def few_files(root: Path, home: Path) -> Iterator[tuple[int, Path]]:
    """The port and the log of a service that may open no more than `FILES` files."""
    port, log = free_port(), home / "log"
    command = [sys.executable, "-m", "api", "serve", "--port", str(port)]
    limit = (FILES, FILES)
    with log.open("wb") as lines:
        program = subprocess.Popen(
            command,
            cwd=home,
            env={"PYTHONPATH": str(root), "LANG": "C.UTF-8"},
            stderr=lines,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limit),  # noqa: PLW1509 - no threads yet
        )
        try:
            begun = time.monotonic()
            while b"running on" not in log.read_bytes():
                assert program.poll() is None
                assert time.monotonic() < begun + 60
                time.sleep(0.1)
            yield port, log
        finally:
            program.terminate()
            program.wait(timeout=30)


def test_half_sent_requests_beyond_the_limit_of_files_keep_nobody_out(
    root: Path, home: Path, plangraph: Program
) -> None:
    plangraph("load", write(home, "通知.txt", NOTICE))
    with few_files(root, home) as (port, log), ExitStack() as open_sockets:
        for _ in range(FILES + 20):
            half = open_sockets.enter_context(socket.create_connection(("127.0.0.1", port)))
            half.sendall(HALF)
        for _ in range(5):
            assert got(port, "/api/tasks")[0] == 200
        assert log.stat().st_size < 20_000


def test_a_request_whose_headers_are_not_whole_in_time_is_let_go(library: Library) -> None:
    with served(library, header_seconds=1) as port:
        for first, drip in ((b"", b""), (HALF, b""), (HALF, b"a")):
            with socket.create_connection(("127.0.0.1", port)) as sending:
                sending.sendall(first)
                assert 0.5 < seconds_until_closed(sending, drip) < 10, (first, drip)
        assert got(port, "/api/tasks")[0] == 200


def test_a_second_request_has_as_long_as_the_first(library: Library) -> None:
    with served(library, header_seconds=1) as port:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        for _ in range(4):
            connection.request("GET", "/api/plans", headers={"Host": "localhost"})
            assert connection.getresponse().read()
            time.sleep(0.6)
        connection.close()


def test_a_body_that_stands_still_or_drips_is_told_so(empty: Library) -> None:
    with served(empty, token=TOKEN, body_seconds=1, header_seconds=1) as port:
        for drip in (b"", b"a"):
            with socket.create_connection(("127.0.0.1", port)) as sending:
                sending.sendall(UPLOAD)
                answer = b""
                sending.settimeout(0.2)
                begun = time.monotonic()
                while b"408" not in answer and time.monotonic() < begun + 15:
                    try:
                        answer += sending.recv(65536)
                    except TimeoutError:
                        sending.send(drip)
                assert answer.startswith(b"HTTP/1.1 408 ")
                assert b"application/problem+json" in answer
                assert seconds_until_closed(sending) < 10
        assert got(port, "/api/documents")[2]["total"] == 0


def test_the_rest_of_a_body_that_nobody_wants_does_not_keep_a_connection(library: Library) -> None:
    with served(library, header_seconds=1) as port, socket.create_connection(("127.0.0.1", port)) as sending:
        sending.sendall(b"GET /api/plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\na")
        assert seconds_until_closed(sending, b"a") < 10


def test_a_client_that_never_reads_is_let_go_and_keeps_no_writer_waiting(empty: Library) -> None:
    big = "".join(f"\t{n}\n\t做好第{n}项工作\n\t县水利局\n\t6月\n\n" for n in range(1000))
    text = "某某县2021年重点任务清单\n\n\t序号\n\t任务\n\t责任单位\n\t完成时限\n\n" + big
    with served(empty, token=TOKEN, answer_seconds=1, header_seconds=1) as port:
        assert uploaded(port, "清单.txt", text) == 200
        with socket.socket() as sending:
            sending.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            sending.connect(("127.0.0.1", port))
            one = b"GET /api/export.nt HTTP/1.1\r\nHost: localhost\r\n\r\n"
            sending.sendall(one * 8)
            time.sleep(2)
            assert uploaded(port, "通知.txt", NOTICE) == 200
            begun = time.monotonic()
            while open_connections(port) and time.monotonic() < begun + 20:
                time.sleep(0.2)
            assert not open_connections(port)


def test_a_request_whose_head_does_not_end_is_refused(library: Library) -> None:
    with served(library) as port, socket.create_connection(("127.0.0.1", port)) as sending:
        sending.sendall(b"GET /" + b"a" * 60_000)
        assert sending.recv(100).startswith(b"HTTP/1.1 400 ")


def test_a_client_that_reads_slowly_but_steadily_gets_all(library: Library) -> None:
    with served(library, answer_seconds=1, least_rate=1000) as port, socket.socket() as reading:
        reading.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reading.connect(("127.0.0.1", port))
        reading.sendall(b"GET /api/export.nt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        length = 0
        while part := reading.recv(20_000):
            length += len(part)
            time.sleep(0.05)
        assert length > 100_000


def test_one_address_has_so_many_connections_and_the_one_that_waits_gives_way(library: Library) -> None:
    with (
        pytest.MonkeyPatch.context() as environment,
        ExitStack() as open_sockets,
    ):
        environment.setenv("FORWARDED_ALLOW_IPS", "10.0.0.1")
        with served(library, connections_per_address=3) as port:
            halves = [open_sockets.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(3)]
            for one in halves:
                one.sendall(HALF)
            time.sleep(0.2)
            assert got(port, "/api/tasks")[0] == 200
            assert seconds_until_closed(halves[0]) < 5


def test_what_is_being_answered_gives_way_to_nobody(empty: Library) -> None:
    with served(empty, token=TOKEN, connections=2) as port, ExitStack() as open_sockets:
        uploads = [open_sockets.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(2)]
        for one in uploads:
            one.sendall(UPLOAD)
        time.sleep(0.3)
        with socket.create_connection(("127.0.0.1", port)) as refused:
            assert b"503 Service Unavailable" in refused.recv(1000)
        for one in uploads:
            one.sendall(b"a" * (5000 - len(PART) - 9) + b"\r\n--x--\r\n")
            one.settimeout(20)
            assert one.recv(12) == b"HTTP/1.1 200"


def test_clients_that_come_and_go_are_counted_once(library: Library) -> None:
    with served(library, connections=4) as port:
        for _ in range(5):
            threads = [Thread(target=got, args=(port, "/api/plans")) for _ in range(3)]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
        assert got(port, "/api/plans")[0] == 200


def uploaded(port: int, name: str, text: str) -> int:
    body = PART.replace(b"a.txt", name.encode()) + text.encode() + b"\r\n--x--\r\n"
    return got(port, "/api/documents", "POST", body, {"Content-Type": FORM, **BEARER})[0]


def open_connections(port: int) -> int:
    """How many connections the service has open at its port, as the system tells."""
    rows = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    established, ends = "01", f":{port:04X}"
    return sum(row.split()[1].endswith(ends) and row.split()[3] == established for row in rows)
