"""Files on their way into a folder: what was not taken in leaves what stood there, after a kill too."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from api.http.staging import in_place, settle
from graph.refresh.delta import Copy
from tests.api.papers import write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def held(**copies: bytes) -> frozenset[Copy]:
    return frozenset((sha256(words).hexdigest(), f"{name}.txt") for name, words in copies.items())


def killed(folder: Path) -> None:
    """Leaves the folder as a program that was killed while two files were loaded, of which one was there before."""
    write(folder, "a.txt", "old")
    files = {"a.txt": BytesIO(b"new"), "b.txt": BytesIO(b"new")}
    under_way = in_place(folder, files, frozenset)
    with under_way:
        left = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path, words in left.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(words)


def test_what_was_taken_in_stays_and_what_was_not_gives_way(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "old")
    write(tmp_path, "b.txt", "old")
    files = {f"{name}.txt": BytesIO(b"new") for name in "abcd"}
    with in_place(tmp_path, files, lambda: held(a=b"new", c=b"new", b=b"old")):
        assert [(tmp_path / name).read_text() for name in files] == ["new"] * 4
    assert names(tmp_path) == ["a.txt", "b.txt", "c.txt"]
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["new", "old", "new"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "old")
    with pytest.raises(OSError, match="full"), in_place(tmp_path, {"a.txt": BytesIO(b"new")}, lambda: held(a=b"old")):
        raise OSError("full")
    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


def test_after_a_kill_before_the_transaction_the_old_file_comes_back(tmp_path: Path) -> None:
    killed(tmp_path)
    settle(tmp_path, lambda: held(a=b"old"))
    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


def test_after_a_kill_behind_the_transaction_the_new_files_stay(tmp_path: Path) -> None:
    killed(tmp_path)
    settle(tmp_path, lambda: held(a=b"new", b=b"new"))
    assert names(tmp_path) == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_text() == "new"


def test_the_next_upload_puts_right_what_a_kill_left(tmp_path: Path) -> None:
    killed(tmp_path)
    with in_place(tmp_path, {"c.txt": BytesIO(b"new")}, lambda: held(a=b"old", c=b"new")):
        pass
    assert names(tmp_path) == ["a.txt", "c.txt"]
