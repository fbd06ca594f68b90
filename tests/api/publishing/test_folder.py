"""A site in a folder: nothing of others is touched, only what changed is written again, what is gone is removed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.publishing.folder import MANIFEST, publish
from api.publishing.site import SiteFile
from graph.errors import FileRefusedError

STORE = "plangraph.lbug"


def site(**files: str) -> list[SiteFile]:
    return [SiteFile(path.replace("__", "/"), words.encode) for path, words in files.items()]


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    first = publish(folder, site(a="1", b__c="2", d__e="3"), STORE)
    assert (first.written, first.same, first.removed) == (3, 0, 0)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    again = publish(folder, site(a="1", b__c="2", d__e="3"), STORE)
    assert (again.written, again.same, again.removed) == (0, 3, 0)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == before
    later = publish(folder, site(a="1", b__c="4"), STORE)
    assert (later.written, later.same, later.removed) == (1, 1, 1)
    assert (folder / "b" / "c").read_text() == "4"
    assert not (folder / "d").exists()


def test_what_somebody_changed_or_added_stays(tmp_path: Path) -> None:
    publish(tmp_path, site(a="1", b="2"), STORE)
    (tmp_path / "b").write_text("by hand")
    (tmp_path / "own.txt").write_text("mine")
    done = publish(tmp_path, site(a="1"), STORE)
    assert done.kept == ("b",)
    assert (tmp_path / "b").read_text() == "by hand"
    assert (tmp_path / "own.txt").read_text() == "mine"


def test_a_file_that_was_lost_or_changed_is_written_again(tmp_path: Path) -> None:
    publish(tmp_path, site(a="1", b="2"), STORE)
    (tmp_path / "a").unlink()
    (tmp_path / "b").write_text("by hand")
    assert publish(tmp_path, site(a="1", b="2"), STORE).written == 2
    assert (tmp_path / "b").read_text() == "2"


def _other_folder(folder: Path) -> None:
    (folder / "x.txt").write_text("mine")


def _file_in_the_way(folder: Path) -> None:
    publish(folder, site(z="1"), STORE)
    (folder / "a").write_text("mine")


def _link_in_the_way(folder: Path) -> None:
    publish(folder, site(z="1"), STORE)
    (folder.parent / "elsewhere").mkdir()
    (folder / "b").symlink_to(folder.parent / "elsewhere")


def _manifest_that_leads_out(folder: Path) -> None:
    publish(folder, site(a="1"), STORE)
    told = json.loads((folder / MANIFEST).read_text())
    told["files"]["../outside"] = ""
    (folder / MANIFEST).write_text(json.dumps(told))


def _manifest_of_another(folder: Path) -> None:
    (folder / MANIFEST).write_text('{"kind": "another", "format": 1, "files": {}}')


def _broken_manifest(folder: Path) -> None:
    (folder / MANIFEST).write_text("[")


OTHERS = (
    _other_folder,
    _file_in_the_way,
    _link_in_the_way,
    _manifest_that_leads_out,
    _manifest_of_another,
    _broken_manifest,
)


@pytest.mark.parametrize("prepare", OTHERS)
def test_a_folder_of_others_is_refused_untouched(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "outside").write_text("mine")
    prepare(folder)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(FileRefusedError):
        publish(folder, site(a="1", b__c="2"), STORE)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_or_a_folder_of_the_store_is_no_folder_of_a_site(tmp_path: Path) -> None:
    store = tmp_path / STORE
    store.write_text("x")
    for name in (STORE, f"{STORE}.uploads", f"{STORE}.trash/site"):
        with pytest.raises(FileRefusedError):
            publish(tmp_path / name, site(a="1"), str(store))


def test_a_run_that_was_broken_off_is_gone_on_with(tmp_path: Path) -> None:
    def fails() -> bytes:
        raise OSError(28, "No space left on device")

    with pytest.raises(FileRefusedError):
        publish(tmp_path, [SiteFile("a", b"1".__bytes__), SiteFile("b", fails)], STORE)
    assert publish(tmp_path, site(a="1", b="2"), STORE).written == 1


def test_nothing_is_written_or_removed_behind_a_link(tmp_path: Path) -> None:
    folder, victim = tmp_path / "site", tmp_path / "victim.txt"
    victim.write_text("mine")
    publish(folder, site(a="1", id__x__b="2"), STORE)
    for name in (f"{MANIFEST}.new", f".{MANIFEST}.new"):
        (folder / name).symlink_to(victim)
    elsewhere = (folder / "id").rename(tmp_path / "elsewhere")
    (folder / "id").symlink_to(elsewhere)
    done = publish(folder, site(a="3"), STORE)
    assert done.kept == ("id/x/b",)
    assert victim.read_text() == "mine"
    assert (elsewhere / "x" / "b").read_text() == "2"
    assert (folder / "a").read_text() == "3"


def test_a_file_of_others_beside_one_of_the_site_stays(tmp_path: Path) -> None:
    publish(tmp_path, site(a="1"), STORE)
    (tmp_path / "a.new").write_text("mine")
    publish(tmp_path, site(a="2"), STORE)
    assert (tmp_path / "a.new").read_text() == "mine"


def test_a_first_run_that_was_broken_off_before_its_list_stood_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / f".{MANIFEST}.new").write_text("{")
    assert publish(tmp_path, site(a="1"), STORE).written == 1
