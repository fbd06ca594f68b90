"""A published site: a page and data for each thing, every link leads somewhere, the same bytes on every run."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import DCAT, DCTERMS, Graph, URIRef
from rdflib import Literal as Words

from api.publishing.about import About
from api.publishing.site import LISTED, Site
from api.publishing.things import KINDS
from graph.derive.build import build
from graph.exports.rdf import to_text
from graph.facts import Facts
from loaders.extract import extract
from tests.api.cli.test_versions import OTHER
from tests.api.papers import NOTICE, write
from tests.graph.examples import edge, everything, facts, node

BASE = "https://data.example.cn/"
ABOUT = About("甲镇数据", "https://creativecommons.org/licenses/by/4.0/", "甲镇人民政府", "2026-11-30T08:00:00+08:00")


class _Page(HTMLParser):
    """The links of a page, its ids, its words, and whether it loads anything."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.links += [link for name in ("href", "src", "action") if (link := known.get(name))]
        self.ids += [name for name in (known.get("id"),) if name]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def made(known: Facts, lang: Literal["zh", "en"] = "zh", about: About = ABOUT) -> dict[str, bytes]:
    files = list(Site(known, (), lang, about, BASE).files())
    found = {one.path: one.make() for one in files}
    assert len(found) == len(files)
    return found


@pytest.fixture(scope="module")
def examples(root: Path) -> Facts:
    return build([extract(path) for path in sorted((root / "examples").glob("*.txt"))])


@pytest.fixture(scope="module")
def site(examples: Facts) -> dict[str, bytes]:
    return made(examples)


def pages(site: dict[str, bytes]) -> Iterator[tuple[str, _Page]]:
    for path, content in site.items():
        if path.endswith(".html"):
            yield path, _Page(content.decode())


@pytest.mark.parametrize("known", ["examples", "everything"])
def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(known: str, examples: Facts) -> None:
    site = made(examples if known == "examples" else everything())
    parsed = dict(pages(site))
    for path, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert link == ABOUT.licence
                continue
            target = normpath(str(PurePosixPath(path).parent / unquote(parts.path))) if parts.path else path
            assert target in site, (path, link)
            if parts.fragment:
                assert unquote(parts.fragment) in parsed[target].ids, (path, link)


def test_every_thing_has_a_page_and_its_data(site: dict[str, bytes], examples: Facts) -> None:
    things = [one for one in examples.nodes if one.label in KINDS]
    assert len(things) > 50
    for one in things:
        stem = f"id/{one.label.lower()}/{one.id}"
        assert f"{stem}.html" in site
        subject = URIRef(f"{BASE}id/{one.label.lower()}/{one.id}")
        for ending, form in (("ttl", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)):
            assert any(quad.subject.value == str(subject) for quad in parse(site[f"{stem}.{ending}"], format=form))


def test_the_data_of_each_thing_are_part_of_the_dump(site: dict[str, bytes]) -> None:
    whole = {one.triple for one in parse(site["data/plangraph.trig"], format=RdfFormat.TRIG)}
    forms = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
    data = [path for path in site if path.startswith("id/") and path.rpartition(".")[2] in forms]
    assert len(data) > 100
    for path in data:
        said = {one.triple for one in parse(site[path], format=forms[path.rpartition(".")[2]])}
        assert not said - whole, path


def test_a_task_leads_to_its_passage_and_that_to_the_words_of_the_paper(
    site: dict[str, bytes], examples: Facts
) -> None:
    task = next(one for one in examples.nodes if one.properties.get("title") == "组建镇应急队")
    page = _Page(site[f"id/task/{task.id}.html"].decode())
    link = next(one for one in page.links if "#p-" in one)
    path, _, anchor = normpath(f"id/task/{link}").partition("#")
    words = site[path].decode().partition(f'id="{anchor}"')[2].partition("</blockquote>")[0]
    assert "应急队" in words
    assert re.search(r"第\d+行", words)


def test_what_a_document_says_is_never_taken_for_html() -> None:
    words = '<script>alert("1")</script>&'
    task = node("Task", "t", title=words, content=words)
    site = made(facts(task))
    for path in ("id/task/t.html", "lists/task.html", "search.html"):
        assert b"<script>alert" not in site[path]
    assert (
        json.loads(site["static/index.js"].decode().removeprefix("const PLANGRAPH = ").rstrip().rstrip(";"))[0][0]
        == words
    )


