"""The service over the example documents, and one that can be written, each asked in this process."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.http.library.library import Library
from api.serving import ServiceSettings
from graph.stores.open import DEFAULT_STORE, open_store

TOKEN = "a token of the tests"  # noqa: S105 - no secret
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def client_of(library: Library, **settings: object) -> TestClient:
    """A client of the service over a library; what the service does not foresee comes back as its answer."""
    app = create_app(ServiceSettings(store=library.where, **settings), library)  # type: ignore[arg-type]
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def library(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The example documents, for reading."""
    folder = tmp_path_factory.mktemp("service")
    copytree(example_store, folder, dirs_exist_ok=True)
    store = open_store(str(folder / DEFAULT_STORE), read_only=True)
    with closing(Library(store)) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(library: Library) -> TestClient:
    """A client of the service over the example documents, which only reads."""
    return client_of(library)


@pytest.fixture
def asking(library: Library) -> Callable[..., TestClient]:
    """Makes a client of the same service with other settings."""
    return lambda **settings: client_of(library, **settings)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    """An empty library to be written."""
    with closing(Library(open_store(str(tmp_path / "s.lbug")))) as opened:
        yield opened


@pytest.fixture
def writer(empty: Library) -> TestClient:
    """A client of a service over an empty library, which sends the token."""
    client = client_of(empty, token=TOKEN)
    client.headers.update(BEARER)
    return client
