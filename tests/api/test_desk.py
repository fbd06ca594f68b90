"""The service on one's own desk: its port, its key, the browser."""

import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api import desk
from api.app import create_app
from api.http.library.library import Library
from api.serving import ServiceSettings
from graph.stores.open import open_store
from tests.api.conftest import Program


def test_a_free_port_is_held_and_a_taken_one_refused() -> None:
    with closing(desk.free_port()) as held:
        port = held.getsockname()[1]
        assert port
        held.listen()
        with pytest.raises(OSError, match="in use"):
            desk.free_port(port)


def test_a_port_that_is_taken_is_told(plangraph: Program) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        run = plangraph("open", "--port", str(port), "--lang", "zh")
    assert run.code == 2
    assert run.err.startswith(f"端口 {port} 无法使用：")


def test_without_a_command_and_without_a_terminal_the_help_is_shown(plangraph: Program) -> None:
    run = plangraph()
    assert run.code == 0
    assert "open" in run.out


def test_without_a_command_on_a_terminal_the_desk_is_opened(
    plangraph: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("api.cli.program.on_terminal", lambda: True)
    monkeypatch.setattr("api.http.around.logs.to_stderr", lambda _least: None)  # it would outlive the test
    monkeypatch.setattr(desk, "run", lambda _app, settings, _held, _ready: opened.append(settings.host))
    assert plangraph().code == 0
    assert opened == ["127.0.0.1"]


@pytest.mark.parametrize(("display", "opens"), [("", False), (":0", True)])
def test_the_browser_is_opened_only_where_there_are_windows(
    monkeypatch: pytest.MonkeyPatch, display: str, opens: object
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(webbrowser, "open", asked.append)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    desk.open_browser("http://127.0.0.1:1/")
    for _ in range(100):
        if bool(asked) == opens:
            break
    assert asked == (["http://127.0.0.1:1/"] if opens else [])


def test_the_key_signs_in_and_leads_to_the_upload_where_there_is_nothing(
    reading_of: Callable[[], TestClient],
) -> None:
    client = reading_of()
    answer = client.get("/enter", params={"key": "k" * 40}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/upload")
    assert "plangraph_session" in answer.cookies
    assert "form-token" in client.get("/upload", headers={"Accept": "text/html"}).text


@pytest.mark.parametrize("key", ["", "wrong", "k" * 39])
def test_another_key_signs_nobody_in(reading_of: Callable[[], TestClient], key: str) -> None:
    answer = reading_of().get("/enter", params={"key": key}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert not answer.cookies


def test_a_service_without_a_key_signs_nobody_in(reading_of: Callable[..., TestClient]) -> None:
    answer = reading_of(key="").get("/enter", params={"key": ""}, follow_redirects=False)
    assert not answer.cookies


def test_examples_are_said_to_be_examples(reading_of: Callable[..., TestClient]) -> None:
    assert "这是示例" in reading_of(examples=True).get("/tasks", headers={"Accept-Language": "zh-CN"}).text
    assert "这是示例" not in reading_of().get("/tasks", headers={"Accept-Language": "zh-CN"}).text


@pytest.fixture
def reading_of() -> Iterator[Callable[..., TestClient]]:
    """Makes a client of a service over an empty store, with a key."""
    opened: list[Library] = []

    def make(key: str = "k" * 40, *, examples: bool = False) -> TestClient:
        opened.append(Library(open_store(":memory:")))
        settings = ServiceSettings(token=SecretStr("a token of the tests"))
        app = create_app(settings, opened[-1], examples=examples, desk_key=key)
        return TestClient(app, base_url="http://localhost")

    yield make
    for library in opened:
        library.close()
