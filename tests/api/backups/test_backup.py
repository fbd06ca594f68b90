"""A store is backed up to one file and restored from it, equal to the byte."""

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.archive.reading import opened
from tests.api.backups.kept import exports, fill, same
from tests.api.conftest import Program, examples, home, plangraph
from tests.graph.older import run

__all__ = ["examples", "home", "plangraph"]

STORE = "plangraph.lbug"


@pytest.fixture
def filled(plangraph: Program, examples: Path) -> Program:
    fill(plangraph, STORE, examples)
    return plangraph


def test_a_backup_is_told_in_one_sentence_and_restores_the_same_store(filled: Program) -> None:
    answer = filled("backup", "b.zip")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith("Backed up 3 files, ")
    assert (
        "1 decisions, 0 corrections, 0 reports and 3 originals of plangraph.lbug to b.zip, and read it again.\n"
        in answer.err
    )
    restored = filled("restore", "b.zip", "--store", "new.lbug")
    assert (restored.code, restored.out) == (0, "")
    same(filled, STORE, "new.lbug")


def test_the_same_state_gives_the_same_bytes(filled: Program) -> None:
    for name in ("one.zip", "other.zip", "one.zip"):
        assert filled("backup", name).code == 0
    assert Path("one.zip").read_bytes() == Path("other.zip").read_bytes()
    filled("restore", "one.zip", "--store", "new.lbug")
    filled("backup", "again.zip", "--store", "new.lbug")
    with ZipFile("one.zip") as one, ZipFile("again.zip") as again:
        for name in set(one.namelist()) - {"manifest.json", "register.json"}:
            assert one.read(name) == again.read(name)


def test_on_a_new_machine_every_original_is_opened_beside_the_store(filled: Program, home: Path) -> None:
    before = exports(STORE)
    filled("backup", "b.zip")
    decided = filled("decide", "--json").out
    there = home / "there"
    there.mkdir()
    for path in home.iterdir():
        if path.name not in {"b.zip", "there"}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    restored = filled("restore", "b.zip", "--store", "there/new.lbug")
    assert "3 originals were put into there/new.lbug.uploads." in restored.err
    assert sorted(path.name for path in (there / "new.lbug.uploads").iterdir()) == [
        "notice.txt",
        "task-list.txt",
        "村改.txt",
    ]
    assert exports("there/new.lbug") == before
    assert filled("decide", "--json", "--store", "there/new.lbug").out == decided
    assert filled("check", "--store", "there/new.lbug").code == 0


def test_originals_that_were_not_uploaded_go_to_the_folder_that_is_named(filled: Program) -> None:
    filled("backup", "b.zip")
    shutil.rmtree("documents")
    assert filled("restore", "b.zip", "--store", "new.lbug", "--originals", "papers").code == 0
    assert sorted(path.name for path in Path("papers").iterdir()) == ["notice.txt", "task-list.txt"]
    assert [path.name for path in Path("new.lbug.uploads").iterdir()] == ["村改.txt"]
    assert filled("verify", "--store", "new.lbug").code == 0


def test_files_that_still_lie_where_they_did_are_not_put_beside_the_store(filled: Program) -> None:
    filled("backup", "b.zip")
    filled("restore", "b.zip", "--store", "new.lbug")
    assert [path.name for path in Path("new.lbug.uploads").iterdir()] == ["村改.txt"]
    paper = Path("documents/below/notice.txt")
    paper.write_text(paper.read_text("utf-8").replace("社", "杜"), "utf-8")
    loaded = filled("load", "documents", "--store", "new.lbug")
    assert loaded.out.startswith("1 replaced, 1 unchanged"), "the register knows where they lie"


