"""The publishers' own shapes (SEMIC's CPOV 2.1.2 and Core Location 2.1.0): the export breaks none of them."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, URIRef

from graph.derive.build import build
from graph.facts import Facts
from loaders.extract import extract
from tests.graph.examples import everything, facts, node
from tests.graph.exports.rdf.graphs import as_graph, every_change

LEVEL = URIRef("http://data.europa.eu/m8g/level")
SHAPES = ("cpov-2.1.2-shacl.ttl", "core-location-2.1.0-shacl.ttl")


@pytest.fixture(scope="module", params=SHAPES)
def shapes(request: pytest.FixtureRequest, root: Path) -> Graph:
    """The shapes of one publisher, which the repository does not hold; tests that need them are skipped without."""
    path = root.parent / "shared" / "shapes" / request.param
    if not path.is_file():
        pytest.skip("the publishers' shapes are not beside the project")
    return Graph().parse(path)


def broken(known: Facts, shapes: Graph) -> str:
    """The report on facts, "" where nothing is wrong."""
    conforms, _, told = validate(as_graph(known), shacl_graph=shapes, inference="none")
    return "" if conforms else told


def test_a_graph_with_every_kind_of_change_conforms(shapes: Graph) -> None:
    assert broken(every_change(), shapes) == ""


def test_a_graph_with_everything_conforms(shapes: Graph) -> None:
    assert broken(everything(), shapes) == ""


def test_a_unit_of_many_spellings_conforms(shapes: Graph) -> None:
    assert (
        broken(facts(node("Unit", "u", name="社事办", aliases=("社会事务办", "镇社事办"), kind="body")), shapes) == ""
    )


def test_nothing_that_follows_by_the_vocabulary_breaks_them(shapes: Graph) -> None:
    unit = node("Unit", "u", name="社事办", aliases=("社事办", "社会事务办", "镇社事办"), kind="body")
    for known in (facts(unit), every_change()):
        conforms, _, told = validate(as_graph(known), shacl_graph=shapes, inference="rdfs")
        assert conforms, told


def test_the_examples_conform(shapes: Graph, root: Path) -> None:
    known = build([extract(path) for path in sorted((root / "examples").glob("*.txt"))])
    assert len(known.nodes) > 50
    assert broken(known, shapes) == ""


def test_the_real_documents_conform(shapes: Graph, seeds: Path) -> None:
    known = build([extract(path) for path in sorted(seeds.glob("*.txt"))])
    assert broken(known, shapes) == ""


def test_what_is_said_otherwise_breaks_them(shapes: Graph) -> None:
    place = node("Place", "p", name="甲村", level="village")
    graph = as_graph(facts(place))
    level = next(graph.objects(predicate=LEVEL))
    graph.remove((level, None, None))
    assert not validate(graph, shacl_graph=shapes, inference="none")[0]
