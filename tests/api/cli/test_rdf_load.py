"""`plangraph load` of a graph that was exported as RDF: into a new store, with what people decided and corrected."""

from pathlib import Path

import pytest

from tests.api.conftest import Prepare, Program
from tests.api.papers import NOTICE, write


@pytest.fixture
def exported(plangraph: Program, home: Path, prepare: Prepare) -> Path:
    """A graph of a paper, with a decision and a correction, as TriG."""

    def make() -> None:
        assert plangraph("load", write(home, "通知.txt", NOTICE)).code == 0
        assert plangraph("decide", "same", "社事办", "党建办", "--why", "同一单位").code == 0
        assert plangraph("correct", "title", "开展清产核资", "清产核资").code == 0
        assert plangraph("export", "trig", "--out", "a.trig").code == 0

    prepare("exported", make)
    return home / "a.trig"


@pytest.mark.parametrize("form", ["trig", "nq", "ttl", "jsonld", "nt"])
def test_load_gives_the_store_that_was_exported(plangraph: Program, exported: Path, form: str) -> None:
    assert exported.is_file()
    assert plangraph("export", form, "--out", f"b.{form}").code == 0
    told = plangraph("load", f"b.{form}", "--store", "new.lbug")
    assert told.code == 0
    assert told.out == ""
    assert plangraph("export", form, "--store", "new.lbug").out.encode() == Path(f"b.{form}").read_bytes()
    assert plangraph("decide", "--json", "--store", "new.lbug").out == plangraph("decide", "--json").out
    assert plangraph("correct", "--json", "--store", "new.lbug").out == plangraph("correct", "--json").out
    assert plangraph("tasks", "--json", "--store", "new.lbug").out == plangraph("tasks", "--json").out


def test_check_says_that_the_originals_are_not_there_until_they_are_loaded(
    plangraph: Program, exported: Path, home: Path
) -> None:
    plangraph("load", exported, "--store", "new.lbug")
    (home / "通知.txt").rename(home / "moved.bin")
    told = plangraph("check", "--store", "new.lbug")
    assert told.code == 1
    assert "not opened" in told.out
    (home / "moved.bin").rename(home / "通知.txt")
    assert plangraph("load", "通知.txt", "--store", "new.lbug").code == 0
    assert plangraph("check", "--store", "new.lbug").code == 0


def test_a_rebuild_changes_nothing(plangraph: Program, exported: Path) -> None:
    plangraph("load", exported, "--store", "new.lbug")
    assert plangraph("rebuild", "--store", "new.lbug").code == 0
    assert plangraph("export", "trig", "--store", "new.lbug").out.encode() == exported.read_bytes()


def test_what_was_changed_by_hand_is_refused_with_the_triple_and_makes_no_store(
    plangraph: Program, exported: Path, home: Path
) -> None:
    exported.write_text(
        exported.read_text(encoding="utf-8") + "<https://other.example/x> a <https://other.example/Y> .\n",
        encoding="utf-8",
    )
    told = plangraph("load", exported, "--store", "new.lbug")
    assert told.code == 1
    assert "<https://other.example/x>" in told.err
    assert not (home / "new.lbug").exists()
    told = plangraph("load", exported, "--partly", "--store", "new.lbug", "--json")
    assert told.code == 0
    assert "https://other.example/Y" in told.out
    assert plangraph("export", "nq", "--store", "new.lbug").out == plangraph("export", "nq").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("a.trig",), 1, "already holds"),
        (("a.trig", "通知.txt", "--store", "n.lbug"), 2, "alone"),
        (("none.trig", "--store", "n.lbug"), 1, "no such file"),
        (("foreign.ttl", "--store", "n.lbug"), 1, "https://other.example/x"),
        (("empty.ttl", "--store", "n.lbug"), 1, "says nothing"),
        (("broken.ttl", "--store", "n.lbug"), 1, "cannot be read as RDF"),
        (("通知.txt", "--partly", "--store", "n.lbug"), 2, "--partly"),
    ],
)
def test_what_cannot_be_loaded_is_said_in_one_sentence(
    plangraph: Program, exported: Path, home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    assert exported.is_file()
    write(home, "foreign.ttl", '<https://other.example/x> <https://other.example/p> "甲" .')
    write(home, "empty.ttl", "")
    write(home, "broken.ttl", "甲")
    told = plangraph("load", *arguments)
    assert told.code == code
    assert said in told.err
    assert told.err.count("\n") == 1
    assert not (home / "n.lbug").exists()


def test_names_begin_as_they_are_set_to(plangraph: Program, exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert exported.is_file()
    monkeypatch.setenv("PLANGRAPH_BASE_IRI", "https://data.example.cn/")
    assert plangraph("export", "nq", "--out", "b.nq").code == 0
    assert "<https://data.example.cn/id/task/" in Path("b.nq").read_text(encoding="utf-8")
    assert plangraph("load", "b.nq", "--store", "new.lbug").code == 0
    monkeypatch.setenv("PLANGRAPH_BASE_IRI", "nowhere")
    told = plangraph("export", "nq")
    assert told.code == 2
    assert "PLANGRAPH_BASE_IRI" in told.err
