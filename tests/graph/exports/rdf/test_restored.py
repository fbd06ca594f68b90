"""A graph comes back from what was exported of it, to the byte; what was changed by hand is found and named."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.corrections.corrections import Corrections, in_order
from graph.corrections.nodes import correction_nodes
from graph.decisions.decisions import Decisions, decision
from graph.decisions.nodes import decision_nodes
from graph.derive.build import build
from graph.digests import rules_digest
from graph.errors import FileRefusedError
from graph.exports.rdf import to_text
from graph.exports.rdf.formats import FORMS
from graph.exports.rdf.restored import ReturnedGraph, restored
from graph.facts import Facts, Node
from graph.statements import PlanDocument
from graph.stores.state import LABEL as STATE
from graph.stores.state import new_state
from loaders.extract import extract
from tests.graph.correcting import corrections
from tests.graph.invented import OTHERS, papers
from tests.graph.saying import TOWN, change, document, merger, row, seat

SAME = decision("same", "unit", TOWN, "社事办", "社会事务办", who="王芳", decided_on="2026-11-30", why="同一单位")
STANDS = decision("stands", "paper", "", "大蓬委发〔2021〕50号", "大蓬委发〔2021〕26号")
ENDINGS = {form: ".rdf" if form == "rdfxml" else f".{form}" for form in FORMS}


def state(readers: str = "r1") -> Node:
    made = new_state().node
    return Node(STATE, made.id, {**made.properties, "readers": readers})


def records(decided: Decisions, corrected: Corrections) -> tuple[Node, ...]:
    return (*decision_nodes(decided), *correction_nodes(corrected), state())


def written(folder: Path, form: str, known: Facts, told: tuple[Node, ...], base: str = "https://a.example/") -> Path:
    path = folder / f"graph{ENDINGS[form]}"
    path.write_text(to_text(known, form, base, told), encoding="utf-8", newline="\n")
    return path


def again(found: ReturnedGraph, form: str) -> str:
    return to_text(found.facts, form, found.base, (*found.records, state(found.readers)))


def town() -> list[PlanDocument]:
    """Papers with tasks, seats, and every kind of change."""
    told = [
        change(40 + n, before, after, givers=givers, level=level)
        for n, (level, before, after, givers) in enumerate(OTHERS)
    ]
    tasks = [
        row(11, "清产核资", lead_units=("社事办",), leaders=("冉泰休",), due="2021-12-31"),
        row(12, "盘活资产", responsible_units=("社会事务办", "各村"), places=("福寿村",)),
    ]
    first = document(
        *tasks, merger(20, "福寿村 忠荣村", "福荣村", on="2021-06-30"), seat(30, "李刚", "组长"), name="甲.txt"
    )
    second = document(*told, row(11, "清产核姿"), name="乙.txt", number="大蓬委发〔2021〕26号")
    return [first, second]


@pytest.mark.parametrize("form", FORMS)
def test_a_graph_with_every_kind_of_change_comes_back_from_every_form(tmp_path: Path, form: str) -> None:
    decided = Decisions().with_(SAME).with_(STANDS)
    known = build(town(), decided, Corrections())
    assert {str(node.properties["kind"]) for node in known.nodes if node.label == "ChangeEvent"} >= {
        "merge",
        "split",
        "rename",
        "create",
        "abolish",
    }
    path = written(tmp_path, form, known, records(decided, Corrections()))
    found = restored(path)
    assert found.misfits == ()
    assert found.facts == known
    assert found.records == decision_nodes(decided)
    assert again(found, form).encode() == path.read_bytes()


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_papers_and_people_say_comes_back(data: st.DataObject) -> None:
    documents = data.draw(papers())
    made = (data.draw(corrections(documents)) for _ in range(data.draw(st.integers(0, 3))))
    corrected = in_order([one for one in made if one])
    decided = Decisions().with_(SAME) if data.draw(st.booleans()) else Decisions()
    known, told = build(documents, decided, corrected), records(decided, corrected)
    form = data.draw(st.sampled_from(sorted(FORMS)))
    with TemporaryDirectory() as folder:
        path = written(Path(folder), form, known, told)
        found = restored(path)
        assert found.misfits == ()
        assert found.facts == known
        assert found.records == told[:-1]
        assert again(found, form).encode() == path.read_bytes()


@pytest.mark.parametrize("form", ["trig", "nq", "jsonld", "ttl"])
def test_the_examples_come_back(tmp_path: Path, root: Path, form: str) -> None:
    _comes_back(tmp_path, form, sorted((root / "examples").glob("*.txt")))


@pytest.mark.parametrize("form", ["trig", "nq", "jsonld", "ttl"])
def test_the_real_documents_come_back(tmp_path: Path, seeds: Path, form: str) -> None:
    _comes_back(tmp_path, form, sorted(seeds.glob("*.txt")))


def test_names_under_another_base_come_back(tmp_path: Path) -> None:
    known = build(town())
    found = restored(written(tmp_path, "trig", known, (state(),), "http://data.example.org/plans/"))
    assert (found.facts, found.base) == (known, "http://data.example.org/plans/")


def _replaced(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def _without(words: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        lines = text.splitlines(keepends=True)
        gone = next(number for number, line in enumerate(lines) if words in line)
        return "".join(lines[:gone] + lines[gone + 1 :])

    return edit


FOREIGN = '<https://other.example/x> <http://purl.org/dc/terms/title> "甲"@zh .\n'
EDITS: dict[str, tuple[Callable[[str], str], str, bool]] = {
    "a triple of somebody else": (lambda text: text + FOREIGN, "https://other.example/x", False),
    "a title": (_replaced('#prefLabel> "清产核资"@zh', '#prefLabel> "清产"@zh'), '"清产"@zh', False),
    "a quote": (_replaced('#exact> "字字', '#exact> "子字'), '"子字', False),
    "an owner less": (_without("ns#leadUnit"), "ns#leadUnit", True),
    "a date": (_replaced('"2021-12-31"^^', '"2021-12-30"^^'), "2021-12-30", False),
    "what was read": (_replaced('\\"title\\":\\"清产核资\\"', '\\"title\\":7'), "ns#says", False),
    "what was read, broken": (_replaced('ns#says> "{', 'ns#says> "'), "ns#says", False),
    "who decided": (_replaced('"王芳"@zh', '"王方"@zh'), "", False),
    "a name decided on": (_replaced('ns#name> "社事办"@zh', 'ns#name> "社办"@zh'), "", False),
    "a file more": (_replaced('title> "甲.txt"', 'title> "丙.txt"'), "", False),
    "a class less": (_without("ns#Task> ."), "ns#Task", True),
}
FITTING = {"who decided", "a file more"}
"""What may be said otherwise without anything else saying the contrary."""


@pytest.mark.parametrize("name", EDITS)
def test_what_was_changed_by_hand_is_named(tmp_path: Path, name: str) -> None:
    edit, named, missing = EDITS[name]
    decided = Decisions().with_(SAME)
    path = written(tmp_path, "nq", build(town(), decided), records(decided, Corrections()))
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    found = restored(path)
    assert found.same_rules
    if name in FITTING:
        assert again(found, "nq").encode() == path.read_bytes()
        return
    assert found.misfits
    assert named in found.misfits[0].triple
    assert found.misfits[0].missing is missing


def test_what_another_version_exported_is_known_as_such(tmp_path: Path) -> None:
    path = written(tmp_path, "trig", build(town()), (state(),))
    path.write_text(path.read_text(encoding="utf-8").replace(rules_digest(), "0" * 16), encoding="utf-8")
    found = restored(path)
    assert not found.same_rules
    assert found.misfits == ()


@pytest.mark.parametrize(
    ("ending", "text"), [(".ttl", "kein Turtle"), (".jsonld", "{"), (".nq", "<a> <b>"), (".rdf", "<x"), (".csv", "")]
)
def test_what_is_no_rdf_is_refused(tmp_path: Path, ending: str, text: str) -> None:
    path = tmp_path / f"x{ending}"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileRefusedError):
        restored(path)


def test_of_a_foreign_file_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    path.write_text(FOREIGN, encoding="utf-8")
    found = restored(path)
    assert found.facts.nodes == ()
    assert "https://other.example/x" in found.misfits[0].triple


def _comes_back(folder: Path, form: str, files: list[Path]) -> None:
    known = build([extract(path) for path in files])
    assert len(known.nodes) > 50
    path = written(folder, form, known, (state(),))
    found = restored(path)
    assert found.misfits == ()
    assert again(found, form).encode() == path.read_bytes()
