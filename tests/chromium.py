"""A browser without a screen for all tests that look at pages: one, since Playwright starts once in a program.

Needs a Chromium of the system; without it these tests are skipped, under `CI` they fail.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.missing import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The script of axe-core."""
    script = root / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        missing("axe-core is not installed (npm ci --prefix tests/browser)")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second that most runs do not need

    if CHROMIUM is None:
        missing("no Chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
