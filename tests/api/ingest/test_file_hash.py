"""A file is known by the hash of its bytes; where none lies there is none, and what cannot be read is told apart."""

import hashlib
from pathlib import Path

import pytest

from api.ingest.files.file_hash import hash_of, hash_where_readable
from tests.api.papers import NOTICE, write


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "通知.txt", NOTICE)
    assert hash_of(path) == hash_where_readable(path) == hashlib.sha256(NOTICE.encode()).hexdigest()


def test_where_no_file_lies_there_is_no_hash(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        assert hash_of(path) == hash_where_readable(path) == ""


def test_a_file_that_cannot_be_read_is_not_taken_for_none_where_that_matters(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 100 + ".txt")
    assert hash_where_readable(path) == ""
    with pytest.raises(OSError, match="name too long"):
        hash_of(path)
