"""What tests share: the project's folder, and the folder of real documents beside it, where there is one."""

from pathlib import Path

import pytest

from tests.chromium import axe, browser
from tests.neo4j.fixtures import neo4j, neo4j_server

__all__ = ["axe", "browser", "neo4j", "neo4j_server"]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder of real documents, which the repository does not hold; tests that need them are skipped without."""
    folder = root.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the real documents are not beside the project")
    return folder
