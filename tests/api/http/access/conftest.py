"""A service with a file of tokens, over a library in which names wait for a decision."""

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

SECRETS = {"read": "a token that may read", "decide": "a token that may decide", "load": "a token that may load"}
HOLDERS = {"read": "查阅", "decide": "综合办", "load": "信息员"}


def tokens(*roles: str) -> str:
    """The text of a file with a token for each of these roles."""
    return "\n".join(
        f'[[token]]\nname = "{HOLDERS[role]}"\nrole = "{role}"\ntoken = "{SECRETS[role]}"\n' for role in roles
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a token that may decide and one that may load."""
    path = tmp_path / "tokens.toml"
    path.write_text(tokens("decide", "load"), encoding="utf-8")
    return path


@pytest.fixture
def library(example_store: Path, tmp_path: Path) -> Iterator[Library]:
    """The example documents, to be changed."""
    copytree(example_store, tmp_path / "store", dirs_exist_ok=True)
    with closing(Library(open_store(str(tmp_path / "store" / DEFAULT_STORE)))) as opened:
        yield opened


Browser = Callable[..., TestClient]


@pytest.fixture
def browser(library: Library, file: Path) -> Browser:
    """Makes a browser on one service; it asks for pages in Chinese, and keeps cookies."""
    app = create_app(ServiceSettings(store=library.where, tokens_file=file), library)

    def made(address: str = "http://localhost", **headers: str) -> TestClient:
        told = {"Accept": "text/html", "Accept-Language": "zh-CN", "Origin": address, **headers}
        return TestClient(app, base_url=address, headers=told, follow_redirects=False)

    return made
