"""The graph for other programs: whole, and thing by thing."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from docx import Document
from fastapi import FastAPI
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from starlette.testclient import TestClient

from api.http.library.finished import Finished
from api.http.library.library import Library
from api.http.rdf_formats import chosen
from graph.stores.read_back import read_all
from tests.api.papers import NOTICE
from viz.files.word.house_template import house_template

FORMS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("form", FORMS)
def test_the_graph_comes_in_the_form_of_rdf_that_is_accepted(client: TestClient, form: str) -> None:
    got = client.get("/api/export", headers={"Accept": form})
    assert got.headers["content-type"].startswith(form)
    triples = len({one.triple for one in parse(got.content, format=FORMS[form])})
    assert triples == len(Graph().parse(data=client.get("/api/export.ttl").text, format="turtle")) > 1000


def test_endings_give_their_forms(client: TestClient) -> None:
    assert client.get("/api/export.nt").text.count(" .\n") > 1000
    assert len(json.loads(client.get("/api/export.jsonld").text)) > 100
    network = nx.read_graphml(io.BytesIO(client.get("/api/export.graphml").content), force_multigraph=True)
    assert network.number_of_nodes() > 100
    rows = list(csv.DictReader(io.StringIO(client.get("/api/export.csv").text.removeprefix("\ufeff"))))
    assert len(rows) == 33
    assert "attachment" in client.get("/api/export.csv").headers["content-disposition"]


def test_the_context_of_json_ld_stands_at_its_address(client: TestClient) -> None:
    answer = client.get("/ns/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["@context"]["leadUnit"] == {"@id": "wp:leadUnit", "@type": "@id"}


def test_an_export_is_made_once_while_the_graph_stays_as_it_is(client: TestClient, library: Library) -> None:
    text = client.get("/api/export.nt").text
    assert isinstance(client.app, FastAPI)
    with library.reading() as snapshot:
        key = (snapshot.state, "whole", "application/n-triples")
    assert client.app.state.finished.get(key, lambda: Finished(b"anew")).content.decode() == text


def test_an_export_is_made_anew_when_the_graph_has_changed(writer: TestClient) -> None:
    before = writer.get("/api/export.nt").text
    assert writer.post("/api/documents", files={"files": ("通知.txt", NOTICE.encode())}).status_code == 200
    assert len(writer.get("/api/export.nt").text) > len(before)
    assert writer.delete("/api/documents/通知.txt").status_code == 200
    assert writer.get("/api/export.nt").text == before


def test_chosen_tasks_come_as_a_workbook_and_as_a_calendar(client: TestClient) -> None:
    book = client.get("/api/export.xlsx", params={"leader": "冉泰休"})
    assert book.content.startswith(b"PK")
    assert "filename*=UTF-8''%E5%86%89" in book.headers["content-disposition"]
    calendar = client.get("/api/export.ics", params={"leader": "冉泰休"}).text
    assert calendar.count("BEGIN:VEVENT") >= 15
    assert client.get("/api/export.csv", params={"leader": "冉泰休"}).text.count("冉泰休") >= 15
    document = client.get("/api/export.docx", params={"leader": "冉泰休"})
    assert len(Document(io.BytesIO(document.content)).tables[0].rows) >= 16
    for ending in ("csv", "xlsx", "docx", "ics"):
        assert client.get(f"/api/export.{ending}", params={"leader": "李四"}).status_code == 404
        assert client.get(f"/api/export.{ending}", params={"boss": "李四"}).status_code == 422


def test_a_form_that_nobody_can_give_is_told(client: TestClient) -> None:
    assert client.get("/api/export", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/api/export.doc").status_code == 404


def test_a_thing_answers_under_its_iri_in_each_form(client: TestClient) -> None:
    task = client.get("/api/tasks?leader=冉泰休").json()["items"][0]
    told = client.get(f"/id/task/{task['task_id']}").json()
    assert told["properties"]["title"] == task["title"]
    assert {one["type"] for one in told["relationships"]} >= {"SETS", "OVERSEES", "STATED_IN"}
    for form, name in FORMS.items():
        got = client.get(f"/id/task/{task['task_id']}", headers={"Accept": form})
        assert len(set(parse(got.content, format=name))) > 10


def test_the_data_of_each_thing_are_part_of_the_export(client: TestClient, library: Library) -> None:
    whole = {one.triple for one in parse(client.get("/api/export.trig").content, format=RdfFormat.TRIG)}
    with library.reading() as snapshot:
        things = [one for one in read_all(snapshot.store).nodes if one.label != "Passage"]
    assert len(things) > 100
    for one in things:
        got = client.get(f"/id/{one.label.lower()}/{one.id}", headers={"Accept": "text/turtle"})
        said = {one.triple for one in parse(got.content, format=RdfFormat.TURTLE)}
        assert said
        assert not said - whole, (one.label, one.id)


def test_a_browser_is_led_to_the_page_of_a_thing(client: TestClient) -> None:
    leader = client.get("/api/leaders").json()["items"][0]["person_id"]
    got = client.get(f"/id/person/{leader}", headers={"Accept": "text/html,*/*;q=0.8"}, follow_redirects=False)
    assert (got.status_code, got.headers["location"]) == (303, f"/leaders/{leader}")
    assert "Accept" in got.headers["vary"].split(", ")


@pytest.mark.parametrize("address", ["/id/task/nothing", "/id/boss/1", "/id/task/%00", "/id/Task/1"])
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "a/x"),
        ("*/*", "a/x"),
        ("b/*", "b/y"),
        ("a/x;q=0.1, b/y", "b/y"),
        ("a/x;q=0, */*;q=0.1", "b/y"),
        ("A/X", "a/x"),
        ("c/z", None),
        ("a/x;q=much", None),
        (",;,", None),
    ],
)
def test_the_form_is_the_one_rated_highest(accept: str, form: str | None) -> None:
    assert chosen(accept, ("a/x", "b/y")) == form


def test_an_office_s_template_is_taken_as_it_is_now_and_a_bad_one_is_told(
    asking: Callable[..., TestClient], tmp_path: Path
) -> None:
    own = tmp_path / "own.docx"
    client = asking(word_template=own)
    assert client.get("/api/export.docx").status_code == 422
    assert "own.docx" in client.get("/tasks.docx", headers={"Accept": "text/html"}).text
    own.write_bytes(house_template("zh"))
    first = client.get("/api/export.docx")
    document = Document(io.BytesIO(house_template("zh")))
    document.paragraphs[0].text = "县督查室"
    document.save(str(own))
    for address in ("/api/export.docx", "/tasks.docx"):
        again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert Document(io.BytesIO(again.content)).paragraphs[0].text == "县督查室"
    own.write_bytes(b"no Word")
    assert client.get("/api/export.docx").status_code == 422
