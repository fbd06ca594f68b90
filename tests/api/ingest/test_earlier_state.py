"""A store of other rules or of another model is backed up before it is brought up to date."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.stores.open import open_store
from graph.stores.state import State, read_state
from tests.api.conftest import Program, example_store, examples, home, loaded, plangraph
from tests.graph.older import make_older, run

__all__ = ["example_store", "examples", "home", "loaded", "plangraph"]

STORE = "plangraph.lbug"


def told(where: str) -> State | str:
    """What a store says of itself, or why it cannot be read."""
    try:
        with closing(open_store(where, read_only=True)) as store:
            return read_state(store)
    except StoreError as error:
        return str(error)


BACKUPS = Path(f"{STORE}.backups")


def test_before_other_rules_build_the_graph_it_is_backed_up_and_that_is_said(loaded: Program) -> None:
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    answer = loaded("rebuild")
    (kept,) = BACKUPS.iterdir()
    assert answer.err.startswith(f"The store was backed up to {kept} before.\n")
    assert loaded("restore", kept, "--store", "again.lbug").code == 0
    assert loaded("check", "--store", "again.lbug").code == 0
    assert loaded("export", "rdf", "--store", "again.lbug").out == loaded("export", "rdf").out
    assert loaded("rebuild").err == "The graph was built again from what was read.\n", "by the same rules without one"


def test_before_a_store_of_another_model_is_changed_its_files_are_copied(loaded: Program) -> None:
    def read_alike(*arguments: str) -> list[str]:
        """The lines of an export but for those on readers: the copy does not know where its files lie, to read them."""
        told = ("wp:readers", "wp:readBy")
        lines = (line.strip(" \t;.") for line in loaded(*arguments).out.splitlines())
        return [line for line in lines if not line.startswith(told)]

    make_older(STORE)
    before = Path(STORE).read_bytes()
    answer = loaded("rebuild")
    (kept,) = BACKUPS.iterdir()
    assert answer.code == 0
    assert f"The store was backed up to {kept} before.\n" in answer.err
    assert (kept / STORE).read_bytes() == before
    shutil.copytree(kept, "back")
    assert loaded("rebuild", "--store", f"back/{STORE}").code == 0
    assert read_alike("export", "rdf", "--store", f"back/{STORE}") == read_alike("export", "rdf")


def test_the_newest_five_are_kept_or_as_many_as_are_asked_for(loaded: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    for number in range(7):
        run(STORE, f"MATCH (s:State) SET s.rules = 'z{number}'")
        assert loaded("rebuild").code == 0
        kept = sorted(path.name for path in BACKUPS.iterdir())
        assert len(kept) == min(number + 1, 5)
    monkeypatch.setenv("PLANGRAPH_BACKUPS", "2")
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    loaded("rebuild")
    left = sorted(path.name for path in BACKUPS.iterdir())
    assert len(left) == 2
    assert left[0] == kept[-1]


def test_with_0_none_are_made_and_what_is_no_number_is_refused(
    loaded: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    monkeypatch.setenv("PLANGRAPH_BACKUPS", "many")
    answer = loaded("rebuild")
    assert (answer.code, answer.err) == (2, "PLANGRAPH_BACKUPS is many, which is no number of backups to keep.\n")
    monkeypatch.setenv("PLANGRAPH_BACKUPS", "0")
    assert loaded("rebuild").code == 0
    assert not BACKUPS.exists()


@pytest.mark.parametrize("older", ["rules", "model"])
def test_without_room_for_a_backup_nothing_is_changed(
    loaded: Program, monkeypatch: pytest.MonkeyPatch, older: str
) -> None:
    if older == "model":
        make_older(STORE)
    else:
        run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    before = told(STORE)
    BACKUPS.write_text("in the way", "utf-8")
    answer = loaded("rebuild")
    assert answer.code == 1
    assert "PLANGRAPH_BACKUPS=0" in answer.err
    assert told(STORE) == before
    monkeypatch.setenv("PLANGRAPH_BACKUPS", "0")
    assert loaded("rebuild").code == 0


def test_backups_are_never_loaded_as_documents(loaded: Program, examples: Path) -> None:
    run(STORE, "MATCH (s:State) SET s.rules = 'zz'")
    loaded("rebuild")
    shutil.copy(examples / "notice.txt", BACKUPS / "inside.txt")
    shutil.copy(examples / "notice.txt", "outside.txt")
    answer = loaded("load", ".", "--json")
    assert "outside.txt" in answer.out
    assert "inside.txt" not in answer.out
