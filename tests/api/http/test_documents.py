"""Documents come and go over HTTP: with the token, whole or not at all, the bad ones refused by name."""

import json
from contextlib import closing
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.http.uploads import name_of, take_in
from api.ingest.checking.verify import verify
from api.ingest.files.own_files import uploads_folder
from api.ingest.loading.load import load
from api.serving import ServiceSettings, open_library
from graph.exports.rdf import to_turtle
from graph.stores.open import DEFAULT_STORE, open_store
from graph.stores.read_back import read_all
from loaders.formats.readers import ENDINGS
from tests.api.http.conftest import BEARER, TOKEN, client_of
from tests.api.papers import NOTICE, TASK_LIST, write
from tests.loaders.formats.written_papers import WRITERS

pytestmark = pytest.mark.slow

Sent = list[tuple[str, tuple[str, bytes]]]
BROKEN = {
    "空.txt": b"",
    "白.txt": b" \n\t\n",
    "图.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 20,
    "乱码.txt": "各村要牵头".encode() + b"\xff\xfe\xff\x80" + "责任单位".encode("gb18030") + b"\x81\x20",
}


def files(**named: str) -> Sent:
    return [("files", (f"{name}.txt", words.encode())) for name, words in named.items()]


def kept(library: Library) -> list[str]:
    """The names of all that lies in the folder of uploads."""
    folder = uploads_folder(library.where)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def total(client: TestClient) -> int:
    return int(client.get("/api/tasks").json()["total"])


def test_an_upload_is_a_load_with_its_summary(writer: TestClient, empty: Library) -> None:
    got = writer.post("/api/documents", files=files(通知=NOTICE, 清单=TASK_LIST))
    assert got.status_code == 200
    assert sorted(got.json()["read"]) == ["清单.txt", "通知.txt"]
    assert got.json()["unread"].keys() <= {"清单.txt", "通知.txt"}
    assert total(writer) == 3
    assert writer.get("/api/tasks?leader=").json()["items"][0]["sources"][0].split(":")[0] in {"通知.txt", "清单.txt"}
    with empty.reading() as snapshot:
        assert verify(snapshot.store).holds
        assert str(Path(empty.where).parent) not in to_turtle(read_all(snapshot.store))
    again = writer.post("/api/documents", files=files(通知=NOTICE, 又=NOTICE))
    assert (again.json()["unchanged"], again.json()["merged"]) == (["通知.txt"], ["又.txt"])


def test_an_upload_may_be_markdown(writer: TestClient, empty: Library) -> None:
    paper = "# 修渠工作方案\n\n2024年任务清单\n\n| 任务 | 责任单位 |\n|---|---|\n| 修**东**渠 | 水利站 |\n"
    assert writer.post("/api/documents", files=[("files", ("方案.md", paper.encode()))]).json()["read"] == ["方案.md"]
    [task] = writer.get("/api/tasks").json()["items"]
    assert (task["title"], task["sources"]) == ("修东渠", ["方案.md:7"])
    with empty.reading() as snapshot:
        assert verify(snapshot.store).holds


@pytest.mark.parametrize("ending", [one for one in (".docx", ".xlsx", ".csv", ".html") if one in ENDINGS])
def test_an_upload_may_be_an_office_file_whose_original_is_given_back(
    writer: TestClient, empty: Library, ending: str
) -> None:
    name, data = f"方案{ending}", WRITERS[ending]()
    assert writer.post("/api/documents", files=[("files", (name, data))]).json()["read"] == [name]
    assert total(writer) == 6
    [paper] = writer.get("/api/documents").json()["items"]
    assert writer.get(f"/documents/{paper['document_id']}/original").content == data
    with empty.reading() as snapshot:
        assert verify(snapshot.store).holds


def test_a_folder_that_holds_the_store_is_loaded_without_its_uploads(
    writer: TestClient, empty: Library, tmp_path: Path
) -> None:
    writer.post("/api/documents", files=files(通知=NOTICE))
    write(tmp_path, "清单.txt", TASK_LIST)
    with empty.writing() as store:
        assert load(store, [tmp_path]).read == ("清单.txt",)


