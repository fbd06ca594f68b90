"""Settings of the service, the store that it serves, and the command that runs it."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pytest
from pydantic import SecretStr

from api.http.uploads import take_in
from api.serving import ServiceSettings, open_library
from graph.errors import StoreError, UsageError
from graph.stores.open import DEFAULT_STORE, open_store
from queries.ask import ask
from tests.api.conftest import Program
from tests.api.papers import NOTICE, TASK_LIST, write

pytestmark = pytest.mark.slow
TOKEN = "sixteen letters."  # noqa: S105 - no secret


@contextmanager
def serving(root: Path, home: Path, port: tuple[str, ...] = ("--port", "0")) -> Iterator[tuple[str, list[str]]]:
    """The address of the service run by the command in a process of its own, and what it told before."""
    command = [sys.executable, "-m", "api", "serve", *port]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, cwd=home, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            told: list[str] = []
            for line in process.stderr:
                told.append(line)
                found = re.search(r"running on (http://\S+)", line)
                if found:
                    yield found[1], told
                    break
            else:
                raise AssertionError("".join(told))
        finally:
            process.terminate()
            process.communicate(timeout=20)
    assert process.returncode == 0


def total(address: str, name: str) -> int:
    with urlopen(f"{address}/api/{name}", timeout=20) as answer:  # noqa: S310 - our own address
        return int(json.load(answer)["total"])


def test_in_a_fresh_folder_the_examples_of_the_project_are_served(root: Path, home: Path) -> None:
    write(home, "examples/own.txt", NOTICE)
    with serving(root, home) as (address, told):
        assert total(address, "tasks") == 33
    assert "3 example files" in "".join(told)
    assert [path.name for path in home.iterdir()] == ["examples"]


def test_a_folder_of_examples_is_served_instead_of_a_store(home: Path, loaded: Program) -> None:
    write(home, "examples/通知.txt", NOTICE)
    assert loaded("serve", "--examples", "none").code == 2
    settings = ServiceSettings(examples=Path("examples"))
    with open_library(settings, print, print) as library, library.reading() as snapshot:
        assert len(ask(snapshot.store, "tasks/list")) == 2
        assert library.where != DEFAULT_STORE


def test_with_a_token_no_examples_are_served_but_the_store_is_made(home: Path) -> None:
    with open_library(ServiceSettings(token=SecretStr(TOKEN)), print, print) as library:
        assert library.where == DEFAULT_STORE
        take_in(library, {"通知.txt": BytesIO(NOTICE.encode())})
    with closing(open_store(str(home / DEFAULT_STORE))) as store:
        assert len(ask(store, "tasks/list")) == 2
    write(home, "examples/通知.txt", NOTICE)
    settings = ServiceSettings(token=SecretStr(TOKEN), examples=Path("examples"))
    with pytest.raises(UsageError, match="without a token"), open_library(settings, print, print):
        pass


def test_what_was_loaded_is_served(root: Path, home: Path, plangraph: Program) -> None:
    write(home, "通知.txt", NOTICE)
    plangraph("load", "通知.txt")
    with serving(root, home) as (address, told):
        assert total(address, "tasks") == 2
        assert '"answered"' not in "".join(told)
    assert "only reads" in "".join(told)
    assert "answered" not in plangraph("tasks", "--json").err


def test_files_may_be_loaded_beside_a_service_that_only_reads(root: Path, home: Path, plangraph: Program) -> None:
    plangraph("load", write(home, "通知.txt", NOTICE))
    with serving(root, home) as (address, _):
        assert total(address, "tasks") == 2
        for _ in range(2):
            assert plangraph("load", write(home, "清单.txt", TASK_LIST)).code == 0
            assert total(address, "tasks") == 3
            assert plangraph("unload", "清单.txt").code == 0
            assert total(address, "tasks") == 2


@pytest.mark.parametrize("arguments", [("--store", "no.lbug"), ("--token-file", "no.txt"), ("--port", "70000")])
def test_what_cannot_be_served_is_one_sentence(plangraph: Program, arguments: tuple[str, ...]) -> None:
    run = plangraph("serve", *arguments)
    assert run.code in {1, 2}
    assert len(run.err.strip().splitlines()) == 1


def test_with_a_token_a_new_store_is_made(tmp_path: Path) -> None:
    where = str(tmp_path / "new.lbug")
    with pytest.raises(StoreError), open_library(ServiceSettings(store=where), print, print):
        pass
    settings = ServiceSettings(store=where, token=SecretStr(TOKEN))
    with open_library(settings, print, print) as library, library.reading() as snapshot:
        assert snapshot.state
    assert Path(where).exists()


def test_the_token_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "token", f" {TOKEN} \nsomething else\n")
    assert ServiceSettings(token_file=path).secret == TOKEN
    for words in ("", "\nx", "  \n"):
        with pytest.raises(UsageError):
            _ = ServiceSettings(token_file=write(tmp_path, "token", words)).secret


def test_a_token_that_can_be_guessed_is_refused_with_the_way_to_a_better_one(
    plangraph: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_file = plangraph("serve", "--token-file", write(tmp_path, "token", TOKEN[:-1]))
    monkeypatch.setenv("PLANGRAPH_TOKEN", "x")
    for run in (by_file, plangraph("serve")):
        assert run.code == 2
        assert "openssl rand -hex 24 > token" in run.err
        assert len(run.err.strip().splitlines()) == 1
    assert not Path(DEFAULT_STORE).exists()


def test_settings_stand_in_the_environment_and_tell_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANGRAPH_TOKEN", TOKEN)
    monkeypatch.setenv("PLANGRAPH_RATE_LIMIT", "5/second")
    settings = ServiceSettings()
    assert (settings.secret, settings.rate_limit) == (TOKEN, "5/second")
    assert TOKEN not in repr(settings)


def test_a_setting_that_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ServiceSettings.model_fields:
        monkeypatch.setenv(f"PLANGRAPH_{name.upper()}", "")
    assert ServiceSettings() == ServiceSettings.model_construct()
    assert ServiceSettings(rate_limit="none").rate_limit == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("STORE", "."),
        ("STORE", "no/folder/s.lbug"),
        ("EXAMPLES", "nowhere"),
        ("PORT", "abc"),
        ("PORT", "70000"),
        ("TOKEN_FILE", "nowhere"),
        ("RATE_LIMIT", "abc"),
        ("RATE_LIMIT", "0/minute"),
        ("UPLOAD_LIMIT", "0"),
        ("CONNECTIONS", "0"),
        ("HEADER_SECONDS", "0"),
        ("BODY_SECONDS", "soon"),
        ("LEAST_RATE", "-1"),
    ],
)
def test_a_setting_that_cannot_be_is_one_sentence(
    plangraph: Program, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    monkeypatch.setenv(f"PLANGRAPH_{name}", words)
    run = plangraph("--lang", "zh", "serve")
    assert run.code == (1 if name == "STORE" else 2)
    assert len(run.err.strip().splitlines()) == 1
    assert not re.search(r"[a-z]{3,} [a-z]{2,} ", run.err)


def test_the_port_may_stand_in_the_environment(root: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("PLANGRAPH_PORT", str(port))
    with serving(root, home, port=()) as (address, _):
        assert address.endswith(f":{port}")


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("10.0.0.1", False), ("x.cn", False)],
)
def test_only_an_address_of_this_machine_is_out_of_reach_for_others(host: str, loopback: bool) -> None:  # noqa: FBT001
    assert ServiceSettings(host=host).loopback is loopback
