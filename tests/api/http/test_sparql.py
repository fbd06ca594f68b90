"""SPARQL: the questions of docs/rdf.md have the answers of the catalogue; nothing is written or asked elsewhere."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import Store as Index
from starlette.testclient import TestClient

from api.ask import free_question
from api.ask.questions import Asker
from api.http.routes import sparql as service
from graph.errors import UsageError
from graph.exports.rdf.sparql import ask_sparql, index, rows_of
from graph.facts import Facts, Node
from graph.stores.open import DEFAULT_STORE, open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from queries.ask import ask
from queries.rows import ChangeRow
from tests.api.conftest import Program
from tests.graph.exports.rdf.corrected import SAID, as_corrected
from tests.graph.exports.rdf.test_forms import stated

Row = dict[str, str]
Expected = Callable[[Asker], list[tuple[object, ...]]]
PAGE = Path(__file__).resolve().parents[3] / "docs" / "rdf.md"
QUESTIONS = dict(re.findall(r"### (.*?)\n\n```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))


@pytest.fixture(scope="module")
def store(example_store: Path) -> Iterator[Store]:
    with closing(open_store(str(example_store / DEFAULT_STORE), read_only=True)) as opened:
        yield opened


@pytest.fixture(scope="module")
def graph(store: Store) -> Index:
    return index(read_all(store))


def _sources(asker: Asker) -> list[tuple[object, ...]]:
    pairs = {
        (row["title"], *source.rsplit(":", 1)) for row in asker.tasks(leader="冉泰休") for source in row["sources"]
    }
    return [(title, file, line) for title, file, line in sorted(pairs, key=lambda one: (one[1], int(one[2])))]


def _led(asker: Asker) -> list[tuple[object, ...]]:
    return sorted((row["title"],) for row in asker.tasks(unit="社事办") if "社事办" in row["lead_units"])


def _lineage(asker: Asker, place: str, direction: str) -> list[tuple[object, ...]]:
    rows = asker.lineage(place, as_of="", window=("", ""), way="both", parts=False)
    return sorted({(row["name"],) for row in rows if row["direction"] == direction})


def _mergers(asker: Asker) -> list[tuple[object, ...]]:
    rows = [row for row in ask(asker.graph, "changes/list") if row["kind"] == "merge"]
    return sorted((frozenset(row["before"]), row["after"][0]) for row in rows)


def _numbers(asker: Asker) -> list[tuple[object, ...]]:
    return sorted({(row["number"],) for row in ask(asker.graph, "changes/list") if "福荣村" in row["after"]})


def _in_december(asker: Asker) -> list[tuple[object, ...]]:
    return sorted((row["title"],) for row in asker.tasks() if row["due"].startswith("2021-12"))


def _unled(asker: Asker) -> list[tuple[object, ...]]:
    return sorted((row["title"],) for row in asker.tasks() if not row["lead_units"])


def _leading(asker: Asker) -> list[tuple[object, ...]]:
    rows = [row for row in ask(asker.graph, "units/list") if row["leads"]]
    return sorted((row["name"], str(row["leads"])) for row in rows)


def _heavy(asker: Asker) -> list[tuple[object, ...]]:
    rows = [row for row in ask(asker.graph, "units/list") if row["kind"] == "body"]
    loads = {row["unit_id"]: row["leads"] + row["responsible"] / 2 + row["supports"] / 4 for row in rows}
    usual = sum(filter(None, loads.values())) / sum(1 for load in loads.values() if load)
    return sorted((row["name"], f"{loads[row['unit_id']]:g}") for row in rows if loads[row["unit_id"]] > 2 * usual)


def _of_ended(asker: Asker) -> list[tuple[object, ...]]:
    ended = {one for row in ask(asker.graph, "changes/list") for one in _ends(row)}
    return sorted(
        {
            (task["title"], place["name"])
            for place in ask(asker.graph, "places/list")
            if place["place_id"] in ended
            for task in ask(asker.graph, "tasks/by_place", place=(place["place_id"],))
        }
    )


def _ends(row: ChangeRow) -> list[str]:
    return [one for one, role in zip(row["before_ids"], row["before_roles"], strict=True) if role == "ends"]


def _posts(asker: Asker) -> list[tuple[object, ...]]:
    rows = [row for row in ask(asker.graph, "leaders/list") if row["name"] == "张若一"]
    return sorted((post,) for row in rows for post in row["posts"])


def _conflicts(asker: Asker) -> list[tuple[object, ...]]:
    rows = ask(asker.graph, "conflicts/list")
    return sorted((row["field"], *sorted(row["values"])) for row in rows)


def _words(asker: Asker) -> list[tuple[object, ...]]:
    task = next(row for row in asker.tasks() if row["title"] == "组建镇应急队")
    return sorted((row["quote"],) for row in ask(asker.graph, "sources/of_tasks", tasks=[task["task_id"]]))


def plainly(*columns: str) -> Callable[[list[Row]], list[tuple[object, ...]]]:
    return lambda rows: sorted(tuple(row[one] for one in columns) for row in rows)


ANSWERS: dict[str, tuple[Callable[[list[Row]], list[tuple[object, ...]]], Expected]] = {
    "Which tasks does 冉泰休 answer for, and where does it say so?": (
        lambda rows: [(row["title"], row["file"], row["line"]) for row in rows],
        _sources,
    ),
    "Which tasks does 社事办 lead?": (plainly("title"), _led),
    "Which villages went into 福荣村, over any number of changes?": (
        plainly("name"),
        lambda asker: _lineage(asker, "福荣村", "before"),
    ),
    "What became of 福寿村?": (plainly("name"), lambda asker: _lineage(asker, "福寿村", "after")),
    "Which mergers are there, of what into what?": (
        lambda rows: sorted((frozenset(row["villages"].split("、")), row["after"]) for row in rows),
        _mergers,
    ),
    "Which paper decided that 福寿村 and 忠荣村 merge?": (plainly("number"), _numbers),
    "What is due in December 2021?": (plainly("title"), _in_december),
    "Which tasks have no unit that leads?": (plainly("title"), _unled),
    "Which units lead most?": (plainly("name", "leads"), _leading),
    "Who carries more than twice the usual load?": (plainly("name", "load"), _heavy),
    "Which tasks concern a village that has ended?": (plainly("title", "village"), _of_ended),
    "Which posts does 张若一 hold?": (plainly("post"), _posts),
    "What do two passages say differently?": (plainly("field", "one", "other"), _conflicts),
    "In which words does the paper say it?": (plainly("words"), _words),
}
OF_PEOPLE = "What did a person's correction change?"


def test_every_question_of_the_page_is_held() -> None:
    assert set(QUESTIONS) == {*ANSWERS, OF_PEOPLE}
    assert len(QUESTIONS) >= 12


@pytest.mark.parametrize("question", ANSWERS)
def test_the_answers_are_those_of_the_catalogue(question: str, graph: Index, store: Store) -> None:
    shaped, expected = ANSWERS[question]
    wanted = expected(Asker(store, "", "en"))
    assert shaped(list(rows_of(ask_sparql(graph, QUESTIONS[question])))) == wanted
    assert wanted


def test_every_kind_of_correction_is_found_with_what_it_changed() -> None:
    facts, records = as_corrected()
    rows = list(rows_of(ask_sparql(index(facts, records), QUESTIONS[OF_PEOPLE])))
    told = [(row["kind"], row["field"], row["value"], row["read"], row["who"], row["when"]) for row in rows]
    assert told == [
        ("task", field, value, read, "王芳", "2026-11-30T08:00:00+08:00") for field, (value, read) in SAID.items()
    ]
    assert len({row["thing"] for row in rows}) == 1


def test_a_triple_that_two_passages_state_counts_once() -> None:
    known = stated()
    other = Node("Passage", "q", {**known.nodes[0].properties, "id": "q"})
    edges = tuple(
        type(one)(one.type, one.start, one.end, {**one.properties, "sources": ("p", "q")})
        if one.type == "LEADS"
        else one
        for one in known.edges
    )
    asked = "SELECT (COUNT(*) AS ?n) WHERE { ?t wp:leadUnit ?u }"
    assert list(rows_of(ask_sparql(index(Facts((*known.nodes, other), edges)), asked))) == [{"n": "1"}]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("SELECT * WHERE { SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }", "sparql.service"),
        ("SELECT * WHERE { service silent <http://127.0.0.1/x> { ?s ?p ?o } }", "sparql.service"),
        ("SELECT * WHERE { ?a ?b 'it' . SERVICE<http://127.0.0.1/x>{?s ?p ?o} }", "sparql.service"),
        ("SELECT * WHERE { # 'quote\n SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }", "sparql.service"),
        ("SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1/x> { ?s ?p ?o } }", "sparql.service"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "sparql.only_questions"),
        ("PREFIX a: <a:>\nDELETE WHERE { ?s ?p ?o }", "sparql.only_questions"),
        ("LOAD <http://127.0.0.1/x>", "sparql.only_questions"),
        ("DROP ALL", "sparql.only_questions"),
        ("SELECT ?x WHERE {", "sparql.not_read"),
        ("", "sparql.not_read"),
    ],
)
def test_what_is_no_question_is_refused(text: str, key: str, graph: Index) -> None:
    with pytest.raises(UsageError) as refused:
        ask_sparql(graph, text)
    assert refused.value.message.key == key


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * WHERE { ?s rdfs:label "SERVICE" } LIMIT 1',
        "SELECT ?service WHERE { ?service a wp:Task } LIMIT 1",
        "# SERVICE\nASK { ?s a wp:Task }",
        "ASK { <http://x.example/SERVICE> a wp:Task }",
    ],
)
def test_the_word_in_another_place_is_no_service(text: str, graph: Index) -> None:
    assert "head" in ask_sparql(graph, text)


def test_other_forms_of_questions(graph: Index) -> None:
    assert list(rows_of(ask_sparql(graph, "ASK { ?t a wp:Task }"))) == [{"answer": "true"}]
    made = ask_sparql(graph, "CONSTRUCT { ?t a wp:Task } WHERE { ?t a wp:Task }")["triples"].splitlines()
    assert made == sorted(made)
    assert len(made) == 33
    assert set(next(rows_of({"triples": made[0] + "\n"}))) == {"subject", "predicate", "object"}


def test_the_command_answers_and_refuses(loaded: Program, home: Path) -> None:
    (home / "question.rq").write_text("SELECT (COUNT(?t) AS ?n) WHERE { ?t a wp:Task }", encoding="utf-8")
    run = loaded("sparql", "question.rq", "--json")
    assert json.loads(run.out)["results"]["bindings"][0]["n"]["value"] == "33"
    assert loaded("sparql", "DROP ALL").code == 2
    assert loaded("sparql", "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }").code == 2


def test_the_command_validates_the_store_and_a_file(loaded: Program, home: Path) -> None:
    assert loaded("validate", "--json").code == 0
    assert loaded("export", "nt", "--out", "a.nt").code == 0
    lines = (home / "a.nt").read_text(encoding="utf-8").splitlines(keepends=True)
    (home / "b.nt").write_text("".join(one for one in lines if "isStepOfPlan" not in one), encoding="utf-8")
    run = loaded("validate", "b.nt", "--json")
    assert run.code == 1
    assert {row["en"] for row in json.loads(run.out)} == {"The task is in no plan."}
    assert loaded("validate", "none.ttl").code != 0


def test_a_file_that_tells_of_nothing_of_ours_is_not_found_right(plangraph: Program, home: Path) -> None:
    (home / "foreign.nt").write_text('<https://a.example/x> <http://purl.org/dc/terms/title> "甲"@zh .\n', "utf-8")
    (home / "empty.nt").write_text("", "utf-8")
    foreign, empty = plangraph("validate", "foreign.nt"), plangraph("validate", "empty.nt")
    assert (foreign.code, empty.code) == (1, 1)
    assert "foreign.nt" in foreign.err
    assert empty.err


UNASKED = ["DROP ALL", "LOAD <http://127.0.0.1/x>", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"]


@pytest.mark.parametrize("text", UNASKED)
def test_the_command_refuses_before_it_looks_for_a_store(text: str, plangraph: Program) -> None:
    run = plangraph("sparql", text, "--store", "nothing.lbug")
    assert run.code == 2
    assert "nothing.lbug" not in run.err


@pytest.mark.parametrize("text", UNASKED)
def test_the_service_refuses_before_a_program_reads_the_store(
    text: str, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free_question, "_START", "raise SystemExit(9)")
    refused = client.get("/api/sparql", params={"query": text}).json()
    assert refused["code"] in {"sparql.service", "sparql.only_questions"}


def test_the_service_does_not_tell_of_options_of_the_command(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "SECONDS", 0.001)
    late = client.get("/api/sparql", params={"query": "ASK {}"}).json()
    monkeypatch.setattr(service, "SECONDS", 20.0)
    monkeypatch.setattr(service, "MEGABYTES", 0)
    long = client.get("/api/sparql", params={"query": "ASK {}"}).json()
    assert (late["code"], long["code"]) == ("query.over_time", "query.over_bytes")
    assert "--" not in late["detail"] + long["detail"]


def test_the_service_answers_by_the_protocol(client: TestClient) -> None:
    got = client.get("/api/sparql", params={"query": "ASK { ?t a wp:Task }"})
    assert (got.status_code, got.json()["boolean"]) == (200, True)
    assert got.headers["content-type"].startswith("application/sparql-results+json")
    made = client.get("/api/sparql", params={"query": "CONSTRUCT { ?t a wp:Task } WHERE { ?t a wp:Task }"})
    assert made.headers["content-type"].startswith("application/n-triples")
    for refused in ("DROP ALL", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SELECT"):
        assert client.get("/api/sparql", params={"query": refused}).status_code == 422
    assert client.get("/api/sparql").status_code == 422
    assert client.post("/api/sparql", content="ASK {}").status_code == 405


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("text/turtle", "text/turtle"), ("application/trig", "application/trig"), ("*/*", "text/turtle")],
)
def test_the_vocabulary_answers_in_the_form_that_is_wanted(client: TestClient, accept: str, kind: str) -> None:
    got = client.get("/ns", headers={"Accept": accept})
    assert (got.status_code, got.headers["content-type"].split(";")[0]) == (200, kind)
    assert "Accept" in got.headers["vary"].split(", ")
    assert "leadUnit" in got.text


def test_the_vocabulary_has_a_page_for_people(client: TestClient) -> None:
    led = client.get("/ns", headers={"Accept": "text/html"}, follow_redirects=False)
    assert (led.status_code, "Accept" in led.headers["vary"].split(", ")) == (303, True)
    got = client.get("/ns", headers={"Accept": "text/html"}, follow_redirects=True)
    assert got.status_code == 200
    assert 'id="leadUnit"' in got.text
    assert client.get("/ns", headers={"Accept": "image/png"}).status_code == 406