def test_a_file_of_the_same_name_takes_the_place_of_the_one_before(writer: TestClient, empty: Library) -> None:
    writer.post("/api/documents", files=files(通知=NOTICE))
    changed = writer.post("/api/documents", files=files(通知=NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。")))
    assert changed.json()["replaced"] == ["通知.txt"]
    assert "出租闲置校舍" in {row["title"] for row in writer.get("/api/tasks").json()["items"]}
    assert kept(empty) == ["通知.txt"]


def test_a_change_is_another_state_with_another_tag(writer: TestClient) -> None:
    before = writer.get("/api/tasks").headers["etag"]
    writer.post("/api/documents", files=files(通知=NOTICE))
    after = writer.get("/api/tasks", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["etag"] != before
    writer.delete("/api/documents/通知.txt")
    assert writer.get("/api/tasks").headers["etag"] not in {before, after.headers["etag"]}


def test_a_load_that_changes_nothing_is_the_same_state(writer: TestClient) -> None:
    writer.post("/api/documents", files=files(通知=NOTICE))
    tag = writer.get("/api/tasks").headers["etag"]
    writer.post("/api/documents", files=files(通知=NOTICE))
    assert writer.get("/api/tasks", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("name", BROKEN)
def test_a_bad_file_is_refused_with_the_reason_and_nothing_is_in(writer: TestClient, empty: Library, name: str) -> None:
    got = writer.post("/api/documents", files=[("files", (name, BROKEN[name]))])
    assert got.status_code == 422
    assert got.headers["content-type"] == "application/problem+json"
    assert [one["where"] for one in got.json()["errors"]] == [name]
    assert got.json()["code"] == "http.none_taken"
    assert got.json()["errors"][0]["reason"] in {"file.empty", "file.only_pictures", "file.undecodable"}
    assert str(Path(empty.where).parent) not in got.text
    assert writer.get("/api/documents").json()["total"] == 0
    assert kept(empty) == []


def test_a_good_file_beside_bad_ones_is_taken_in(writer: TestClient) -> None:
    sent = files(通知=NOTICE) + [("files", (name, content)) for name, content in BROKEN.items()]
    got = writer.post("/api/documents", files=sent)
    assert got.status_code == 200
    assert got.json()["read"] == ["通知.txt"]
    assert {one["where"] for one in got.json()["refused"]} == set(BROKEN)


def test_a_bad_file_of_a_known_name_leaves_the_good_one(writer: TestClient, empty: Library) -> None:
    writer.post("/api/documents", files=files(通知=NOTICE))
    assert writer.post("/api/documents", files=[("files", ("通知.txt", BROKEN["图.png"]))]).status_code == 422
    assert total(writer) == 2
    assert (uploads_folder(empty.where) / "通知.txt").read_text(encoding="utf-8") == NOTICE


def test_progress_is_told_line_by_line(writer: TestClient) -> None:
    sent = files(通知=NOTICE, 清单=TASK_LIST)
    got = writer.post("/api/documents", files=sent, headers={"Accept": "application/x-ndjson"})
    lines = [json.loads(line) for line in got.text.splitlines()]
    assert [line["done"] for line in lines[:-1]] == [1, 2]
    assert sorted(lines[-1]["read"]) == ["清单.txt", "通知.txt"]


def last_line(client: TestClient, sent: Sent) -> dict[str, Any]:
    got = client.post("/api/documents", files=sent, headers={"Accept": "application/x-ndjson"})
    assert got.status_code == 200
    line: dict[str, Any] = json.loads(got.text.splitlines()[-1])
    return line


def test_the_last_line_of_a_load_that_took_nothing_is_a_problem_with_the_reasons(writer: TestClient) -> None:
    line = last_line(writer, [("files", ("空.txt", BROKEN["空.txt"]))])
    assert line["status"] == 422
    assert [one["where"] for one in line["errors"]] == ["空.txt"]


def test_the_last_line_of_a_load_whose_store_fails_is_a_problem(example_store: Path, tmp_path: Path) -> None:
    copytree(example_store, tmp_path, dirs_exist_ok=True)
    store = open_store(str(tmp_path / DEFAULT_STORE), read_only=True)
    with closing(Library(store)) as library:
        client = client_of(library, token=TOKEN)
        client.headers.update(BEARER)
        line = last_line(client, files(新=TASK_LIST))
        assert (line["status"], line["title"]) == (503, "Service Unavailable")
        assert "只读" in line["detail"]
        assert kept(library) == []


def test_the_last_line_of_a_load_that_the_system_ends_is_a_problem(writer: TestClient, empty: Library) -> None:
    uploads_folder(empty.where).write_text("a file where the folder should be", encoding="utf-8")
    line = last_line(writer, files(通知=NOTICE))
    assert (line["status"], line["detail"]) == (503, "无法保存上传的文件：Not a directory。")
    assert line["request_id"]
    uploads_folder(empty.where).unlink()
    assert last_line(writer, files(通知=NOTICE))["read"] == ["通知.txt"]


@pytest.mark.parametrize("what", ["通知.txt", "大蓬委发〔2021〕26号", "id"])
def test_a_document_is_removed_by_name_number_or_id(writer: TestClient, empty: Library, what: str) -> None:
    writer.post("/api/documents", files=files(通知=NOTICE, 清单=TASK_LIST))
    if what == "id":
        papers = writer.get("/api/documents").json()["items"]
        what = next(row["document_id"] for row in papers if row["number"])
    assert writer.delete(f"/api/documents/{what}").json()["removed"] == ["通知.txt"]
    assert total(writer) == 1
    assert kept(empty) == ["清单.txt"]
    assert writer.delete(f"/api/documents/{what}").status_code == 404


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer \xe9"]
)
def test_only_who_has_the_token_changes_anything(empty: Library, header: str) -> None:
    client = client_of(empty, token=TOKEN)
    headers = {b"authorization": header.encode("latin-1")} if header else {}
    for got in (
        client.post("/api/documents", files=files(通知=NOTICE), headers=headers),
        client.delete("/api/documents/通知.txt", headers=headers),
    ):
        assert got.status_code == 401
        assert got.headers["www-authenticate"] == "Bearer"
    assert total(client) == 0


def test_without_a_token_the_service_only_reads(client: TestClient) -> None:
    assert (
        client.post("/api/documents", files=files(通知=NOTICE), headers={"Authorization": "Bearer "}).status_code == 403
    )


def test_a_body_above_the_limit_is_refused(empty: Library) -> None:
    client = client_of(empty, token=TOKEN, upload_limit=1)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    large = NOTICE.encode() + b"\n" * 1024 * 1024
    assert client.post("/api/documents", files=[("files", ("大.txt", large))], headers=headers).status_code == 413

    def pieces() -> object:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(20):
            yield b"x" * 100_000

    streamed = headers | {"Content-Type": "multipart/form-data; boundary=b"}
    got = client.post("/api/documents", content=pieces(), headers=streamed)  # type: ignore[arg-type]
    assert got.status_code == 413
    assert got.headers["content-type"] == "application/problem+json"
    assert kept(empty) == []


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("text/plain", NOTICE.encode(), 415),
        ("", b"", 415),
        ("multipart/form-data", b"", 400),
        ("multipart/form-data; boundary=b", b"nothing", 400),
        ("multipart/form-data; boundary=b", b"--b--\r\n", 422),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="files"\r\n\r\nx\r\n--b--\r\n',
            422,
        ),
    ],
)
def test_a_body_that_is_no_form_with_files_is_refused(
    writer: TestClient, content_type: str, body: bytes, status: int
) -> None:
    got = writer.post("/api/documents", content=body, headers={"Content-Type": content_type})
    assert got.status_code == status
    assert got.headers["content-type"] == "application/problem+json"


