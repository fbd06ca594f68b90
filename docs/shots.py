"""Takes the pictures of README and the clerk's guide anew, from the pages of the example documents: `make shots`.

Needs a Chromium of the system. The pictures are as wide as a page is usually read, or as a phone, and always from the
same day; letters are those that the machine has.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DAY = "as_of=2021-11-10"
QUALITY = 80
"""Of a picture as WebP, of 100: letters stay clear, and it takes a third of what a PNG takes."""
WAIT = 60
"""Seconds until the service must answer."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: the page that it shows, from its top or from what stands at `at` (a selector), in pixels."""

    path: str
    width: int
    height: int
    at: str = ""


SHOTS = {
    "start": Shot(f"/?{DAY}", 1200, 780),
    "leader": Shot(f"/leaders/冉泰休?{DAY}", 1200, 820),
    "unit": Shot(f"/units/社会治理和应急管理办?{DAY}", 1200, 700),
    "village": Shot(f"/places/福荣村?{DAY}", 1200, 720),
    "document": Shot("/documents/大蓬委发〔2021〕26号", 1200, 760, at=".reading"),
    "phone": Shot(f"/tasks?unit=司法所&{DAY}", 390, 800, at="#tasks"),
}
"""The pictures by the name of their file."""


def take(browser: "Browser", address: str, folder: Path) -> list[Path]:
    """Write all pictures of the service at an address into a folder; their files, in the order of `SHOTS`."""
    return [_taken(browser, address, shot, folder / f"{name}.webp") for name, shot in SHOTS.items()]


def _taken(browser: "Browser", address: str, shot: Shot, file: Path) -> Path:
    context = browser.new_context(
        locale="zh-CN", viewport={"width": shot.width, "height": shot.height}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + shot.path)
    page.wait_for_load_state("networkidle")
    if shot.at:
        page.locator(shot.at).evaluate("element => element.scrollIntoView()")
    asked = {"format": "webp", "quality": QUALITY}
    file.write_bytes(b64decode(context.new_cdp_session(page).send("Page.captureScreenshot", asked)["data"]))
    context.close()
    return file


@contextmanager
def _served() -> Iterator[str]:
    """The address of a service over the example documents, in a folder of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program_of = [sys.executable, "-m", "api"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PLANGRAPH_RATE_LIMIT": "none"}
    with tempfile.TemporaryDirectory() as home:
        # Loaded, and not only shown: the banner of examples is no part of what a clerk sees of papers of an own.
        subprocess.run([*program_of, "load", ROOT / "examples"], cwd=home, env=environment, check=True)  # noqa: S603
        command = [*program_of, "serve", "--port", str(port)]
        with subprocess.Popen(command, cwd=home, env=environment, stderr=subprocess.DEVNULL) as program:  # noqa: S603
            try:
                _wait(f"http://127.0.0.1:{port}/readyz")
                yield f"http://127.0.0.1:{port}"
            finally:
                program.terminate()


def _wait(address: str) -> None:
    for _ in range(WAIT * 10):
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310 - an address of this machine
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the service did not start")


def main() -> None:
    """Write the pictures. Raises RuntimeError without Chromium, or where the service does not answer."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise RuntimeError("no Chromium is installed (Debian: apt-get install chromium)")
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for one in take(browser, address, IMAGES):
            sys.stdout.write(f"{one.relative_to(ROOT)} {one.stat().st_size // 1024} KiB\n")
        browser.close()


if __name__ == "__main__":
    main()
