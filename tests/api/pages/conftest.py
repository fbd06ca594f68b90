"""The pages over the example documents, asked in this process by a reader of Chinese."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.http.library.library import Library
from api.ingest.loading.load import load
from api.serving import ServiceSettings
from graph.stores.open import DEFAULT_STORE, open_store


def reader_of(library: Library) -> TestClient:
    """A browser that prefers Chinese, on the pages of a library."""
    app = create_app(ServiceSettings(store=library.where), library)
    headers = {"Accept": "text/html", "Accept-Language": "zh-CN"}
    return TestClient(app, base_url="http://localhost", headers=headers)


@pytest.fixture(scope="session")
def reader(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A reader of the example documents."""
    folder = tmp_path_factory.mktemp("pages")
    copytree(example_store, folder, dirs_exist_ok=True)
    store = open_store(str(folder / DEFAULT_STORE), read_only=True)
    with closing(Library(store)) as library:
        yield reader_of(library)


@pytest.fixture(scope="session")
def first(reader: TestClient) -> Callable[..., str]:
    """The id of the first row of a list that has these values."""

    def find(name: str, /, **values: str) -> str:
        items: list[dict[str, Any]] = reader.get(f"/api/{name}", params={"limit": 1000}).json()["items"]
        row = next(row for row in items if all(row[key] == value for key, value in values.items()))
        return str(next(iter(row.values())))

    return find


@pytest.fixture
def reading() -> Iterator[Callable[..., TestClient]]:
    """Makes a reader of other papers."""
    opened: list[Library] = []

    def read(*papers: Path) -> TestClient:
        store = open_store(":memory:")
        load(store, papers)
        opened.append(Library(store))
        return reader_of(opened[-1])

    yield read
    for library in opened:
        library.close()
