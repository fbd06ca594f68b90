"""What a newcomer does: install the wheel, start it, bring a paper, all without a word of set-up."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
import venv
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError

import pytest

pytestmark = pytest.mark.slow

WAIT = 60
ENTRANCE = re.compile(r"http://127\.0\.0\.1:\d+/enter\?key=[\w-]+")


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program from a freshly built wheel, in an environment of its own; what it needs is that of the tests."""
    folder = tmp_path_factory.mktemp("newcomer")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    home = folder / "env"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps", "--python", str(python)]
    subprocess.run([*uv, str(next(folder.glob("*.whl")))], check=True, capture_output=True)
    [packages] = home.glob("lib/python*/site-packages")
    theirs = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "others.pth").write_text(f"{theirs}\n", encoding="utf-8")
    return home / "bin" / "plangraph"


@pytest.fixture
def desk(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The entrance of the pages on one's own desk, opened in an empty folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PLANGRAPH", "PYTHON"))}
    command = [str(installed), "--lang", "zh", "open", "--no-browser"]
    with (
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=log, stdout=log) as program,
    ):
        try:
            yield _entrance(tmp_path / "log", program)
        finally:
            program.send_signal(signal.SIGINT)
            program.wait(WAIT)


def _entrance(log: Path, program: "subprocess.Popen[bytes]") -> str:
    for _ in range(WAIT * 10):
        found = ENTRANCE.search(log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        if program.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail(log.read_text(encoding="utf-8"))


def browser() -> urllib.request.OpenerDirector:
    """One that keeps cookies."""
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))


def test_the_program_of_the_wheel_runs_outside_its_checkout(installed: Path, tmp_path: Path) -> None:
    paper = "蓬莱镇人民政府\n\n关于开展清查的通知\n\n各村（社区）：\n\n请于2021年6月底前完成清查。\n"
    (tmp_path / "paper.txt").write_text(paper, encoding="utf-8")
    for command in (["load", "paper.txt"], ["documents", "--json"], ["export", "docx", "--out", "t.docx"]):
        done = subprocess.run([installed, *command], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "t.docx").read_bytes().startswith(b"PK")
    code = "import api; print(api.__file__)"
    where = subprocess.run(
        [installed.parent / "python", "-c", code], cwd=tmp_path, capture_output=True, check=True
    ).stdout.decode()
    assert str(installed.parent.parent) in where


def test_an_empty_desk_opens_on_the_upload_signed_in(desk: str, tmp_path: Path) -> None:
    mine = browser()
    with mine.open(desk) as answer:
        page = answer.read().decode()
        assert answer.geturl().endswith("/upload")
    assert "上传文件" in page
    assert "data-upload" in page
    form_token = re.search(r'name="form-token" content="([^"]+)"', page)
    assert form_token
    body = "蓬莱镇人民政府\n\n关于开展清查的通知\n\n各村（社区）：\n\n一、开展清查\n\n责任单位：村建办\n"
    data = f'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n{body}\r\n--b--\r\n'
    root = desk.partition("/enter")[0]
    headers = {
        "Content-Type": "multipart/form-data; boundary=b",
        "X-Form-Token": form_token[1],
        "Origin": root,
    }
    with mine.open(urllib.request.Request(f"{root}/api/documents", data.encode(), headers)) as answer:  # noqa: S310
        assert answer.status == 200
    with mine.open(desk) as answer:
        assert answer.geturl() == f"{root}/"
    assert (tmp_path / "plangraph.lbug").exists()


def test_who_has_not_the_key_is_not_signed_in(desk: str) -> None:
    root = desk.partition("/enter")[0]
    for address in (f"{root}/enter?key=guess", f"{root}/enter", f"{root}/upload"):
        with browser().open(address) as answer:
            assert 'name="form-token"' not in answer.read().decode()
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    with pytest.raises(HTTPError) as told:
        browser().open(urllib.request.Request(f"{root}/api/documents", b"", kind))  # noqa: S310
    told.value.close()
    assert told.value.code == 401


def test_the_start_for_windows_is_a_batch_file_whose_command_is_there(root: Path, installed: Path) -> None:
    data = (root / "examples" / "windows" / "plangraph.bat").read_bytes()
    lines = data.decode("utf-8").split("\r\n")
    assert lines[0] == "@echo off"
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert lines.index("chcp 65001 >nul") < min(n for n, line in enumerate(lines) if not line.isascii())
    [command] = [line for line in lines if line.startswith("plangraph ")]
    done = subprocess.run([installed, *command.split()[1:], "--help"], capture_output=True, check=False)
    assert done.returncode == 0
    assert "--no-browser" in done.stdout.decode()
