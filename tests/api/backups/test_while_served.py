"""Backups that are made while a service with a token takes uploads are whole states of the store, each."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from urllib.request import Request, urlopen

import pytest

from tests.api.conftest import Program, home, plangraph
from tests.api.papers import NOTICE, TASK_LIST

__all__ = ["home", "plangraph"]

pytestmark = pytest.mark.slow
TOKEN = "long-enough-for-a-test"  # noqa: S105
BOUNDARY = "limit-of-parts"
BACKUPS = 6


def upload(address: str, name: str, text: str) -> None:
    """Upload a file by its name."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    body = f"{head}{text}\r\n--{BOUNDARY}--\r\n".encode()
    request = Request(f"{address}/api/documents", body, headers, method="POST")  # noqa: S310 - our own address
    with urlopen(request, timeout=60) as answer:  # noqa: S310
        assert answer.status == 200


@contextmanager
def serving(root: Path, home: Path) -> Iterator[str]:
    """The address of a service with a token in a process of its own."""
    (home / "token").write_text(TOKEN, "utf-8")
    command = [sys.executable, "-m", "api", "serve", "--port", "0", "--token-file", "token"]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with (home / "log").open("wb") as log, subprocess.Popen(command, cwd=home, env=environment, stderr=log) as process:
        try:
            while not (found := re.search(r"running on (http://\S+)", (home / "log").read_text("utf-8"))):
                assert process.poll() is None
                Event().wait(0.1)
            yield found[1]
        finally:
            process.terminate()
            process.wait(timeout=30)


def test_each_is_a_whole_state_with_all_its_originals(plangraph: Program, home: Path, root: Path) -> None:
    ended = Event()
    faults: list[BaseException] = []

    def uploading(address: str) -> None:
        number = 0
        while not ended.wait(0.3):
            number += 1
            try:
                upload(address, f"清单{number}.txt", TASK_LIST.replace("清产核资", f"清产核资{number}"))
                upload(address, "通知.txt", NOTICE.replace("请认真落实", f"请认真落实{number}"))
            except OSError as error:
                faults.append(error)

    with serving(root, home) as address:
        upload(address, "通知.txt", NOTICE)
        thread = Thread(target=uploading, args=(address,))
        thread.start()
        try:
            for number in range(BACKUPS):
                answer = plangraph("backup", f"{number}.zip")
                assert answer.code == 0, answer.err
                assert "lie nowhere" not in answer.err
        finally:
            ended.set()
            thread.join(timeout=60)
    assert faults == []
    for number in range(BACKUPS):
        assert plangraph("restore", f"{number}.zip", "--store", f"new{number}.lbug").code == 0
        checked = plangraph("check", "--store", f"new{number}.lbug")
        assert checked.code == 0, checked.out
    numbers = {len(list(Path(f"new{number}.lbug.uploads").iterdir())) for number in range(BACKUPS)}
    assert len(numbers) > 1, "uploads came between the backups"