def test_the_dumps_are_the_graph(site: dict[str, bytes], examples: Facts) -> None:
    assert site["data/plangraph.trig"].decode() == to_text(examples, "trig", BASE)
    rows = list(csv.reader(io.StringIO(site["data/task.csv"].decode("utf-8-sig"))))
    tasks = {one.id for one in examples.nodes if one.label == "Task"}
    assert {row[0] for row in rows[1:]} == tasks
    assert "牵头单位" in rows[0]


def test_the_data_set_is_described(site: dict[str, bytes]) -> None:
    told = Graph().parse(data=site["dataset.ttl"], format="turtle")
    one = URIRef(f"{BASE}id/dataset/graph")
    assert (one, DCTERMS.license, URIRef(ABOUT.licence)) in told
    assert (one, DCTERMS.title, Words("甲镇数据", lang="zh")) in told
    assert str(told.value(one, DCTERMS.modified)) == "2026-11-30T08:00:00+08:00"
    paths = set()
    for distribution in told.objects(one, DCAT.distribution):
        path = str(told.value(distribution, DCAT.downloadURL)).removeprefix(BASE)
        assert int(str(told.value(distribution, DCAT.byteSize))) == len(site[path])
        assert told.value(distribution, DCAT.mediaType)
        paths.add(path)
    assert paths == {path for path in site if path.startswith("data/")}


def test_no_page_loads_anything_from_elsewhere(site: dict[str, bytes]) -> None:
    for path, content in site.items():
        if path.endswith((".html", ".css", ".js")):
            assert not re.search(rb'(?:src=|url\(|@import|fetch\()\s*["\']?https?:', content), path


def test_two_runs_give_the_same_bytes_and_another_language_other_words(examples: Facts, site: dict[str, bytes]) -> None:
    again = Facts(examples.nodes[::-1], examples.edges[::-1])
    assert made(again) == site
    english = made(examples, "en")
    assert english.keys() == site.keys()
    assert b'lang="en"' in english["index.html"]
    assert "Tasks" in english["index.html"].decode()
    assert {path for path in site if path.endswith(".ttl") and site[path] != english[path]} == {"dataset.ttl"}


def test_a_long_list_has_pages() -> None:
    site = made(facts(*(node("Unit", f"u{number:04d}", name=f"甲{number}办") for number in range(LISTED + 1))))
    assert site["lists/unit.html"].count(b"id/unit/") == LISTED
    assert site["lists/unit-2.html"].count(b"id/unit/") == 1


def test_what_was_replaced_is_counted_apart_listed_last_and_says_so(tmp_path: Path) -> None:
    known = build([extract(write(tmp_path, name, text)) for name, text in (("新.txt", OTHER), ("旧.txt", NOTICE))])
    site = made(known)
    pages_of = {path: content.decode() for path, content in site.items() if path.endswith((".html", ".js"))}
    gone = {one.id for one in known.nodes if one.label == "Task" and one.properties["replaced"]}
    assert len(gone) == 2
    listed = re.findall(r"id/task/(\w+)\.html", pages_of["lists/task.html"])
    assert set(listed[-2:]) == gone
    assert "2 条（另有 2 条已被代替，列在最后）" in pages_of["lists/task.html"]
    assert "<b>2</b>任务" in pages_of["index.html"]
    for one in listed:
        assert ("已被代替，不再有效" in pages_of[f"id/task/{one}.html"]) is (one in gone)
    assert pages_of["static/index.js"].count("任务（已被代替）") == 2


def test_periods_of_one_name_are_told_apart_by_their_days_and_places_by_the_one_above() -> None:
    days = {"p1": ("", "2020-05-10"), "p2": ("2020-05-10", ""), "p3": ("", "")}
    places = [
        node("Place", one, name="石盘村" if one != "p3" else "柳湾村", level="village", valid_from=first, valid_to=last)
        for one, (first, last) in days.items()
    ]
    town = node("Place", "t", name="青溪镇", level="town")
    listed = made(facts(*places, town, *(edge("PART_OF", one, town) for one in places)))["lists/place.html"].decode()
    told = [" ".join(re.sub("<[^>]+>", " ", line).split()) for line in re.findall("<li>(.*id/place.*)</li>", listed)]
    assert told == [
        "柳湾村 村 · 青溪镇",
        "石盘村（2020年5月10日前） 村 · 青溪镇",
        "石盘村（2020年5月10日后） 村 · 青溪镇",
        "青溪镇 乡镇",
    ]
