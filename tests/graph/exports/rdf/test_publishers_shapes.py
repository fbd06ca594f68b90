"""The publishers' own shapes: what the export says in their terms is said as they ask for it."""

from pathlib import Path

import pytest
import pyshacl
from rdflib import Graph

from graph.derive.build import build
from graph.decisions.decisions import Decisions
from graph.facts import Facts
from loaders.loader import read_document
from tests.graph.examples import everything
from tests.graph.exports.rdf.graphs import as_graph, every_change
from tests.shared import SHARED, needs_shared

SHAPES = ("cpov-2.1.2-shacl.ttl", "core-location-2.1.0-shacl.ttl")


def violations(known: Facts, shapes: str) -> str:
    """The report of the publishers' shapes on facts, "" where nothing is wrong."""
    conforms, _, text = pyshacl.validate(
        as_graph(known), shacl_graph=Graph().parse(SHARED / "shapes" / shapes), inference="none"
    )
    return "" if conforms else text


@needs_shared
@pytest.mark.parametrize("shapes", SHAPES)
def test_a_graph_with_every_kind_of_change_conforms(shapes: str) -> None:
    assert violations(every_change(), shapes) == ""
