"""Files within archives and mails are loaded, loaded again, verified and shown as files of their own."""

from io import BytesIO
from pathlib import Path

import pytest

from api.ingest.checking.verify import verify
from api.ingest.files.find import find
from api.ingest.loading.load import load
from api.kept_files import find_file
from api.uploads.intake import take_in
from api.uploads.unpacking import unpack
from graph.refresh.load import held_copies
from graph.stores.open import open_store
from tests.loaders.containers.containers import OTHER, PLAN, archive, mail

BOX = {"夹/一.txt": PLAN, "README.txt": b"x", "图.png": b"\x89PNG", "附件.zip": archive({"二.txt": OTHER})}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "材料.zip").write_bytes(archive(BOX))
    (tmp_path / "来信.eml").write_bytes(mail("见附件", {"三.txt": OTHER + PLAN}))
    (tmp_path / "坏.zip").write_bytes(archive(BOX)[:100])
    (tmp_path / "空.zip").write_bytes(archive({"图.png": b"\x89PNG"}))
    return tmp_path


def test_a_folder_gives_the_files_in_its_containers(folder: Path) -> None:
    found = find([folder])
    assert [one.name for one in found.found] == [
        "材料.zip!夹/一.txt",
        "材料.zip!附件.zip!二.txt",
        "来信.eml!三.txt",
        "来信.eml!正文.txt",
    ]
    assert {Path(one.path).name for one in found.refused} == {"坏.zip", "空.zip"}
    assert "材料.zip!README.txt" in found.passed_over
    assert [one.length for one in found.found][:2] == [len(PLAN), len(OTHER)]


def test_what_was_loaded_from_containers_is_known_again_and_verified(folder: Path) -> None:
    store = open_store(str(folder / "plan.lbug"))
    first = load(store, [folder / "材料.zip", folder / "来信.eml"])
    assert len(first.read) + len(first.merged) == 4
    assert len(load(store, [folder / "材料.zip", folder / "来信.eml"]).unchanged) == 4
    verified = verify(store)
    assert verified.holds
    assert verified.files == 4
    sha256, name = next(copy for copy in held_copies(store) if copy[1].endswith("一.txt"))
    text = find_file(store, name, sha256)
    assert text is not None
    assert text.characters.encode() == PLAN
    (folder / "材料.zip").write_bytes(archive({**BOX, "夹/一.txt": OTHER}))
    assert [one.path for one in verify(store).failed] == ["材料.zip!夹/一.txt"] * len(verify(store).failed)
    assert not verify(store).holds
    assert load(store, [folder / "材料.zip"]).replaced == ("材料.zip!夹/一.txt",)
    store.close()


def test_uploaded_containers_give_their_files(folder: Path) -> None:
    store = open_store(str(folder / "plan.lbug"))
    sent = {name: BytesIO((folder / name).read_bytes()) for name in ("材料.zip", "坏.zip", "空.zip")}
    outcome = take_in(store, dict(sent))
    assert sorted(outcome.summary.read) == ["一.txt", "二.txt"]
    assert [one.path for one in outcome.summary.refused] == ["坏.zip", "空.zip"]
    assert verify(store).holds
    store.close()


def test_files_of_one_name_are_all_unpacked() -> None:
    files, refused = unpack({"a.zip": BytesIO(archive({"x/一.txt": PLAN, "y/一.txt": OTHER})), "一.txt": BytesIO(b"1")})
    assert {name: content.read() for name, content in files.items()} == {
        "一.txt": b"1",
        "一 (2).txt": PLAN,
        "一 (3).txt": OTHER,
    }
    assert refused == ()


def test_a_bad_file_in_an_uploaded_archive_is_refused_alone() -> None:
    data = bytearray(archive({"一.txt": PLAN, "二.txt": OTHER}))
    data[30 + len("一.txt".encode()) + 3] ^= 0x55
    files, refused = unpack({"a.zip": BytesIO(bytes(data))})
    assert {name: content.read() for name, content in files.items()} == {"二.txt": OTHER}
    assert [(one.path, one.reason.key) for one in refused] == [("a.zip!一.txt", "file.damaged")]


def test_a_bad_file_in_an_archive_that_is_loaded_is_refused_alone(tmp_path: Path) -> None:
    data = bytearray(archive({"一.txt": PLAN, "二.txt": OTHER}))
    data[30 + len("一.txt".encode()) + 3] ^= 0x55
    (tmp_path / "a.zip").write_bytes(data)
    store = open_store(str(tmp_path / "plan.lbug"))
    loaded = load(store, [tmp_path / "a.zip"])
    store.close()
    assert list(loaded.read) == ["a.zip!二.txt"]
    assert [Path(one.path).name for one in loaded.refused] == ["a.zip!一.txt"]
