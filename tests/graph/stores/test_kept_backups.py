"""Automatic backups: the newest are kept, what a person put beside them stays, leftovers of killed programs go."""

import os
import stat
from pathlib import Path

import pytest

from graph.stores.kept_backups import FILES, PACKED, backups_folder, keep, newest
from graph.stores.ladybug.file_backup import back_up_files

STAMP = "20250101T000000.000000Z"


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Where a store would be, with an empty folder of backups beside it."""
    where = str(tmp_path / "s.lbug")
    backups_folder(where).mkdir()
    return where


def kept(store: str) -> list[str]:
    return sorted(path.name for path in backups_folder(store).iterdir())


def made(store: str) -> str:
    path = keep(store, PACKED, 0, lambda partial: partial.touch())
    assert path is not None
    return path.name


def test_what_a_person_put_into_the_folder_stays_and_counts_for_nothing(store: str) -> None:
    mine = ["2025-before-MoZhang.zip", f"{STAMP}.zip.sent", f"{STAMP}.txt", "A.zip.new", f"copy-{STAMP}.zip"]
    for name in mine:
        (backups_folder(store) / name).write_text("mine", "utf-8")
    ours = [made(store) for _ in range(6)]
    assert kept(store) == sorted([*mine, *ours[1:]])
    assert newest(store) == backups_folder(store) / ours[-1]


def test_what_a_killed_program_left_goes_with_the_next_backup(store: str) -> None:
    (backups_folder(store) / f"{STAMP}{PACKED}.new").touch()
    (backups_folder(store) / f"{STAMP}{FILES}.new").mkdir()
    (backups_folder(store) / f"{STAMP}{FILES}.new" / "s.lbug").touch()
    assert kept(store) == sorted({f"{STAMP}{PACKED}.new", f"{STAMP}{FILES}.new"})
    assert [made(store)] == kept(store)


def test_the_new_backup_is_on_the_disk_before_an_old_one_goes(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANGRAPH_BACKUPS", "1")
    first = made(store)
    synced: list[list[str]] = []
    sync = os.fsync

    def recorded(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            synced.append(kept(store))
        sync(handle)

    monkeypatch.setattr(os, "fsync", recorded)
    second = made(store)
    assert sorted([first, second]) in synced
    assert kept(store) == [second]


def test_a_copy_of_files_holds_all_in_which_content_stands_and_no_locks(store: str) -> None:
    content = ["", ".wal", ".wal.checkpoint", ".shadow", ".folded"]
    for ending in (*content, ".lock", ".lock.writer", ".checkpoint.apply.lock", ".files.json"):
        Path(store + ending).write_text(ending, "utf-8")
    folder = back_up_files(store)
    assert folder is not None
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        f"s.lbug{ending}": ending for ending in content
    }
