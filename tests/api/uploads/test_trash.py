"""The trash holds whole files with their manifests, and is emptied by age alone."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from api.ingest.files.own_files import trash_folder
from api.uploads.trash import TrashEntry, content_of, drop, empty, entries, entry_of, free_id, keep, now
from graph.errors import NotFoundError
from tests.api.papers import write

WHEN = datetime.fromisoformat("2021-11-10T09:30:00+08:00")
SHA256 = "3f" * 32


def kept(folder: Path, name: str, when: datetime = WHEN) -> TrashEntry:
    """The entry of a file that was kept."""
    where = str(folder / "s.lbug")
    identity = free_id(where, SHA256, when, frozenset())
    entry = TrashEntry(identity, name, SHA256, when.isoformat(), "removed", "某方案", "某发〔2021〕1号")
    keep(where, entry, write(folder, name, f"words of {name}"))
    return entry


def test_an_entry_is_read_back_with_its_file_and_the_latest_comes_first(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    assert entries(where) == ()
    first, later = kept(tmp_path, "a.txt"), kept(tmp_path, "b.txt", WHEN + timedelta(days=1))
    assert entries(where) == (later, first)
    assert entry_of(where, first.id) == first
    assert content_of(where, first.id).read_text() == "words of a.txt"
    assert (tmp_path / "a.txt").exists()
    with pytest.raises(NotFoundError, match=r"no file with the id \.\./s\.lbug"):
        entry_of(where, "../s.lbug")


def test_ids_are_the_second_and_the_hash_and_never_twice_the_same(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    assert free_id(where, SHA256, WHEN, frozenset()) == "20211110-093000-3f3f3f3f"
    assert kept(tmp_path, "a.txt").id == "20211110-093000-3f3f3f3f"
    assert kept(tmp_path, "b.txt").id == "20211110-093000-3f3f3f3f-2"
    assert free_id(where, SHA256, WHEN, frozenset({"20211110-093000-3f3f3f3f-3"})) == "20211110-093000-3f3f3f3f-4"


def test_only_what_is_old_enough_is_deleted_however_much_there_is(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    days = [kept(tmp_path, f"{days}.txt", WHEN - timedelta(days=days)) for days in range(60)]
    assert empty(where, 30, WHEN) == tuple(days[30:])
    assert entries(where) == tuple(days[:30])
    assert empty(where, 30, WHEN) == ()
    assert len(list(trash_folder(where).iterdir())) == 30


def test_half_an_entry_is_none_and_is_left_alone(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    for name in ("manifest", "file", "broken", "empty", "other"):
        kept(tmp_path, f"{name}.txt")
    manifest, file, broken, blank, other = (trash_folder(where) / one.id for one in reversed(entries(where)))
    (manifest / "entry.json").unlink()
    (file / "file").unlink()
    (broken / "entry.json").write_text("{", encoding="utf-8")
    (blank / "entry.json").write_text("", encoding="utf-8")
    (other / "entry.json").write_text('{"id": "x"}', encoding="utf-8")
    assert entries(where) == ()
    assert empty(where, 0) == ()
    assert len(list(trash_folder(where).iterdir())) == 5


def test_what_is_dropped_is_gone_and_may_be_dropped_again(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    entry = kept(tmp_path, "a.txt")
    drop(where, entry.id)
    drop(where, entry.id)
    assert entries(where) == ()
    assert list(trash_folder(where).iterdir()) == []


def test_now_has_a_zone_and_no_parts_of_seconds() -> None:
    assert now().tzinfo is not None
    assert now().microsecond == 0
