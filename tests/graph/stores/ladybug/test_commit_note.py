"""The note of what was committed: a line a commit, in two notes of which each tells all."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.facts import Facts, Node
from graph.stores.ladybug import commit_note
from graph.stores.ladybug.commit_note import CommitNote, read_commits
from graph.stores.ladybug.commits import Checksum, Commits, Holdings
from tests.effort import examples
from tests.graph.examples import facts, node


def file_node(name: str, *paths: str) -> Node:
    return node("File", name, paths=paths)


def report(name: str, note: str = "") -> Node:
    return Node("Report", name, {"id": name, "note": note})


def committed(note: CommitNote, before: Commits, gone: Facts, come: Facts) -> Commits:
    step = before.held.step(gone, come)
    now = before.after(before.number + 1, step, Checksum(before.number, 7))
    note.add(before, step, now)
    return now


def noted(tmp_path: Path, *reports: str) -> tuple[Path, list[Commits]]:
    """A note to which these reports were added one by one, with what was committed at each time."""
    path = tmp_path / "s.lbug"
    path.touch()
    note = CommitNote(path)
    first = Commits("t", 1, Holdings.of([file_node("a", "甲.txt"), report("r0")]), (Checksum(1, 2),))
    note.write(first)
    made = [first]
    for one in reports:
        made.append(committed(note, made[-1], Facts(), facts(report(one))))
    return path, made


def lines(path: Path, ending: str = ".commits") -> list[bytes]:
    return path.with_name(path.name + ending).read_bytes().splitlines(keepends=True)


NODES = st.one_of(
    st.builds(file_node, st.sampled_from("abc"), st.sampled_from(["甲.txt", "乙\n.txt", "C:\\丙"])),
    st.builds(report, st.sampled_from("rst"), st.text(st.characters(exclude_categories=["Cs"]), max_size=4)),
)
STEPS = st.lists(st.tuples(st.lists(NODES, max_size=2), st.lists(NODES, max_size=2)), max_size=8)


@settings(max_examples=examples(60), deadline=None)
@given(STEPS, st.sampled_from([1, 200, 10**6]))
def test_both_notes_tell_what_was_committed_last_however_often_they_are_written_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[Node], list[Node]]], short: int
) -> None:
    path, (now,) = noted(tmp_path_factory.mktemp("note"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commit_note, "SHORT", short)
        note = CommitNote(path)
        for gone, come in steps:
            now = committed(note, now, facts(*gone), facts(*come))
            assert read_commits(path) == now
            path.with_name("s.lbug.commits").rename(path.with_name("kept"))
            assert read_commits(path) == now
            path.with_name("kept").rename(path.with_name("s.lbug.commits"))


def test_a_commit_costs_what_it_changes(tmp_path: Path) -> None:
    path, (*_, now) = noted(tmp_path, *(f"r{number}" for number in range(1, 300)))
    sizes = []
    for number in range(300, 310):
        before = path.with_name("s.lbug.commits").stat().st_size
        now = committed(CommitNote(path), now, facts(report("r5")), facts(report("r5", f"第{number}次")))
        sizes.append(path.with_name("s.lbug.commits").stat().st_size - before)
    assert max(sizes) < 400 < before / 10
    assert read_commits(path) == now


def test_the_lines_never_grow_longer_than_what_they_follow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commit_note, "SHORT", 100)
    path, (*_, now) = noted(tmp_path, *(f"r{number}" for number in range(1, 200)))
    first, *others = lines(path)
    assert sum(map(len, others)) <= len(first)
    assert read_commits(path) == now


@pytest.mark.parametrize("left", [0.0, 0.1, 0.5, 0.99])
def test_a_torn_last_line_counts_as_not_written_and_the_next_follows_what_was_there_before(
    tmp_path: Path, left: float
) -> None:
    path, (*_, before, _) = noted(tmp_path, "r1", "r2", "r3")
    for ending in (".commits", ".commits.old"):
        *whole, last = lines(path, ending)
        path.with_name(path.name + ending).write_bytes(b"".join(whole) + last[: int(len(last) * left)])
    assert read_commits(path) == before
    now = committed(CommitNote(path), before, Facts(), facts(report("r4")))
    assert read_commits(path) == now
    assert set(now.held.records) == {"r0", "r1", "r2", "r4"}


@pytest.mark.parametrize("line", [0, 2, 4, 6])
@pytest.mark.parametrize("both", [False, True])
def test_a_damaged_line_is_read_from_the_other_note_or_refused(tmp_path: Path, line: int, *, both: bool) -> None:
    path, made = noted(tmp_path, "r1", "r2", "r3")
    for ending in (".commits", ".commits.old") if both else (".commits",):
        held = lines(path, ending)
        damaged = bytearray(held[line])
        damaged[len(damaged) // 2] ^= 0x10
        path.with_name(path.name + ending).write_bytes(b"".join((*held[:line], bytes(damaged), *held[line + 1 :])))
    if not both:
        assert read_commits(path) == made[-1]
    elif line == 6:  # as if it had been torn: nobody can tell
        assert read_commits(path) == made[-2]
    else:
        with pytest.raises(StoreError, match="is damaged"):
            read_commits(path)


def test_a_missing_line_is_found(tmp_path: Path) -> None:
    path, made = noted(tmp_path, "r1", "r2", "r3")
    held = lines(path)
    path.with_name("s.lbug.commits").write_bytes(b"".join((*held[:2], *held[4:])))
    assert read_commits(path) == made[-1]
    path.with_name("s.lbug.commits.old").unlink()
    with pytest.raises(StoreError, match="is damaged"):
        read_commits(path)


def test_a_note_of_an_earlier_version_is_read_and_written_anew_with_the_next_commit(tmp_path: Path) -> None:
    path, (first,) = noted(tmp_path)
    body = json.dumps(first.as_row(), ensure_ascii=False, indent=1).encode() + b"\n"
    content = hashlib.sha256(body).hexdigest().encode() + b"\n" + body
    for ending in (".commits", ".commits.old"):
        path.with_name(path.name + ending).write_bytes(content)
    assert read_commits(path) == first
    note = CommitNote(path)
    now = first
    for number in range(3):
        now = committed(note, now, Facts(), facts(report(f"r{number}")))
        assert read_commits(path) == now
    path.with_name("s.lbug.commits").unlink()
    assert read_commits(path) == now


def test_where_the_note_could_not_be_written_anew_the_next_commit_does_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, (first,) = noted(tmp_path)
    note = CommitNote(path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _full)
        with pytest.raises(OSError, match="full"):
            note.write(first)
    now = committed(note, first, Facts(), facts(report("r1")))
    assert len(lines(path)) == 1
    assert read_commits(path) == now


def _full(_path: Path, _target: Path) -> Path:
    raise OSError("full")


def test_two_notes_that_a_kill_left_as_one_file_are_two_again_at_the_next_commit(tmp_path: Path) -> None:
    path, made = noted(tmp_path, "r1", "r2")
    now, old = path.with_name("s.lbug.commits"), path.with_name("s.lbug.commits.old")
    old.unlink()
    old.hardlink_to(now)
    after = committed(CommitNote(path), made[-1], Facts(), facts(report("r3")))
    assert read_commits(path) == after
    assert not old.samefile(now)
    now.unlink()
    assert read_commits(path) == made[-1]


def test_a_note_before_that_lacks_a_line_after_a_kill_is_made_whole_at_the_next_commit(tmp_path: Path) -> None:
    path, made = noted(tmp_path, "r1", "r2")
    old = path.with_name("s.lbug.commits.old")
    old.write_bytes(b"".join(lines(path, ".commits.old")[:-1]))
    after = committed(CommitNote(path), made[-1], Facts(), facts(report("r3")))
    path.with_name("s.lbug.commits").unlink()
    assert read_commits(path) == after
