"""Files that survive: what stands at a path is the old content or the new one, and the one before can be kept."""

from pathlib import Path

import pytest

from graph.durable_files import beside, file_aside, write_file


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"one")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one"}


def test_the_content_before_can_be_kept(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"three"):
        write_file(tmp_path / "a", content, keep_old=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"three", "a.old": b"two"}


def test_what_cannot_be_written_leaves_the_old_content(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"one")
    beside(tmp_path / "a", ".new").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_file(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"


def test_what_is_written_aside_takes_its_place_at_the_end_of_the_block(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"one")
    with file_aside(tmp_path / "a", keep_old=True) as aside, aside.open("wb") as file:
        for part in (b"t", b"w", b"o"):
            file.write(part)
        assert (tmp_path / "a").read_bytes() == b"one"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"two", "a.old": b"one"}


@pytest.mark.parametrize("error", [OSError, ValueError, KeyboardInterrupt])
def test_a_block_that_raises_leaves_the_old_content_alone(tmp_path: Path, error: type[BaseException]) -> None:
    def broken_off(aside: Path) -> None:
        aside.write_bytes(b"tw")
        raise error

    write_file(tmp_path / "a", b"one")
    with pytest.raises(error), file_aside(tmp_path / "a") as aside:
        broken_off(aside)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one"}
