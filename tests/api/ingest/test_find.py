"""What a person may give to be loaded, and under which names it is kept."""

import re
from pathlib import Path

import pytest

from api.ingest.files.find import find
from api.ingest.files.own_files import OwnFiles, own_files
from loaders.formats.readers import READERS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files in it and below."""
    for name in (
        "甲.txt",
        "乙.txt",
        "下/丙.txt",
        ".hidden.txt",
        "下/.cache/丁.txt",
        "plangraph.lbug",
        "plangraph.lbug.wal",
    ):
        path = tmp_path / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "plans"


def names(*given: str | Path, besides: OwnFiles | None = None) -> list[str]:
    """The names under which the files are kept; nothing may be refused."""
    search = find(given, besides=besides)
    assert search.refused == ()
    return [file.name for file in search.found]


def test_a_file_is_kept_under_its_bare_name(folder: Path) -> None:
    assert names(folder / "下" / "丙.txt") == ["丙.txt"]


def test_a_folder_gives_its_files_by_relative_path_but_for_hidden_ones_and_the_store(folder: Path) -> None:
    assert names(folder, besides=own_files(str(folder / "plangraph.lbug"))) == ["下/丙.txt", "乙.txt", "甲.txt"]


def test_of_a_folder_only_texts_are_taken_and_the_others_are_told(folder: Path) -> None:
    (folder / "README.md").write_text("x", encoding="utf-8")
    (folder / "下" / "表.dat").write_text("x", encoding="utf-8")
    search = find([folder], besides=own_files(str(folder / "plangraph.lbug")))
    assert [file.name for file in search.found] == ["下/丙.txt", "乙.txt", "甲.txt"]
    assert search.passed_over == ("README.md", "下/表.dat")
    assert find([folder, folder / "README.md"]).passed_over == ("plangraph.lbug", "plangraph.lbug.wal", "下/表.dat")


def test_files_of_every_format_that_is_read_are_taken_from_a_folder(folder: Path) -> None:
    for reader in READERS:
        for ending in reader.endings:
            (folder / f"清单{ending.upper()}").write_text("x", encoding="utf-8")
    assert {f"清单{ending.upper()}" for reader in READERS for ending in reader.endings} <= set(names(folder))


def test_a_pattern_gives_names_relative_to_its_fixed_part(folder: Path) -> None:
    assert names(f"{folder}/*.txt") == ["乙.txt", "甲.txt"]
    assert names(f"{folder}/**/丙.txt") == ["下/丙.txt"]


def test_a_relative_path_means_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [(file.path, file.name) for file in find(["甲.txt", "下"]).found] == [
        (folder / "下" / "丙.txt", "丙.txt"),
        (folder / "甲.txt", "甲.txt"),
    ]


def test_a_file_given_twice_is_found_once_under_the_longer_name(folder: Path) -> None:
    assert (
        names(folder / "下" / "丙.txt", folder, folder / "下", besides=own_files(str(folder / "plangraph.lbug"))).count(
            "下/丙.txt"
        )
        == 1
    )


def test_what_names_nothing_is_refused_and_the_others_are_found(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    search = find([folder / "甲.txt", folder / "no.txt", tmp_path / "empty", f"{folder}/*.docx"])
    assert [file.name for file in search.found] == ["甲.txt"]
    assert [one.reason.key for one in search.refused] == ["file.missing", "file.empty_folder", "file.no_match"]


def test_a_file_with_signs_of_a_pattern_in_its_name_is_itself(folder: Path) -> None:
    (folder / "方案[1].txt").write_text("x", encoding="utf-8")
    assert names(folder / "方案[1].txt") == ["方案[1].txt"]


def test_the_stores_own_files_are_never_found_and_those_named_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for name in (".lock", ".lock.next", ".lock.writer", ".files.json"):
        (folder / f"plangraph.lbug{name}").write_text("x", encoding="utf-8")
    (folder / "plangraph.lbug.uploads").mkdir()
    (folder / "plangraph.lbug.uploads" / "己.txt").write_text("x", encoding="utf-8")
    own = own_files("plangraph.lbug")
    listed = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    for given in (["*"], listed):
        search = find(given, besides=own)
        assert search.refused == ()
        assert {"乙.txt", "甲.txt"} <= {file.name for file in search.found} <= {"乙.txt", "甲.txt", "丙.txt", "plans"}
        assert len(search.passed_over) == 6
    assert "plangraph.lbug.uploads/己.txt" not in names("**/*", besides=own)
    assert names("plangraph.lbug.uploads/己.txt", besides=own) == ["己.txt"]


def test_what_lies_in_the_trash_is_never_found_even_where_it_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "plangraph.lbug.trash" / "1").mkdir(parents=True)
    (folder / "plangraph.lbug.trash" / "1" / "庚.txt").write_text("x", encoding="utf-8")
    own = own_files("plangraph.lbug")
    whole = names(".", besides=own)
    assert "plangraph.lbug.trash/1/庚.txt" not in whole
    for given in ("plangraph.lbug.trash", "plangraph.lbug.trash/1", "plangraph.lbug.trash/1/庚.txt", "*/*/庚.txt"):
        assert names(given, besides=own) == []


@pytest.mark.parametrize("store", ["n", "甲", "neo4j://clerk@host:7687", ":memory:"])
def test_a_file_whose_name_begins_like_the_stores_is_no_file_of_the_store(
    folder: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for name in ("notice.txt", "plangraph-notes.txt", "下/n/戊.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    assert names(".", besides=own_files(store)) == sorted(
        ["notice.txt", "plangraph-notes.txt", "下/n/戊.txt", "下/丙.txt", "乙.txt", "甲.txt"]
    )


def test_of_a_server_no_file_of_an_engine_is_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    own = own_files("neo4j://clerk@host:7687")
    assert {re.sub(r"\.(new|old|damaged)$|-journal$", "", path.name) for path in own.files} == {
        "plangraph@host-7687.files.json",
        "plangraph@host-7687.rules",
        "plangraph@host-7687.gazetteer",
    }
    assert own.uploads == folder / "plangraph@host-7687.uploads"
    assert own.trash == folder / "plangraph@host-7687.trash"
