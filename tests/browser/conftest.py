"""The service in a program of its own, whose pages the browser (`tests.chromium`) reads in Chinese."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOKEN = "a token of the tests"  # noqa: S105 - no secret
WAIT = 60


@pytest.fixture(scope="session")
def service(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service over the example documents, which takes uploads."""
    home = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(root), "PLANGRAPH_RATE_LIMIT": "none", "PLANGRAPH_TOKEN": TOKEN}
    program_of = [sys.executable, "-m", "api"]
    subprocess.run([*program_of, "load", root / "examples"], cwd=home, env=environment, check=True)
    command = [*program_of, "serve", "--port", str(port)]
    log = home / "log.txt"
    with log.open("wb") as written, subprocess.Popen(command, cwd=home, env=environment, stderr=written) as program:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/readyz", program, log)
            yield address
        finally:
            program.terminate()


def _wait_for(address: str, program: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(WAIT * 10):
        if program.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310 - an address of this machine
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the service did not start: {log.read_text(encoding='utf-8')}")


Visit = Callable[..., "Page"]


@pytest.fixture
def visit(browser: "Browser", service: str) -> Iterator[Visit]:
    """Opens a page of the service. What the page complains of, and what it asks of other hosts, fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, script: bool = True) -> "Page":
        context = browser.new_context(
            locale="zh-CN", viewport={"width": width, "height": 900}, java_script_enabled=script, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda told: complaints.append(told.text) if told.type in {"error", "warning"} else None)
        page.on("request", lambda asked: None if asked.url.startswith(service) else complaints.append(asked.url))
        page.goto(service + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
