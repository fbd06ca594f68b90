"""Uploads over HTTP destroy nothing: namesakes stay, what goes lies in the trash and comes back."""

import errno
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_FSIZE, setrlimit
from shutil import copytree
from threading import Event
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.http.around.paths import told_of
from api.http.emptying import emptied_daily
from api.http.library.library import Library
from api.ingest.files.own_files import trash_folder, uploads_folder
from api.uploads.trash import entries
from graph.errors import StoreError
from graph.messages.message import message
from graph.stores.open import DEFAULT_STORE, open_store
from tests.api.http.conftest import BEARER, TOKEN, client_of
from tests.api.papers import NOTICE, TASK_LIST
from tests.api.uploads.interruptions import interrupted

pytestmark = pytest.mark.slow

CHANGED = NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。")


def send(client: TestClient, words: str, accept: str = "*/*", **fields: str) -> dict[str, Any]:
    """The answer to an upload of 通知.txt."""
    files = [("files", ("通知.txt", words.encode()))]
    got = client.post("/api/documents", files=files, data=fields, headers={"Accept": accept})
    told: dict[str, Any] = json.loads(got.text.splitlines()[-1])
    return told


def lying(library: Library) -> dict[str, str]:
    folder = uploads_folder(library.where)
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("accept", ["*/*", "application/x-ndjson"])
def test_another_paper_of_a_known_name_is_told_as_kept_beside(writer: TestClient, empty: Library, accept: str) -> None:
    send(writer, NOTICE)
    told = send(writer, TASK_LIST, accept)
    assert (told["read"], told["replaced"], told["trash"]) == (["通知 (2).txt"], [], [])
    [beside] = told["beside"]
    assert (beside["where"], beside["kept_as"], beside["reason"]) == (
        "通知.txt",
        "通知 (2).txt",
        "beside.other_paper",
    )
    assert "两份均保留，这一份存为“通知 (2).txt”" in beside["detail"]
    assert lying(empty) == {"通知.txt": NOTICE, "通知 (2).txt": TASK_LIST}
    assert writer.get("/api/documents").json()["total"] == 2
    assert {path for row in writer.get("/api/documents").json()["items"] for path in row["files"]} == set(lying(empty))


def test_a_file_of_one_letter_replaces_nothing(writer: TestClient, empty: Library) -> None:
    send(writer, NOTICE)
    told = send(writer, "x")
    assert told["beside"][0]["reason"] == "beside.nothing_read"
    assert lying(empty) == {"通知.txt": NOTICE, "通知 (2).txt": "x"}


def test_who_says_so_replaces_another_paper_and_can_undo_it(writer: TestClient, empty: Library) -> None:
    send(writer, NOTICE)
    told = send(writer, TASK_LIST, replace="true")
    assert (told["replaced"], told["beside"]) == (["通知.txt"], [])
    [gone] = told["trash"]
    assert (gone["name"], gone["action"], gone["number"]) == ("通知.txt", "replaced", "大蓬委发〔2021〕26号")
    back = writer.post(f"/api/trash/{gone['id']}/restore?replace=true").json()
    assert back["replaced"] == ["通知.txt"]
    assert lying(empty) == {"通知.txt": NOTICE}
    assert [one.name for one in entries(empty.where)] == ["通知.txt"]


def test_a_field_that_is_neither_true_nor_false_is_refused(writer: TestClient) -> None:
    assert send(writer, NOTICE, replace="perhaps")["code"] == "http.no_answer"
    assert writer.get("/api/documents").json()["total"] == 0


def test_what_was_removed_is_listed_and_comes_back_under_its_name(writer: TestClient, empty: Library) -> None:
    send(writer, NOTICE)
    [gone] = writer.delete("/api/documents/通知.txt").json()["trash"]
    assert lying(empty) == {}
    assert writer.get("/api/trash").json() == {"items": [gone], "days": 30}
    assert writer.post(f"/api/trash/{gone['id']}/restore").json()["read"] == ["通知.txt"]
    assert lying(empty) == {"通知.txt": NOTICE}
    assert writer.get("/api/trash").json()["items"] == []
    assert writer.post(f"/api/trash/{gone['id']}/restore").status_code == 404


