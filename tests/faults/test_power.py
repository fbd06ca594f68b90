"""What a loss of power leaves: what was synced, and of the rest no more than was asked for."""

from pathlib import Path

from tests.faults.power import Change, Disk, put_back


def write(inode: int, offset: int, content: bytes) -> Change:
    return Change("w", inode, offset, len(content), "/d/f", "", content)


def named(kind: str, inode: int, path: str, other: str = "") -> Change:
    return Change(kind, inode, 0, 0, path, other, b"")


def sync(inode: int) -> Change:
    return Change("s", inode, 0, 0, "", "", b"")


def disk(*changes: Change) -> Disk:
    made = Disk()
    for change in changes:
        made.change(change)
    return made


NEW = (named("c", 1, "/d/f"), write(1, 0, b"whole"))
FOLDER_SYNCED = named("f", 0, "/d")


def test_bytes_that_were_not_synced_are_lost_and_the_name_may_stay() -> None:
    made = disk(*NEW)
    assert made.left(kept=0, names=True, seed=0) == {"/d/f": b""}
    assert made.left(kept=1, names=True, seed=0) == {"/d/f": b"whole"}
    assert made.left(kept=1, names=False, seed=0) == {}


def test_what_was_synced_stays() -> None:
    assert disk(*NEW, sync(1), FOLDER_SYNCED).left(kept=0, names=False, seed=0) == {"/d/f": b"whole"}


def test_a_synced_file_under_a_name_that_was_not_is_lost() -> None:
    assert disk(*NEW, sync(1)).left(kept=0, names=False, seed=0) == {}


def test_a_file_renamed_over_another_without_a_sync_may_be_empty() -> None:
    made = disk(
        *NEW, sync(1), FOLDER_SYNCED, named("c", 2, "/d/new"), write(2, 0, b"other"), named("r", 2, "/d/new", "/d/f")
    )
    assert made.left(kept=0, names=True, seed=0) == {"/d/f": b""}
    assert made.left(kept=0, names=False, seed=0) == {"/d/f": b"whole"}


def test_a_removed_file_may_come_back() -> None:
    made = disk(*NEW, sync(1), FOLDER_SYNCED, named("u", 1, "/d/f"))
    assert made.left(kept=0, names=True, seed=0) == {}
    assert made.left(kept=0, names=False, seed=0) == {"/d/f": b"whole"}


def test_a_shorter_length_may_be_lost_and_a_longer_one_is_filled_with_zeros() -> None:
    shorter = Change("t", 1, 0, 2, "/d/f", "", b"")
    made = disk(*NEW, sync(1), FOLDER_SYNCED, shorter)
    assert made.left(kept=0, names=True, seed=0) == {"/d/f": b"whole"}
    assert made.left(kept=1, names=True, seed=0) == {"/d/f": b"wh"}
    assert disk(*NEW, write(1, 7, b"x")).left(kept=1, names=True, seed=0) == {"/d/f": b"whole\0\0x"}


def test_pages_are_kept_by_a_share_and_alike_for_a_seed() -> None:
    pages = b"".join(bytes([number]) * 4096 for number in range(1, 201))
    made = disk(named("c", 1, "/d/f"), write(1, 0, pages))
    left = made.left(kept=0.5, names=True, seed=3)["/d/f"]
    assert left is not None
    kept = sum(left[at : at + 4096] == pages[at : at + 4096] for at in range(0, len(left), 4096))
    assert 60 < kept < 140
    assert made.left(kept=0.5, names=True, seed=3)["/d/f"] == left
    assert made.left(kept=0.5, names=True, seed=4)["/d/f"] != left


def test_what_was_left_is_written_back_without_files_of_lost_folders(tmp_path: Path) -> None:
    put_back({f"{tmp_path}/a": b"1", f"{tmp_path}/b": None, f"{tmp_path}/b/c": b"2", f"{tmp_path}/lost/d": b"3"})
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {"a", "b", "b/c"}
