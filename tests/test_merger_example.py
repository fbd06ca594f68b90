"""The example of mergers as RDF, and its picture, are what the program makes of the table now."""

import re

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS

from docs.merger_example import EXAMPLE, PICTURE, example, picture
from graph.exports.rdf.validation import violations

ORG = "http://www.w3.org/ns/org#"


def test_the_example_is_written_from_the_table_and_holds_14_changes() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert text == example()
    graph = Graph().parse(data=text, format="turtle")
    assert len(set(graph.subjects(predicate=URIRef(f"{ORG}resultingOrganization")))) == 14
    assert len(set(graph.objects(predicate=URIRef(f"{ORG}originalOrganization")))) == 29
    dates = [str(one) for one in graph.objects(predicate=DCTERMS.date)]
    assert dates == ["../2021-04-12"] * 14


def test_what_the_page_says_of_a_merger_is_cut_from_the_example() -> None:
    page = (EXAMPLE.parent.parent / "docs" / "rdf.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    assert block.startswith("<")
    assert block.endswith(" .\n")
    assert f"\n{block}<" in EXAMPLE.read_text(encoding="utf-8")


def test_nothing_is_wrong_with_the_example() -> None:
    graph = Graph().parse(data=EXAMPLE.read_text(encoding="utf-8"), format="turtle")
    assert violations(graph.serialize(format="nt", encoding="utf-8")) == []


def test_the_picture_is_drawn_from_the_example() -> None:
    text = PICTURE.read_text(encoding="utf-8")
    assert text == picture(EXAMPLE.read_text(encoding="utf-8"))
    for words in ("福寿村", "忠荣村", "福荣村", "mergers.txt", "org:originalOrganization"):
        assert words in text
