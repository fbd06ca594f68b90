"""What tests share: the project's folder, the folder of real documents beside it if there is one, and marks.

`make quick` leaves out what needs a server or a browser and what is marked as slow, and tries properties on few
examples (`tests.effort`).
"""

from pathlib import Path

import pytest

from tests.chromium import axe, browser
from tests.effort import register_profiles
from tests.neo4j.fixtures import neo4j, neo4j_server

__all__ = ["axe", "browser", "neo4j", "neo4j_server"]

ROOT = Path(__file__).resolve().parent.parent
NEEDS = {"neo4j_server": "server", "browser": "browser", "browse": "browser", "process": "slow"}
"""The mark that a test gets by the fixture that it needs, so that none can be forgotten."""
FOLDERS = {"neo4j": "server", "browser": "browser"}
"""The mark of every test in a folder of `tests`."""
FIRST = ("server", "browser", "slow")
"""Marks of long tests: files of tests with such a one come first, in this order, so that no worker ends with them
alone, and one server and one browser do where two workers share the tests.
"""

register_profiles()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs, and put the long ones first."""
    for item in items:
        needs = {NEEDS[fixture] for fixture in getattr(item, "fixturenames", ()) if fixture in NEEDS}
        parameters = getattr(item, "callspec", None)
        if parameters is not None and "neo4j" in parameters.params.values():
            needs.add("server")
        needs |= {mark for folder, mark in FOLDERS.items() if (ROOT / "tests" / folder) in item.path.parents}
        for mark in sorted(needs):
            item.add_marker(mark)
    turns: dict[Path, int] = {}
    for item in items:
        turn = next((at for at, mark in enumerate(FIRST) if item.get_closest_marker(mark)), len(FIRST))
        turns[item.path] = min(turn, turns.get(item.path, turn))
    items.sort(key=lambda item: turns[item.path])


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def registers(root: Path) -> Path:
    """The folder of registers of units, which the repository does not hold; tests of them are skipped without."""
    folder = root.parent / "shared" / "lineage"
    if not folder.is_dir():
        pytest.skip("the registers are not beside the project")
    return folder


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder of real documents, which the repository does not hold; tests that need them are skipped without."""
    folder = root.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the real documents are not beside the project")
    return folder
