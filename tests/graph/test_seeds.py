"""Real documents: what is joined over their prose, their tables and their copies."""

from functools import cache
from pathlib import Path

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.statements import PlanDocument
from loaders.extract import extract


@cache
def said(seeds: Path, number: str) -> PlanDocument:
    """What the real document of this number says."""
    (path,) = seeds.glob(f"{number}_*")
    return extract(path)


def count(facts: Facts, label: str) -> int:
    return sum(node.label == label for node in facts.nodes)


def test_a_document_and_its_shorter_copy_are_one_in_either_order(seeds: Path) -> None:
    full, short = said(seeds, "000"), said(seeds, "001")
    both = build([full, short])
    assert both == build([short, full])
    assert (count(both, "Document"), count(both, "File")) == (1, 2)
    assert (count(both, "Plan"), count(both, "Task")) == (28, 147)


def test_the_villages_of_a_town_and_their_mergers_are_found_once(seeds: Path) -> None:
    facts = build([said(seeds, "000")])
    assert count(facts, "ChangeEvent") == 14
    before = {edge.start[1] for edge in facts.edges if edge.type == "CHANGED_BY"}
    assert len(before) == 29


@pytest.mark.parametrize(
    ("leader", "tasks"), [("冉泰休", 29), ("张若一", 35), ("李刚", 9), ("何菊华", 10), ("杨雷", 14)]
)
def test_leaders_have_their_tasks_however_they_are_spelt(seeds: Path, leader: str, tasks: int) -> None:
    facts = build([said(seeds, "000")])
    (person,) = [node.id for node in facts.nodes if node.label == "Person" and node.properties["name"] == leader]
    assert sum(edge.type == "OVERSEES" and edge.start[1] == person for edge in facts.edges) == tasks


def test_offices_of_two_towns_are_two_units(seeds: Path) -> None:
    facts = build([said(seeds, "000"), said(seeds, "004")])
    offices = [node for node in facts.nodes if node.label == "Unit" and node.properties["name"] == "社事办"]
    assert len(offices) == 2


def test_every_real_document_gives_the_same_facts_alone_and_among_the_others(seeds: Path) -> None:
    documents = [said(seeds, number) for number in ("000", "002", "003", "004")]
    together = {(node.label, node.id): node for node in build(documents).nodes}
    for document in documents:
        for node in build([document]).nodes:
            assert together[node.label, node.id] == node
