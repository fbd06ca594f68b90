"""One writer and many readers: every answer is that of a whole state, and a change is in wholly or not at all."""

import json
import logging
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread
from urllib.parse import quote

import pytest

from api.http.library.library import Library
from api.http.library.turns import Turns
from api.ingest.files.own_files import uploads_folder
from tests.api.http.conftest import BEARER, TOKEN
from tests.api.http.served import got, served
from tests.api.papers import NOTICE, TASK_LIST

pytestmark = pytest.mark.slow

READERS = 32
SECONDS = 3.0
WHOLE = {frozenset({"整治村容村貌"}), frozenset({"整治村容村貌", "开展清产核资", "盘活闲置校舍"})}


def form(**named: str) -> tuple[bytes, dict[str, str]]:
    """The body and headers of an upload."""
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name}.txt"\r\n\r\n{words}\r\n'
        for name, words in named.items()
    ]
    return ("".join(parts) + "--b--\r\n").encode(), {**BEARER, "Content-Type": "multipart/form-data; boundary=b"}


def upload(port: int, **named: str) -> int:
    """The status of an upload."""
    body, headers = form(**named)
    return got(port, "/api/documents", "POST", body, headers)[0]


def test_many_readers_beside_a_writer_see_only_whole_states(empty: Library) -> None:
    answers: dict[str, str] = {}
    seen: set[frozenset[str]] = set()
    stop = Event()

    def read(port: int) -> int:
        count = 0
        while not stop.is_set():
            status, tag, told = got(port, "/api/tasks?limit=1000")
            assert status == 200
            titles = frozenset(row["title"] for row in told["items"])
            assert titles in WHOLE
            assert all(row["sources"] and row["lead_units"] and row["document"] for row in told["items"])
            assert answers.setdefault(tag, json.dumps(told)) == json.dumps(told)
            seen.add(titles)
            count += 1
        return count

    with served(empty, token=TOKEN, rate_limit="") as port, ThreadPoolExecutor(READERS) as pool:
        assert upload(port, 清单=TASK_LIST) == 200
        readers = [pool.submit(read, port) for _ in range(READERS)]
        deadline = time.monotonic() + SECONDS
        changes = 0
        while time.monotonic() < deadline:
            assert upload(port, 通知=NOTICE) == 200
            assert got(port, f"/api/documents/{quote('通知.txt')}", "DELETE", headers=BEARER)[0] == 200
            changes += 2
        stop.set()
        assert all(reader.result(timeout=30) > 0 for reader in readers)
    assert seen == WHOLE
    assert len(set(answers.values())) == 2, "a state that comes again has another name, and says the same"
    assert changes >= 4


def test_two_uploads_at_once_are_both_in(empty: Library) -> None:
    with served(empty, token=TOKEN) as port, ThreadPoolExecutor(2) as pool:
        both = [pool.submit(upload, port, 通知=NOTICE), pool.submit(upload, port, 清单=TASK_LIST)]
        assert [one.result(timeout=30) for one in both] == [200, 200]
        assert got(port, "/api/tasks")[2]["total"] == 3
        assert got(port, "/api/documents")[2]["total"] == 2


def test_a_client_gone_half_way_leaves_nothing(empty: Library, caplog: pytest.LogCaptureFixture) -> None:
    body, headers = form(通知=NOTICE)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    request = f"POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n{head}\r\n".encode()
    with served(empty, token=TOKEN) as port:
        with socket.create_connection(("127.0.0.1", port)) as gone:
            gone.sendall(request + body[: len(body) // 2])
            time.sleep(0.1)
        time.sleep(0.3)
        assert got(port, "/api/documents")[2]["total"] == 0
        assert upload(port, 通知=NOTICE) == 200
        assert got(port, "/api/tasks")[2]["total"] == 2
    assert [path.name for path in uploads_folder(empty.where).iterdir()] == ["通知.txt"]
    assert [record.message for record in caplog.records if record.levelno > logging.INFO] == []


def test_a_change_waits_for_readers_and_goes_before_later_ones() -> None:
    turns, order = Turns(), list[str]()
    reading, waiting = Event(), Barrier(2)

    def change() -> None:
        waiting.wait()
        with turns.changing():
            order.append("change")

    def read_later() -> None:
        with turns.reading():
            order.append("later")

    threads = [Thread(target=change), Thread(target=read_later)]
    with turns.reading():
        threads[0].start()
        waiting.wait()
        reading.wait(0.1)
        threads[1].start()
        threads[1].join(0.1)
        assert order == []
    for thread in threads:
        thread.join(5)
    assert order == ["change", "later"]