def test_namesakes_and_odd_names_become_bare_names_that_are_apart(plangraph: Program, examples: Path) -> None:
    for folder, paper in (("a", "notice.txt"), ("b", "task-list.txt"), ("c", "mergers.txt")):
        (Path("papers") / folder).mkdir(parents=True)
        shutil.copy(examples / paper, Path("papers") / folder / "通知.txt")
    shutil.copy(examples / "mergers.txt", "papers/x:?.txt")
    plangraph("load", "papers")
    plangraph("backup", "b.zip")
    shutil.rmtree("papers")
    assert plangraph("restore", "b.zip", "--store", "new.lbug").code == 0
    names = sorted(path.name for path in Path("new.lbug.uploads").iterdir())
    assert len(names) == 4
    assert "通知.txt" in names
    assert not any(":" in name for name in names)
    assert plangraph("verify", "--store", "new.lbug").code == 0
    assert plangraph("check", "--store", "new.lbug").code == 0


def test_originals_that_lie_nowhere_are_named(filled: Program) -> None:
    Path("documents/below/notice.txt").unlink()
    answer = filled("backup", "b.zip")
    assert answer.code == 0
    assert "1 originals are not in it, as their bytes lie nowhere any more: below/notice.txt.\n" in answer.err
    with opened(Path("b.zip")) as archive:
        assert [one.name for one in archive.manifest.lost] == ["below/notice.txt"]
    assert filled("restore", "b.zip", "--store", "new.lbug").code == 0
    assert exports("new.lbug") == exports(STORE)


def test_only_another_backup_is_overwritten(filled: Program) -> None:
    Path("text.txt").write_text("mine", "utf-8")
    with ZipFile("other.zip", "w") as packed:
        packed.writestr("x", "mine")
    for name in (
        "text.txt",
        "other.zip",
        STORE,
        f"{STORE}.files.json",
        f"{STORE}.uploads/村改.txt",
        f"{STORE}.uploads/b",
    ):
        before = Path(name).read_bytes() if Path(name).exists() else None
        answer = filled("backup", name)
        assert answer.code == 1, name
        assert len(answer.err.splitlines()) == 1
        assert (Path(name).read_bytes() if Path(name).exists() else None) == before
    assert filled("backup", "no/folder/b.zip").code == 1
    assert filled("backup", "b.zip").code == 0
    assert filled("backup", "b.zip").code == 0
    assert not list(Path().glob("*.new"))


def test_a_store_whose_facts_do_not_follow_is_not_backed_up(filled: Program) -> None:
    assert filled("backup", "b.zip").code == 0
    before = Path("b.zip").read_bytes()
    run(STORE, "MATCH (t:Task) WITH t ORDER BY t.id LIMIT 1 SET t.title = '别的'")
    answer = filled("backup", "b.zip")
    assert answer.code == 1
    assert "plangraph check tells which, plangraph rebuild builds them again." in answer.err
    assert Path("b.zip").read_bytes() == before
    assert filled("rebuild").code == 0
    assert filled("backup", "b.zip").code == 0


def test_a_store_of_other_rules_is_backed_up_and_built_by_these_when_restored(filled: Program) -> None:
    before = exports(STORE)
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'", "MATCH (t:Task) SET t.title = '别的'")
    answer = filled("backup", "b.zip")
    assert answer.code == 0
    assert "Other rules built the facts" in answer.err
    assert filled("restore", "b.zip", "--store", "new.lbug").code == 0
    assert exports("new.lbug") == before


def test_the_manifest_says_what_is_in_a_backup(filled: Program) -> None:
    filled("backup", "b.zip")
    with ZipFile("b.zip") as packed:
        told = json.loads(packed.read("manifest.json"))
        assert {one["name"] for one in told["members"]} == set(packed.namelist()) - {"manifest.json"}
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert told["format"] == 2
    assert told["engine"] == "ladybug"
    assert told["counts"]["files"] == told["counts"]["originals"] == 3
    assert told["lost"] == []


def test_there_is_nothing_to_back_up_where_there_is_no_store(plangraph: Program) -> None:
    answer = plangraph("backup", "b.zip")
    assert answer.code == 1
    assert not Path("b.zip").exists()
    assert len(answer.err.splitlines()) == 1
