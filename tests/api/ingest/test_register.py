"""The register of loaded files stands beside the store and may be lost."""

from pathlib import Path

import pytest

from api.ingest.files.register import RegisterEntry, read_register, register_path, set_aside
from graph.errors import StoreError


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    where = str(tmp_path / "plangraph.lbug")
    register = read_register(where)
    register.entries[tmp_path / "方案.txt"] = RegisterEntry("方案.txt", "abc")
    register.write()
    assert read_register(where).entries == {tmp_path / "方案.txt": RegisterEntry("方案.txt", "abc")}
    assert read_register(where).lying("方案.txt", "abc") == [tmp_path / "方案.txt"]
    assert read_register(where).lying("方案.txt", "def") == []


def test_the_register_stands_beside_its_store() -> None:
    assert register_path("data/plangraph.lbug") == Path("data/plangraph.lbug.files.json")
    assert register_path(":memory:") is None


def test_the_register_of_a_store_on_a_server_is_named_by_it() -> None:
    assert register_path("neo4j://neo4j@localhost:7687") == Path("plangraph@localhost-7687.files.json")
    assert register_path("bolt+s://host/plans") == Path("plangraph@host-plans.files.json")


def test_a_store_in_memory_keeps_no_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    register = read_register(":memory:")
    register.entries[tmp_path / "方案.txt"] = RegisterEntry("方案.txt", "abc")
    register.write()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["", "[]", "{", '{"/a": 1}', '{"/a": ["b"]}', '{"/a": [1, 2]}', '{"a": ["b", "c"]}'])
def test_in_the_place_of_a_damaged_register_the_one_before_is_read_and_put(tmp_path: Path, words: str) -> None:
    where = str(tmp_path / "s.lbug")
    register = read_register(where)
    for name in ("a", "b"):
        register.entries[tmp_path / name] = RegisterEntry(name, "abc")
        register.write()
    path = tmp_path / "s.lbug.files.json"
    path.write_text(words, encoding="utf-8")
    before = {tmp_path / "a": RegisterEntry("a", "abc")}
    assert read_register(where).entries == before
    assert set_aside(where) == tmp_path / "s.lbug.files.json.damaged"
    assert (tmp_path / "s.lbug.files.json.damaged").read_text(encoding="utf-8") == words
    assert read_register(where).entries == before
    assert set_aside(where) is None


def test_without_one_before_a_damaged_register_is_read_as_empty_and_set_aside(tmp_path: Path) -> None:
    (tmp_path / "s.lbug.files.json").write_text("torn", encoding="utf-8")
    assert read_register(str(tmp_path / "s.lbug")).entries == {}
    assert set_aside(str(tmp_path / "s.lbug"))


def test_in_the_place_of_a_lost_register_the_one_before_is_read(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    register = read_register(where)
    for name in ("a", "b"):
        register.entries[tmp_path / name] = RegisterEntry(name, "abc")
        register.write()
    (tmp_path / "s.lbug.files.json").unlink()
    assert read_register(where).entries == {tmp_path / "a": RegisterEntry("a", "abc")}


def test_a_register_that_cannot_be_read_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "s.lbug.files.json").mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        read_register(str(tmp_path / "s.lbug"))