def test_two_files_of_one_name_in_one_request_are_refused(writer: TestClient) -> None:
    got = writer.post("/api/documents", files=[*files(通知=NOTICE), *files(通知=TASK_LIST)])
    assert got.status_code == 422
    assert total(writer) == 0


@pytest.mark.parametrize("name", ["../../etc/通知.txt", "C:\\papers\\通知.txt", "/通知.txt", " 通知.txt "])
def test_only_the_last_part_of_a_name_counts(writer: TestClient, empty: Library, name: str) -> None:
    assert writer.post("/api/documents", files=[("files", (name, NOTICE.encode()))]).json()["read"] == ["通知.txt"]
    assert kept(empty) == ["通知.txt"]


@pytest.mark.parametrize("name", ["..", ".hidden", "a/", "\u202e.txt", "长" * 100 + ".txt"])
def test_a_name_under_which_nothing_can_be_kept_is_refused(writer: TestClient, empty: Library, name: str) -> None:
    assert writer.post("/api/documents", files=[("files", (name, NOTICE.encode()))]).status_code == 422
    assert kept(empty) == []


def test_a_name_with_markup_is_a_name() -> None:
    assert name_of("<script>'\"&.txt") == "<script>'\"&.txt"


@pytest.mark.parametrize("other", ["通知.txt.before", "通知.txt.coming", "before", "new"])
def test_no_name_meets_what_is_under_way(writer: TestClient, empty: Library, other: str) -> None:
    for name, words in ((other, TASK_LIST), ("通知.txt", NOTICE), ("通知.txt", NOTICE + "\n")):
        assert writer.post("/api/documents", files=[("files", (name, words.encode()))]).status_code == 200
    assert kept(empty) == sorted([other, "通知.txt"])
    assert total(writer) == 3


def test_what_a_killed_upload_left_is_put_right_when_the_service_starts(tmp_path: Path) -> None:
    settings = ServiceSettings(store=str(tmp_path / "s.lbug"), token=SecretStr(TOKEN))
    folder = uploads_folder(settings.store)
    with open_library(settings, print, print) as library:
        take_in(library, {"通知.txt": BytesIO(NOTICE.encode())})
    before = folder / ".coming" / "before"
    before.mkdir(parents=True)
    (folder / "通知.txt").replace(before / "通知.txt")
    write(folder, "通知.txt", "half")
    with open_library(settings, print, print):
        assert [path.name for path in folder.iterdir()] == ["通知.txt"]
    assert (folder / "通知.txt").read_text(encoding="utf-8") == NOTICE
