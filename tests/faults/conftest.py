"""The shim, compiled once, and a driver that tries actions under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.driven import Driver, driving
from tests.faults.shim import compiled


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled shim."""
    return compiled(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def driver(shim: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """A driver that is warm after its first action."""
    with driving(shim, tmp_path_factory.mktemp("faults")) as driver:
        yield driver
