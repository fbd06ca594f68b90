"""A graph is brought up to date where others made it, by what the store says of itself; and left alone where not."""

import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from api.ingest.files import chunks
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import register_path
from api.ingest.loading.load import load
from api.ingest.upkeep import read_again, up_to_date
from api.ingest.upkeep.up_to_date import NOTHING_DONE, keep_up
from api.uploads.removal import remove
from graph.decisions.decisions import Decisions, decision
from graph.decisions.exchange import exported, to_toml
from graph.digests import rules_digest
from graph.durable_files import OLD, beside
from graph.errors import StoreError, UsageError
from graph.facts import Facts
from graph.refresh.refresh import rebuild
from graph.stores.decisions import stored_decisions
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import change_state, read_state
from loaders.edition import readers_digest
from tests.api.ingest.test_take_in import Full
from tests.api.papers import NOTICE, TASK_LIST, write
from tests.graph.older import make_older, run

NONE = Decisions()
NAMES = ("社事办", "党建办")
SAME = NONE.with_(decision("same", "unit", "大英县/蓬莱镇", *NAMES))
DIFFERENT = NONE.with_(decision("different", "unit", "大英县/蓬莱镇", *NAMES))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper of a town."""
    return write(tmp_path, "通知.txt", NOTICE)


@pytest.fixture
def store(tmp_path: Path, paper: Path) -> Iterator[Store]:
    """A store with that paper, built without decisions."""
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [paper])
        yield store


def write_decisions(folder: Path, decisions: Decisions) -> None:
    (folder / "decisions.toml").write_text(to_toml(decisions), encoding="utf-8")


def read_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the readers of this program are others."""
    monkeypatch.setattr(read_again, "readers_digest", lambda: "readers of another version")
    monkeypatch.setattr(sys.modules["loaders.extract"], "readers_digest", lambda: "readers of another version")


def readers(store: Store) -> list[object]:
    return [node.properties["read_by"] for node in read_all(store).nodes if node.label == "File"]


def test_a_graph_that_is_up_to_date_is_left_alone(store: Store) -> None:
    before = read_state(store)
    assert keep_up(store) == NOTHING_DONE
    assert read_state(store) == before


def test_decisions_hold_whoever_loads_next(store: Store, tmp_path: Path) -> None:
    rebuild(store, SAME)
    decided = read_all(store)
    load(store, [write(tmp_path / "b", "清单.txt", TASK_LIST)])
    remove(store, "清单.txt")
    assert read_all(store) == decided
    assert stored_decisions(store) == SAME


def test_other_rules_build_it_again_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_all(store)
    for module in ("api.ingest.upkeep.up_to_date", "graph.refresh.refresh"):
        monkeypatch.setattr(f"{module}.rules_digest", lambda: "rules of another version")
    assert keep_up(store).rebuilt
    assert keep_up(store) == NOTHING_DONE
    assert read_all(store) == before


def test_an_empty_store_is_not_called_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(up_to_date, "rules_digest", lambda: "rules of another version")
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        assert keep_up(store) == NOTHING_DONE


def test_a_file_of_decisions_from_before_is_taken_in_once(store: Store, tmp_path: Path) -> None:
    write_decisions(tmp_path, SAME)
    done = keep_up(store)
    assert (done.rebuilt, done.taken_in) == (True, str(tmp_path / "decisions.toml"))
    assert stored_decisions(store) == SAME
    rebuild(store, NONE)
    assert keep_up(store) == NOTHING_DONE, "the store is what counts from then on"
    assert stored_decisions(store) == NONE


def test_a_file_that_was_exported_is_not_taken_in_where_it_lies(store: Store, tmp_path: Path) -> None:
    rebuild(store, SAME)
    (tmp_path / "decisions.toml").write_text(exported(SAME), encoding="utf-8")
    rebuild(store, NONE)
    assert keep_up(store) == NOTHING_DONE
    assert stored_decisions(store) == NONE, "what was undone since does not come back"


def test_what_the_store_has_decided_goes_before_a_file_from_before(store: Store, tmp_path: Path) -> None:
    rebuild(store, DIFFERENT)
    write_decisions(tmp_path, SAME)
    done = keep_up(store)
    assert (done.rebuilt, done.left_out) == (False, SAME.all)
    assert done.taken_in
    assert stored_decisions(store) == DIFFERENT


def test_what_contradicts_the_store_over_other_names_is_left_out(store: Store, tmp_path: Path) -> None:
    scope = ("unit", "大英县/蓬莱镇")
    same = [decision("same", *scope, "党政办", "社事办"), decision("same", *scope, "党政办", "党建办")]  # type: ignore[arg-type]
    rebuild(store, DIFFERENT.with_(same[0]))
    write_decisions(tmp_path, NONE.with_(same[1]))
    assert keep_up(store).left_out == (same[1],)
    assert stored_decisions(store) == DIFFERENT.with_(same[0])


