"""Files in chunks that become longer, all of them once and in order."""

from pathlib import Path

import pytest

from api.ingest.files import chunks
from api.ingest.files.find import find
from tests.api.papers import write


def test_a_chunk_ends_with_the_file_that_makes_it_long_enough_and_the_next_is_twice_as_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        write(tmp_path, f"{number}.txt", "x" * 10)
    found = find([tmp_path]).found
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 20)
    cut = list(chunks.chunks(found))
    assert [len(chunk) for chunk in cut] == [2, 4, 2]
    assert [one for chunk in cut for one in chunk] == list(found)


def test_many_short_files_are_parted_too_so_that_a_load_that_is_killed_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(10):
        write(tmp_path, f"{number}.txt", "x")
    monkeypatch.setattr(chunks, "FIRST_FILES", 2)
    assert [len(chunk) for chunk in chunks.chunks(find([tmp_path]).found)] == [2, 4, 4]


def test_no_files_are_no_chunk() -> None:
    assert list(chunks.chunks([])) == []
