"""Only a whole backup is restored, only into a store that holds nothing; else one sentence, and nothing is done."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from graph.facts import Facts
from graph.stores.open import open_store, open_target
from graph.stores.read_back import read_all
from graph.stores.state import change_state, read_state
from tests.api.backups.kept import exports, fill, same
from tests.api.conftest import Program, examples, home, plangraph, process
from tests.graph.older import make_older

__all__ = ["examples", "home", "plangraph", "process"]

STORE = "plangraph.lbug"


@pytest.fixture
def kept(plangraph: Program, examples: Path) -> Program:
    """The program, with a store and a backup of it, b.zip."""
    fill(plangraph, STORE, examples)
    assert plangraph("backup", "b.zip").code == 0
    return plangraph


def refused(program: Program, name: str) -> str:
    """The sentence by which a backup is refused; nothing is made of it."""
    answer = program("restore", name, "--store", "new.lbug")
    assert (answer.code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert not list(Path().glob("new.lbug*"))
    return answer.err


def rewritten(name: str, **changes: bytes) -> None:
    """The backup with other members, each by its name without its ending."""
    with ZipFile("b.zip") as old, ZipFile(name, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, changes.get(member.partition(".")[0], old.read(member)))


def manifest(**changes: object) -> bytes:
    with ZipFile("b.zip") as old:
        return json.dumps(json.loads(old.read("manifest.json")) | changes).encode()


def test_a_cut_backup_is_refused_wherever_it_was_cut(kept: Program) -> None:
    whole = Path("b.zip").read_bytes()
    for part in range(20):
        Path("cut.zip").write_bytes(whole[: len(whole) * part // 20])
        assert "is damaged" in (told := refused(kept, "cut.zip")) or "is no backup" in told


def test_a_flipped_bit_is_refused_or_changes_nothing_that_is_restored(kept: Program) -> None:
    whole = Path("b.zip").read_bytes()
    chance = random.Random(7)  # noqa: S311 - the same bits on every run
    refusals = 0
    for number in range(30):
        torn = bytearray(whole)
        torn[chance.randrange(len(torn))] ^= 1 << chance.randrange(8)
        Path("torn.zip").write_bytes(torn)
        answer = kept("restore", "torn.zip", "--store", f"new{number}.lbug")
        assert len(answer.err.splitlines()) == 1 + (answer.code == 0)
        refusals += answer.code
        if answer.code == 0:
            assert exports(f"new{number}.lbug") == exports(STORE)
        else:
            assert not Path(f"new{number}.lbug").exists()
    assert refusals > 20


def test_what_is_no_backup_is_refused(kept: Program) -> None:
    Path("text.zip").write_text("no zip at all", "utf-8")
    Path("empty.zip").write_bytes(b"")
    with ZipFile("other.zip", "w") as packed:
        packed.writestr("x", "mine")
    for method in (ZIP_LZMA, ZIP_BZIP2):  # no backup is packed so
        with ZipFile(f"method-{method}.zip", "w", method) as packed:
            packed.writestr("manifest.json", json.dumps({"format": 1}))
        with Path(f"method-{method}.zip").open("rb+") as file:
            file.seek(45)
            file.write(b"\xff" * 8)
        assert " " in refused(kept, f"method-{method}.zip")
    for name in ("text.zip", "empty.zip", "other.zip"):
        assert refused(kept, name) == f"{name} is no backup of plangraph.\n"
    assert refused(kept, "missing.zip") == "missing.zip: there is no such file.\n"
    Path("folder.zip").mkdir()
    assert refused(kept, "folder.zip")


def test_a_newer_format_is_refused(kept: Program) -> None:
    rewritten("newer.zip", manifest=manifest(format=3))
    assert refused(kept, "newer.zip") == "The backup newer.zip was written by a newer version of plangraph: use that.\n"


@pytest.mark.parametrize("member", ["passages", "decisions-on-names", "history-of-changes", "register"])
def test_a_member_that_was_changed_is_refused_though_the_zip_file_is_well_formed(kept: Program, member: str) -> None:
    rewritten("other.zip", **{member: b"[]\n"})
    assert refused(kept, "other.zip") == "The backup other.zip is damaged: use another one.\n"


def test_other_facts_than_were_backed_up_are_refused(kept: Program) -> None:
    rewritten("other.zip", manifest=manifest(facts="0" * 64))
    assert "other facts follow from it" in refused(kept, "other.zip")


@pytest.mark.parametrize("told", [b"[]", b"{}", b"null", b"{", b'{"kind": "plangraph backup", "format": 1}'])
def test_a_manifest_that_is_none_is_refused(kept: Program, told: bytes) -> None:
    rewritten("other.zip", manifest=told)
    assert "is damaged" in refused(kept, "other.zip")


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "originals/../../out.txt", "originals/" + "g" * 64])
def test_a_name_that_is_none_of_a_backup_is_refused(kept: Program, name: str) -> None:
    Path("other.zip").write_bytes(Path("b.zip").read_bytes())
    with ZipFile("other.zip", "a") as packed:
        packed.writestr(name, "x")
    assert "is damaged" in refused(kept, "other.zip")


def test_what_would_take_far_more_room_than_the_backup_is_not_unpacked(kept: Program) -> None:
    Path("other.zip").write_bytes(Path("b.zip").read_bytes())
    with ZipFile("other.zip", "a", ZIP_DEFLATED) as packed:
        packed.writestr("originals/" + "0" * 64, bytes(100 * 1024 * 1024))
    assert "is damaged" in refused(kept, "other.zip")


def test_a_store_that_holds_all_of_the_backup_already_is_restored(kept: Program) -> None:
    before = exports(STORE)
    assert kept("restore", "b.zip").code == 0
    assert exports(STORE) == before


def test_a_store_that_holds_anything_is_refused_and_stays_as_it_was(kept: Program) -> None:
    assert kept("decide", "same", "社事办", "便民服务中心").code == 0
    before = exports(STORE)
    answer = kept("restore", "b.zip")
    assert (answer.code, answer.err) == (1, f"The store {STORE} is not empty: restore into a new one (--store NEW).\n")
    assert exports(STORE) == before
    make_older(STORE)
    assert kept("restore", "b.zip").code == 1
    assert "another version" in kept("documents").err, "it was not brought up to date"


def test_an_empty_store_is_restored_into(kept: Program) -> None:
    open_store("new.lbug").close()
    assert kept("restore", "b.zip", "--store", "new.lbug").code == 0
    same(kept, STORE, "new.lbug")


@pytest.mark.parametrize("part", ["nothing", "all"])
def test_a_restore_that_was_broken_off_is_opened_only_to_restore_again(kept: Program, part: str) -> None:
    with closing(open_store(STORE, read_only=True)) as store:
        facts = read_all(store) if part == "all" else Facts()
    with closing(open_target("new.lbug")) as target:
        change_state(target, replace(read_state(target), unfinished=True))
        target.replace(Facts(), facts)
    assert kept("documents", "--store", "new.lbug").code == 1
    assert kept("restore", "b.zip", "--store", "new.lbug").code == 0
    same(kept, STORE, "new.lbug")


def test_an_unfinished_store_of_other_documents_is_refused(kept: Program, examples: Path) -> None:
    assert kept("load", examples / "mergers.txt", examples / "notice.txt", "--store", "new.lbug").code == 0
    with closing(open_target("new.lbug")) as target:
        change_state(target, replace(read_state(target), unfinished=True))
    assert kept("restore", "b.zip", "--store", "new.lbug").code == 1


KILLED = """
import os, signal, sys
from api.cli.program import main
left = int(sys.argv[1])
def counted(do):
    def run(*given, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return do(*given, **named)
    return run
os.fsync, os.replace = counted(os.fsync), counted(os.replace)
from pathlib import Path
Path.replace = counted(Path.replace)
from graph.stores.ladybug.store import LadybugStore
LadybugStore.replace = counted(LadybugStore.replace)
main(["restore", "b.zip", "--store", "new.lbug", "--originals", "papers"])
"""
"""A restore that is killed before change number N of a file or of the store."""


THINNED = 8
"""Of so many changes one is the last before a kill; `tests.faults` tries more."""


@pytest.mark.slow
def test_a_restore_that_is_killed_before_a_change_can_be_repeated(kept: Program, root: Path, home: Path) -> None:
    before = exports(STORE)
    for path in (*home.glob(f"{STORE}*"), home / "documents"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    killed = 0
    while True:
        for path in (*home.glob("new.lbug*"), *home.glob("papers")):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        command = [sys.executable, "-c", KILLED, str(killed)]
        variables = {**os.environ, "PYTHONPATH": str(root)}
        done = subprocess.run(command, cwd=home, env=variables, capture_output=True, check=False)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        killed += THINNED
        assert kept("restore", "b.zip", "--store", "new.lbug", "--originals", "papers").code == 0, killed
        assert exports("new.lbug") == before
        assert kept("check", "--store", "new.lbug").code == 0
    assert killed > 6