def test_a_broken_file_of_decisions_is_one_sentence(store: Store, tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text("[[decision", encoding="utf-8")
    with pytest.raises(UsageError, match="are no TOML"):
        keep_up(store)


def test_a_file_that_other_readers_have_read_is_read_again_by_any_load(
    store: Store, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert readers(store) == [readers_digest()]
    read_by_others(monkeypatch)
    summary = load(store, [write(tmp_path / "b", "清单.txt", TASK_LIST)])
    assert (summary.upkeep.read_again, summary.upkeep.waiting) == ((paper.name,), ())
    assert set(readers(store)) == {"readers of another version"}
    assert read_state(store).readers == "readers of another version"
    assert keep_up(store) == NOTHING_DONE


def test_what_is_read_again_takes_the_place_of_what_was_read_at_all_its_paths(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [write(tmp_path, "抄件.txt", NOTICE)])
    fresh = read_all(store)
    for passage in [node for node in fresh.nodes if node.label == "Passage" and node.properties["kind"] == "task"]:
        says = str(passage.properties["says"]).replace("盘活闲置校舍", "出租闲置校舍")
        other = type(passage)("Passage", passage.id, {**passage.properties, "says": says})
        store.replace(Facts(), Facts(nodes=(other,)))
    rebuild(store, NONE)
    assert "出租闲置校舍" in str(read_all(store))
    read_by_others(monkeypatch)
    assert keep_up(store).read_again == ("抄件.txt", "通知.txt")
    again = read_all(store)
    assert str(again).replace("readers of another version", readers_digest()) == str(fresh)


def test_a_file_that_lies_elsewhere_is_read_again_from_its_upload_or_where_it_is_given(
    store: Store, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = write(tmp_path / "c", "别名.txt", NOTICE)
    paper.write_text("别的内容", encoding="utf-8")
    before = read_all(store)
    read_by_others(monkeypatch)
    assert keep_up(store).waiting == (paper.name,)
    assert read_all(store) == before, "it stays as it was read"
    assert keep_up(store, [given]).read_again == (paper.name,)

    monkeypatch.undo()
    write(uploads_folder(store.where), paper.name, NOTICE)
    assert keep_up(store).read_again == (paper.name,)
    assert read_all(store) == before


def test_a_lost_register_makes_files_wait_and_nothing_is_lost(
    store: Store, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = register_path(store.where)
    assert register is not None
    register.unlink()
    beside(register, OLD).unlink(missing_ok=True)
    read_by_others(monkeypatch)
    assert keep_up(store).waiting == (paper.name,)
    summary = load(store, [paper])
    assert (summary.upkeep.read_again, summary.unchanged) == ((paper.name,), (paper.name,))


@pytest.fixture
def older(tmp_path: Path, paper: Path) -> str:
    """The path of a store that an older version made, with what that kept beside it."""
    where = str(tmp_path / "old.lbug")
    with closing(open_store(where)) as store:
        load(store, [paper])
    make_older(where)
    Path(where + ".rules").write_text("a digest\n", encoding="ascii")
    write_decisions(tmp_path, SAME)
    return where


def test_an_older_store_is_brought_up_to_date_by_the_next_that_writes(older: str, tmp_path: Path, paper: Path) -> None:
    with closing(open_store(older)) as store:
        done = keep_up(store)
        assert (done.rebuilt, done.read_again, done.waiting) == (True, (paper.name,), ())
        assert stored_decisions(store) == SAME
        assert not Path(older + ".rules").exists()
        assert keep_up(store) == NOTHING_DONE
        (tmp_path / "decisions.toml").unlink()
        with closing(open_store(str(tmp_path / "fresh.lbug"))) as fresh:
            load(fresh, [paper])
            rebuild(fresh, SAME)
            assert read_all(store) == read_all(fresh)


def test_an_older_store_that_could_not_be_built_again_is_still_not_read(older: str, tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text("[[decision", encoding="utf-8")
    with closing(open_store(older)) as store, pytest.raises(UsageError, match="are no TOML"):
        keep_up(store)
    with pytest.raises(StoreError, match="another version of plangraph: plangraph rebuild --store"):
        open_store(older, read_only=True)


def test_a_passage_with_a_field_too_many_or_too_few_is_read_again_or_told_in_one_sentence(
    older: str, paper: Path
) -> None:
    run(older, "MATCH (p:Passage {kind: 'task'}) SET p.says = replace(p.says, '\"named\":', '\"has_name\":')")
    with closing(open_store(older)) as store:
        assert keep_up(store).read_again == (paper.name,)
    make_older(older)
    run(older, "MATCH (p:Passage {kind: 'task'}) SET p.says = replace(p.says, '\"title\":', '\"heading\":')")
    words = paper.read_text(encoding="utf-8")
    paper.unlink()
    with closing(open_store(older)) as store:
        for _ in range(2):
            with pytest.raises(StoreError, match=f"{paper.name}: What was read of it lacks title"):
                keep_up(store)
        paper.write_text(words, encoding="utf-8")
        assert load(store, [paper]).upkeep.read_again == (paper.name,)


def broken_off(store: Store, transactions: int) -> None:
    """Bring a store up to date until its disk is full, after so many transactions."""
    with pytest.raises(StoreError, match="full"):
        keep_up(Full(store, transactions))


def built_fresh(path: Path, *papers: Path) -> Facts:
    """The graph of these papers in a new store."""
    with closing(open_store(str(path))) as fresh:
        load(fresh, papers)
        return read_all(fresh)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A paper of another town."""
    return write(tmp_path, "清单.txt", TASK_LIST)


def test_reading_again_that_was_broken_off_goes_on_with_the_next_chunk(
    store: Store, paper: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [other])
    read_by_others(monkeypatch)
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 1)
    broken_off(store, 1)
    assert sorted(map(str, readers(store))) == sorted([readers_digest(), "readers of another version"])
    done = keep_up(store)
    assert (done.rebuilt, done.read_again, done.waiting) == (False, (paper.name,), ())
    assert read_all(store) == built_fresh(tmp_path / "fresh.lbug", paper, other)
    assert keep_up(store) == NOTHING_DONE


def test_a_graph_of_other_rules_is_built_again_before_its_files_are_read_and_can_be_read_at_any_time(
    store: Store, paper: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [other])
    before = read_all(store)
    read_by_others(monkeypatch)
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 1)
    change_state(store, replace(read_state(store), rules="rules of another version"))
    broken_off(store, 1)
    assert (read_all(store), read_state(store).rules) == (before, rules_digest())
    broken_off(store, 1)
    assert read_state(store).rules == rules_digest()
    done = keep_up(store)
    assert (done.rebuilt, done.read_again, done.waiting) == (False, (paper.name,), ())
    assert read_all(store) == built_fresh(tmp_path / "fresh.lbug", paper, other)


def test_an_older_store_that_is_not_understood_is_read_again_in_chunks_and_then_built(
    store: Store, paper: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [other])
    store.close()
    make_older(store.where)
    run(store.where, "MATCH (p:Passage) SET p.says = replace(p.says, '\"title\":', '\"heading\":')")
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 1)
    with closing(open_store(store.where)) as older:
        with pytest.raises(StoreError, match="lacks title"):
            rebuild(older, NONE)
        broken_off(older, 1)
        assert set(readers(older)) == {"", readers_digest()}
        broken_off(older, 1)
        assert set(readers(older)) == {readers_digest()}
        assert read_state(older).rules == "", "nobody reads it before it is built again"
        done = keep_up(older)
        assert (done.rebuilt, done.read_again, done.waiting) == (True, (), ())
        assert read_all(older) == built_fresh(tmp_path / "fresh.lbug", paper, other)
        assert keep_up(older) == NOTHING_DONE


def test_a_chunk_is_read_when_the_one_before_is_in_the_store(
    store: Store, paper: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [other])
    read_by_others(monkeypatch)
    monkeypatch.setattr(chunks, "FIRST_CHUNK", 1)
    coming = read_again.read_again(store.where, read_again.waiting_files(store))
    assert [one.read[0].path for one in next(coming)] == [other.name]
    paper.write_text("别的内容", encoding="utf-8")
    assert list(coming) == [[]], "its bytes are others by now"


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.0, 0.2, 0.5, 1.1])
def test_a_program_killed_while_it_decides_leaves_the_decision_with_its_facts_or_neither(
    store: Store, paper: Path, tmp_path: Path, root: Path, moment: float
) -> None:
    without = read_all(store)
    where = str(tmp_path / "other.lbug")
    code = """
        import sys
        from api.ingest.loading.load import load
        from graph.decisions.decisions import Decisions
        from graph.refresh.refresh import rebuild
        from graph.stores.open import open_store
        from tests.api.ingest.test_up_to_date import SAME
        store = open_store(sys.argv[1])
        load(store, [sys.argv[2]])
        print("loaded", flush=True)
        while True:
            rebuild(store, SAME)
            rebuild(store, Decisions())
    """
    command = [sys.executable, "-c", textwrap.dedent(code), where, str(paper)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "loaded\n"
        time.sleep(moment)
        program.kill()
    rebuild(store, SAME)
    expected = {SAME: read_all(store), NONE: without}
    with closing(open_store(where)) as killed:
        assert read_all(killed) == expected[stored_decisions(killed)]
        assert keep_up(killed) == NOTHING_DONE


def test_an_empty_store_takes_decisions_in_too(tmp_path: Path) -> None:
    write_decisions(tmp_path, SAME)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        assert not keep_up(store).rebuilt
        assert len(read_records(store, "Decision")) == 1


def test_a_store_in_memory_has_no_file_of_decisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_decisions(tmp_path, SAME)
    with closing(open_store(":memory:")) as store:
        assert keep_up(store) == NOTHING_DONE
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.toml"]
