"""A browser without a screen for all tests that look at pages: one, since Playwright starts once in a program.

Needs Playwright for Python and a Chromium of the system; without them these tests are skipped, under `CI` they fail.
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
        missing("axe-core is not installed (npm install --prefix tests/browser)")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A browser."""
    library = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    if CHROMIUM is None:
        missing("no Chromium is installed (Debian: apt-get install chromium)")
    with library.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
