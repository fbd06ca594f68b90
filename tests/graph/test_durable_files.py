"""Files that survive: what stands at a path is the old content or the new one, and the one before can be kept."""

from pathlib import Path

import pytest

from graph.durable_files import beside, file_aside, file_of_others, write_file


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


def test_a_file_of_a_person_takes_nothing_that_lies_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "victim", b"precious")
    (tmp_path / "a.new").symlink_to(tmp_path / "victim")
    with file_of_others(tmp_path / "a") as aside:
        aside.write_bytes(b"one")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a": b"one",
        "a.new": b"precious",
        "victim": b"precious",
    }


def test_two_that_write_to_one_path_do_not_meet_and_the_later_one_wins(tmp_path: Path) -> None:
    with file_of_others(tmp_path / "a") as first:
        first.write_bytes(b"one")
        with file_of_others(tmp_path / "a") as second:
            second.write_bytes(b"two")
        assert (tmp_path / "a").read_bytes() == b"two"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one"}


def test_what_a_killed_program_left_aside_goes_and_what_is_in_the_place_of_ours_is_not_taken(tmp_path: Path) -> None:
    left = tmp_path / "a.0123456789abcdef.new"
    left.write_bytes(b"half")
    (tmp_path / "a.my-notes.new").write_bytes(b"mine")

    def swapped() -> None:
        with file_of_others(tmp_path / "a") as aside:
            assert not left.exists()
            aside.rename(tmp_path / "ours")
            aside.write_bytes(b"of another")

    with pytest.raises(FileNotFoundError):
        swapped()
    (tmp_path / "ours").unlink()
    assert {path.name for path in tmp_path.iterdir()} == {"a.my-notes.new"}
