"""Errors carry a key and values; their sentence is that of the tables."""

import pickle
from pathlib import Path

import pytest

from graph.errors import FileRefusedError, StoreError, UsageError, reason_of
from graph.messages.message import message
from graph.messages.sentences import worded


def test_an_error_is_its_english_sentence_and_has_one_in_chinese() -> None:
    error = StoreError("store.read_only", store=Path("x.lbug"))
    assert str(error) == "The store x.lbug is open for reading only."
    assert worded("zh", error.message) == "图谱库 x.lbug 以只读方式打开。"
    assert error.message == message("store.read_only", store="x.lbug")


def test_an_error_may_be_the_reason_of_another() -> None:
    inner = FileRefusedError.at("a.txt", message("file.too_large", limit=64))
    outer = UsageError("serve.token_unread", path="t", reason=inner)
    assert worded("zh", outer.message) == "无法读取 t 中的令牌：a.txt：超过此类单个文件 64 MiB 的上限。"


def test_a_refused_file_tells_why_without_its_path() -> None:
    why = message("file.empty")
    assert FileRefusedError.at("a.txt", why).reason == FileRefusedError("file.empty").reason == why


def test_an_error_goes_from_one_process_to_another() -> None:
    error = FileRefusedError.at("a.txt", message("file.empty"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), again.message) == (FileRefusedError, error.message)


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (FileNotFoundError(2, "No such file or directory"), "system.missing"),
        (PermissionError(13, "Permission denied"), "system.denied"),
        (OSError(28, "No space left on device"), "system.other"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "system.no_utf8"),
    ],
)
def test_the_reason_of_the_system_is_told_in_our_words_where_we_have_some(
    error: OSError | UnicodeDecodeError, key: str
) -> None:
    assert reason_of(error).key == key
    assert worded("en", reason_of(OSError(28, "No space left on device"))) == "No space left on device"
