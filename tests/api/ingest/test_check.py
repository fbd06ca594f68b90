"""A store is compared with what follows from its passages, with the originals and the register; each finding says what
mends it, and that mends it.
"""

import json
import random
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.checking.check import Discrepancy, check
from graph.exports.rdf import to_turtle
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from tests.api.conftest import Program, example_store, examples, home, loaded, plangraph, process
from tests.graph.older import make_older, run

__all__ = ["example_store", "examples", "home", "loaded", "plangraph", "process"]

STORE = "plangraph.lbug"
PAGE = 4096
"""Bytes of a page of the embedded engine."""


def findings(where: str = STORE) -> tuple[Discrepancy, ...]:
    with closing(open_store(where, read_only=True)) as store:
        return check(store).findings


def mend(program: Program, finding: Discrepancy) -> None:
    """Run the command that a finding names."""
    words = shlex.split(finding.mend)
    assert words[0] == "plangraph"
    assert program(*words[1:]).code == 0


def turtle(where: str = STORE) -> str:
    with closing(open_store(where, read_only=True)) as store:
        return to_turtle(read_all(store))


def test_a_whole_store_is_told_in_one_sentence(loaded: Program) -> None:
    answer = loaded("check")
    assert (answer.code, answer.out) == (0, "")
    assert re.fullmatch(r"The store is whole: .* quotes stand in 3 originals, and the register agrees\.\n", answer.err)
    assert loaded("check", "--json").out == "[]\n"


@pytest.mark.parametrize(
    ("statement", "fault", "stored"),
    [
        ("MATCH (t:Task) WITH t ORDER BY t.id LIMIT 1 SET t.title = '别的'", "differs", "别的"),
        ("MATCH (t:Task)-[r:STATED_IN]->() DELETE r", "missing", ""),
        ("CREATE (:Unit {id: 'x', name: '无据', search: '', aliases: []})", "extra", "无据"),
        ("MATCH (p:Passage) WITH p ORDER BY p.id LIMIT 1 SET p.quote = '改'", "differs", "改"),
        ("MATCH ()-[r:LEADS]->() DELETE r", "missing", ""),
    ],
)
def test_a_fact_that_does_not_follow_is_found_and_mended(
    loaded: Program, statement: str, fault: str, stored: str
) -> None:
    before = turtle()
    run(STORE, statement)
    answer = loaded("check", "--json")
    assert answer.code == 1
    found = [one for one in findings() if one.fault == fault]
    assert found
    assert found[0].stored == stored
    assert found[0].mend == f"plangraph rebuild --store {STORE}"
    mend(loaded, found[0])
    assert loaded("check").code == 0
    assert turtle() == before


def test_of_many_findings_the_first_are_shown_and_programs_get_all(loaded: Program) -> None:
    run(STORE, "MATCH (p:Passage) SET p.quote = '改'")
    number = len(findings())
    assert number > 50
    answer = loaded("check")
    assert answer.code == 1
    assert answer.out.count("differs") == 50
    assert f"{number - 50} more are not shown.\n{number} differences found." in answer.err
    answer = loaded("check", "--json")
    assert answer.code == 1
    assert len(json.loads(answer.out)) == number
    assert answer.err == f"{number} differences found.\n"


def test_a_quote_that_changed_and_an_original_that_is_gone_are_found_and_mended(
    plangraph: Program, examples: Path, home: Path
) -> None:
    for name in ("notice.txt", "mergers.txt"):
        (home / name).write_bytes((examples / name).read_bytes())
        plangraph("load", name)
    kept = (home / "mergers.txt").read_bytes()
    (home / "mergers.txt").unlink()
    (home / "notice.txt").write_text((home / "notice.txt").read_text("utf-8").replace("社", "杜"), "utf-8")
    by_fault = {one.fault: one for one in findings()}
    assert by_fault.keys() == {"changed", "unopened"}
    mend(plangraph, by_fault["changed"])
    (home / "mergers.txt").write_bytes(kept)
    mend(plangraph, by_fault["unopened"])
    assert plangraph("check").code == 0


def test_a_file_that_was_loaded_and_is_not_held_is_found_and_loaded_again(plangraph: Program, examples: Path) -> None:
    plangraph("load", examples / "notice.txt")
    kept = Path(f"{STORE}.files.json").read_text("utf-8")
    plangraph("unload", "notice.txt")
    Path(f"{STORE}.files.json").write_text(kept, "utf-8")
    (found,) = findings()
    assert (found.fault, found.what) == ("not_held", "notice.txt")
    mend(plangraph, found)
    assert plangraph("check").code == 0