@pytest.mark.usefixtures("shanghai")
def test_when_a_file_went_is_told_by_the_clock_of_the_service(writer: TestClient, empty: Library) -> None:
    send(writer, NOTICE)
    writer.delete("/api/documents/通知.txt")
    [path] = trash_folder(empty.where).glob("*/entry.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(told | {"when": "2026-11-29T19:36:00+00:00"}), encoding="utf-8")
    [item] = writer.get("/api/trash").json()["items"]
    assert item["when"] == "2026-11-30T03:36:00+08:00"


def test_only_who_has_the_token_sees_the_trash_and_brings_back(empty: Library, client: TestClient) -> None:
    closed = client_of(empty, token=TOKEN)
    for one, status in ((closed, 401), (client, 403)):
        assert one.get("/api/trash").status_code == status
        assert one.post("/api/trash/x/restore").status_code == status


@contextmanager
def limited(length: int) -> Iterator[None]:
    """A block in which no file may become longer than so many bytes."""
    setrlimit(RLIMIT_FSIZE, (length, RLIM_INFINITY))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, (RLIM_INFINITY, RLIM_INFINITY))


@pytest.mark.parametrize("accept", ["*/*", "application/x-ndjson"])
def test_a_full_disk_at_staging_is_a_sentence_and_nothing_is_kept(
    writer: TestClient, empty: Library, capsys: pytest.CaptureFixture[str], accept: str
) -> None:
    send(writer, NOTICE)
    with limited(2000):
        told = send(writer, CHANGED + "\n" * 5000, accept)
    assert (told["status"], told["code"]) == (507, "uploads.no_room")
    assert told["detail"] == "磁盘已满，文件没有保存，请管理员腾出空间后再试。"
    captured = capsys.readouterr()
    assert "Traceback" not in captured.out + captured.err
    assert lying(empty) == {"通知.txt": NOTICE}
    assert send(writer, CHANGED)["replaced"] == ["通知.txt"]


def test_a_disk_that_is_full_while_a_paper_is_removed_is_a_sentence(writer: TestClient, empty: Library) -> None:
    send(writer, NOTICE)
    with interrupted(trash_folder(empty.where), 1, OSError(errno.ENOSPC, "No space left on device")):
        assert writer.delete("/api/documents/通知.txt").status_code == 507
    assert lying(empty) == {"通知.txt": NOTICE}
    assert writer.get("/api/documents").json()["total"] == 1


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("/srv/plan graph/s.lbug", "s.lbug"),
        ("C:\\plans\\s.lbug", "s.lbug"),
        (
            "IO exception: Cannot open file /srv/plans/s.lbug.wal: No space",
            "IO exception: Cannot open file s.lbug.wal: No space",
        ),
        ("neo4j://clerk@host:7687", "neo4j://clerk@host:7687"),
        ("plangraph.lbug", "plangraph.lbug"),
        ("and/or", "and/or"),
    ],
)
def test_over_http_a_store_tells_names_and_no_paths(value: str, told: str) -> None:
    error = StoreError("file.not_written", path=value, reason=message("system.other", reason=value))
    assert told_of(error).values["path"] == told
    assert told_of(error).values["reason"] == message("system.other", reason=told)


def test_a_store_that_cannot_be_written_is_told_by_its_name(example_store: Path, tmp_path: Path) -> None:
    copytree(example_store, tmp_path, dirs_exist_ok=True)
    with closing(Library(open_store(str(tmp_path / DEFAULT_STORE), read_only=True))) as library:
        client = client_of(library, token=TOKEN)
        client.headers.update(BEARER)
        told = send(client, NOTICE)
    assert told["status"] == 503
    assert DEFAULT_STORE in told["detail"]
    assert str(tmp_path) not in json.dumps(told)


def test_the_trash_is_emptied_at_the_start_and_again_and_again(writer: TestClient, empty: Library) -> None:
    send(writer, NOTICE)
    writer.delete("/api/documents/通知.txt")
    with emptied_daily(empty, 30):
        assert len(entries(empty.where)) == 1
    for path in trash_folder(empty.where).glob("*/entry.json"):
        told = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(told | {"when": "2021-11-10T09:30:00+08:00"}), encoding="utf-8")
    with emptied_daily(empty, 30, every=0.01):
        for _ in range(500):
            if not entries(empty.where):
                break
            Event().wait(0.01)
    assert entries(empty.where) == ()
