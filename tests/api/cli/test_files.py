"""Exports never overwrite what nobody could get back, and replace an earlier export without a question."""

import os
from errno import EIO
from pathlib import Path

import pytest

from api.cli.files import write as write_export
from graph.errors import FileRefusedError
from graph.stores.open import DEFAULT_STORE
from tests.api.conftest import Program
from tests.api.papers import NOTICE, write

EXPORTS = [
    ("export", "rdf", "--out"),
    ("export", "graphml", "--out"),
    ("export", "csv", "--out"),
    ("export", "ics", "--out"),
    ("export", "xlsx", "--out"),
    ("draw", "workload", "--out"),
    ("decide", "--export"),
]
ENDING = {"draw": ".svg"}


def written_to(command: tuple[str, ...], name: str) -> tuple[str, ...]:
    return (*command, name)


@pytest.fixture
def stored(plangraph: Program, home: Path) -> Program:
    """The program in a folder where a paper is loaded, and another one was uploaded."""
    assert plangraph("load", write(home, "通知.txt", NOTICE)).code == 0
    write(home, f"{DEFAULT_STORE}.uploads/上传.txt", NOTICE)
    return plangraph


def everything(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("command", [("export", "rdf", "--out"), ("decide", "--export")])
def test_nothing_is_written_over_a_store_or_a_source(
    stored: Program, home: Path, command: tuple[str, ...], force: tuple[str, ...]
) -> None:
    write(home, "decisions.toml", "")
    (home / "link").symlink_to(DEFAULT_STORE)
    before = everything(home)
    for name in (
        DEFAULT_STORE,
        f"{DEFAULT_STORE}.wal",
        f"{DEFAULT_STORE}.files.json",
        *(["decisions.toml"] if command[0] == "export" else []),
        f"{DEFAULT_STORE}.uploads/上传.txt",
        f"{DEFAULT_STORE}.uploads/new.ttl",
        "通知.txt",
        "./x/../通知.txt",
        "link",
    ):
        run = stored(*command, name, *force)
        assert run.code == 1, name
        assert len(run.err.splitlines()) == 1, name
    assert everything(home) == before


@pytest.mark.parametrize("command", [("draw", "workload", "--out"), ("export", "rdf", "--out")])
def test_another_store_is_known_by_its_first_bytes_and_its_files_by_their_names(
    stored: Program, home: Path, command: tuple[str, ...]
) -> None:
    other = home / "other.html"
    (home / DEFAULT_STORE).rename(other)
    for ending in (".files.json", ".commits", ".commits.old"):
        (home / f"{DEFAULT_STORE}{ending}").rename(home / f"other.html{ending}")
    write(home, "清单.txt", NOTICE.replace("回马", "蓬莱"))
    assert stored("load", "清单.txt").code == 0
    assert stored(*command, other, "--force").code == 1
    if command[0] == "export":
        assert stored(*command, "other.html.files.json", "--force").code == 1
    assert stored("tasks", "--store", other).code == 0


@pytest.mark.parametrize("command", EXPORTS)
def test_an_earlier_export_is_replaced_and_another_file_only_by_force(
    stored: Program, home: Path, command: tuple[str, ...]
) -> None:
    name = "out" + ENDING.get(command[0], ".out")
    assert stored(*command, name).code == 0
    first = (home / name).read_bytes()
    assert stored(*command, name).code == 0
    assert (home / name).read_bytes() == first
    for other in ("县林业局的记录\n", "<notes/>\n", "PK"):
        (home / name).write_text(other, encoding="utf-8")
        refused = stored(*command, name)
        assert refused.code == 1
        assert "--force" in refused.err
        assert (home / name).read_text(encoding="utf-8") == other
    assert stored(*command, name, "--force").code == 0
    assert (home / name).read_bytes() == first


@pytest.mark.slow
def test_a_workbook_of_others_tasks_is_replaced_too(loaded: Program) -> None:
    for leader in ("冉泰休", "张若一", "李刚"):
        assert loaded("export", "xlsx", "--leader", leader).code == 0


def test_an_empty_file_is_filled(stored: Program, home: Path) -> None:
    (home / "a.ttl").touch()
    assert stored("export", "rdf", "--out", "a.ttl").code == 0
    assert (home / "a.ttl").stat().st_size > 100


def test_what_is_no_file_is_left_alone(stored: Program, home: Path) -> None:
    os.mkfifo(home / "pipe")
    (home / "folder").mkdir()
    for name in ("pipe", "folder"):
        assert stored("export", "rdf", "--out", name, "--force").code == 1
    assert (home / "pipe").is_fifo()


def test_what_is_put_aside_for_the_export_overwrites_nothing_either(stored: Program, home: Path) -> None:
    write(home, "a.ttl.new", "县林业局的记录\n")
    assert stored("export", "rdf", "--out", "a.ttl").code == 0
    assert (home / "a.ttl.new").read_text(encoding="utf-8") == "县林业局的记录\n"


def test_an_export_that_fails_leaves_the_one_before(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(EIO, os.strerror(EIO))

    write_export(home / "a.ttl", "@prefix old: <x> .\n", DEFAULT_STORE)
    monkeypatch.setattr(Path, "write_bytes", refused)
    with pytest.raises(FileRefusedError):
        write_export(home / "a.ttl", "@prefix old: <y> .\n", DEFAULT_STORE)
    assert (home / "a.ttl").read_text(encoding="utf-8") == "@prefix old: <x> .\n"


def test_decisions_are_exported_to_the_name_that_the_readme_gives(stored: Program, home: Path) -> None:
    assert stored("decide", "--export", "decisions.toml").code == 0
    assert stored("decide", "--export", "decisions.toml").code == 0
    assert stored("decide", "--import", "decisions.toml").code == 0
    assert (home / "decisions.toml").exists()
    assert stored("export", "rdf", "--out", "decisions.toml", "--force").code == 1
