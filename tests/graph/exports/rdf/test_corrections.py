"""What a person corrected stands in the graph of the correction, never in that of a passage."""

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from graph.corrections.corrections import Correction, in_order
from graph.corrections.matching import anchor
from graph.corrections.nodes import correction_nodes
from graph.derive.build import build
from graph.exports.rdf import to_text
from tests.graph.exports.rdf.corrected import SAID, as_corrected
from tests.graph.saying import document, merger

ID = "https://plangraph.example/id/"
SOURCE = "http://purl.org/dc/terms/source"


def name(term: object) -> str:
    return str(getattr(term, "value", ""))


@pytest.fixture(scope="module")
def said() -> list[Quad]:
    facts, records = as_corrected()
    return list(parse(to_text(facts, "nq", records=records).encode(), format=RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def task(said: list[Quad]) -> str:
    [found] = {
        name(one.subject) for one in said if name(one.object) == "清产核资" and "prefLabel" in str(one.predicate)
    }
    return found


@pytest.fixture(scope="module")
def corrections(said: list[Quad]) -> dict[str, str]:
    """The graphs by the fields that they correct."""
    return {
        name(one.object): name(one.subject)
        for one in said
        if one.predicate.value.endswith("ns#field") and "/id/correction/" in name(one.subject)
    }


def graphs(said: list[Quad], subject: str, *endings: str) -> set[str]:
    """The graphs in which something is said of a thing, by the ends of predicates."""
    return {
        name(one.graph_name) for one in said if name(one.subject) == subject and one.predicate.value.endswith(endings)
    }


def test_each_corrected_field_is_said_in_the_graph_of_its_correction(
    said: list[Quad], task: str, corrections: dict[str, str]
) -> None:
    deadline = task.replace("/task/", "/deadline/")
    assert set(corrections) == set(SAID)
    assert graphs(said, task, "prefLabel") == {corrections["title"]}
    assert graphs(said, task, "ns#due", "ns#deadline") == {corrections["due_text"]}
    for part, ends in ((deadline, ("note", "hasEnd", "deadlineKind")), (f"{deadline}#1", ("inXSDDate",))):
        assert graphs(said, part, *ends) == {corrections["due_text"]}
    assert graphs(said, task, "ns#leadUnit") == {corrections["lead_units"]}


def test_a_corrected_owner_has_the_correction_as_source(
    said: list[Quad], task: str, corrections: dict[str, str]
) -> None:
    [part] = {
        name(one.subject)
        for one in said
        if "/attribution/leads/" in name(one.subject) and name(one.subject).endswith(task.rpartition("/")[2])
    }
    assert graphs(said, part, "#agent", "hadRole", "position", "basis", "source") == {corrections["lead_units"]}
    assert {name(one.object) for one in said if name(one.subject) == part and one.predicate.value == SOURCE} == {
        corrections["lead_units"]
    }


def test_what_nobody_corrected_stays_in_the_graph_of_its_passage(said: list[Quad], task: str) -> None:
    [passage] = graphs(said, task, "responsibleUnit")
    assert passage.startswith(f"{ID}passage/")
    other = {name(one.subject) for one in said if name(one.object) == "盘活资产"} - {passage}
    assert all(
        graph.startswith(f"{ID}passage/")
        for thing in other
        if "/task/" in thing
        for graph in graphs(said, thing, "prefLabel", "ns#due", "leadUnit")
    )


def test_a_correction_says_its_value_and_what_was_read(said: list[Quad], corrections: dict[str, str]) -> None:
    for field, told in SAID.items():
        found = tuple(
            name(one.object)
            for ending in ("ns#value", "ns#asRead")
            for one in said
            if name(one.subject) == corrections[field]
            and one.predicate.value.endswith(ending)
            and one.graph_name == DefaultGraph()
        )
        assert found == told


def test_a_corrected_title_of_a_plan_and_day_of_a_change_are_said_by_the_correction() -> None:
    change = merger(20, "福寿村 忠荣村", "福荣村", on="2021-06-30")
    paper = document(change, name="甲.txt")
    plan = paper.plans[0]
    made = in_order(
        [
            Correction("plan", anchor(paper, plan), "title", ("另一方案",), (plan.title,)),
            Correction("change", anchor(paper, change), "on", ("2021-07-01",), ("2021-06-30",)),
        ]
    )
    text = to_text(build([paper], corrections=made), "nq", records=correction_nodes(made))
    said = [one for one in parse(text.encode(), format=RdfFormat.N_QUADS) if "/id/correction/" in str(one.graph_name)]
    told = {(one.predicate.value.rpartition("/")[2].rpartition("#")[2], name(one.object)) for one in said}
    assert told >= {
        ("title", "另一方案"),
        *((field, "2021-07-01") for field in ("date", "statedOn", "earliest", "latest")),
    }
    elsewhere = [line for line in text.splitlines() if '"2021-07-01"' in line and "/id/passage/" in line]
    assert not elsewhere
