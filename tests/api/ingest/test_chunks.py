"""Files in chunks that become longer, all of them once and in order."""

from pathlib import Path

import pytest

from api.ingest import chunks
from api.ingest.find import find
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


def test_no_files_are_no_chunk() -> None:
    assert list(chunks.chunks([])) == []