@pytest.mark.usefixtures("loaded")
def test_a_passage_that_nobody_can_read_is_a_finding_and_no_traceback() -> None:
    run(STORE, "MATCH (p:Passage {kind: 'task'}) WITH p ORDER BY p.id LIMIT 1 SET p.says = 'zz'")
    assert {one.fault for one in findings()} == {"unreadable"}
    run(STORE, "MATCH (p:Passage {kind: 'document'}) WITH p ORDER BY p.id LIMIT 1 SET p.kind = 'zz'")
    assert {one.fault for one in findings()} == {"unreadable"}


@pytest.mark.usefixtures("loaded")
def test_a_decision_that_is_none_is_a_finding() -> None:
    run(STORE, "CREATE (:Decision {id: 'x', verdict: 'same', kind: 'unit', place: '', names: ['a', 'b']})")
    assert {one.fault for one in findings()} == {"unreadable"}


@pytest.mark.usefixtures("loaded")
def test_a_format_that_is_not_that_of_the_original_is_found() -> None:
    run(STORE, "MATCH (f:File) SET f.format = 'zz'")
    assert {one.fault for one in findings()} == {"format"}


def test_a_store_of_other_rules_is_told_as_such_and_not_as_damage(loaded: Program) -> None:
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    (found,) = findings()
    assert (found.fault, found.stored) == ("older_rules", "zz")
    mend(loaded, found)
    assert loaded("check").code == 0


def test_a_store_of_another_model_is_refused_in_a_sentence(loaded: Program) -> None:
    make_older(STORE)
    answer = loaded("check")
    assert answer.code == 1
    assert "was made by another version of plangraph" in answer.err


def test_files_of_other_readers_are_counted_and_are_no_fault(loaded: Program) -> None:
    run(STORE, "MATCH (f:File) SET f.read_by = 'zz'")
    answer = loaded("check")
    assert answer.code == 0
    assert "3 files were read by other readers than these" in answer.err


def test_an_empty_store_is_refused_as_by_every_question(plangraph: Program) -> None:
    assert plangraph("check").code == 1


def test_of_a_damaged_store_the_newest_automatic_backup_is_named_and_restores_it(loaded: Program) -> None:
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    assert loaded("rebuild").code == 0
    before = turtle()
    torn = bytearray(Path(STORE).read_bytes())
    torn[-1] ^= 1
    Path(STORE).write_bytes(torn)
    (kept,) = Path(f"{STORE}.backups").iterdir()
    answer = loaded("check")
    assert (answer.code, answer.out) == (1, "")
    refused, hint = answer.err.splitlines()
    assert "it is not what was written there" in refused
    assert f": plangraph restore {kept} --store NEW makes a new store of it." in hint
    assert loaded("restore", kept, "--store", "new.lbug").code == 0
    assert turtle("new.lbug") == before
    (kept.parent / "20990101T000000.000000Z.lbug").mkdir()
    assert "20990101T000000.000000Z.lbug: copies of its files" in loaded("check").err
    shutil.rmtree(kept.parent)
    assert loaded("check").err == f"{refused}\n", "there is no backup"


@pytest.mark.slow
@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("kind", ["zeroed", "random", "flipped"])
def test_a_damaged_store_is_never_wrong_with_exit_0(
    process: Callable[..., subprocess.CompletedProcess[bytes]], kind: str, seed: int
) -> None:
    before = turtle()
    rng = random.Random(seed)  # noqa: S311 - the same damage on every run
    torn = bytearray(Path(STORE).read_bytes())
    at = rng.randrange(len(torn) // PAGE) * PAGE
    match kind:
        case "zeroed":
            torn[at : at + PAGE] = bytes(PAGE)
        case "random":
            torn[at : at + PAGE] = rng.randbytes(PAGE)
        case _:
            torn[rng.randrange(len(torn))] ^= 1 << rng.randrange(8)
    Path(STORE).write_bytes(torn)
    checked = process("check")
    told = checked.stderr.decode()
    assert checked.returncode in {0, 1}, told
    assert "Traceback" not in told
    assert told.strip()
    if checked.returncode == 0:
        exported = process("export", "rdf")
        assert exported.stdout.decode() == before
    else:
        assert checked.stdout or "plangraph" in told
