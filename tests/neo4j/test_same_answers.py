"""Every question has the same answer on both engines, to the type of each value."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from api.ingest.loading.load import load
from graph.derive.build import build
from graph.derive.ledger import union
from graph.facts import Facts, Value
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from queries.ask import ask_any
from queries.audit import audit
from queries.catalogue import catalogue
from queries.header import KINDS, Param
from queries.lineage import lineage
from queries.workload import workload
from tests.graph.saying import document, merger
from tests.neo4j.fixtures import run
from tests.neo4j.pairs import Pair, pair
from tests.queries.town import SHEET, town

GIVEN: dict[str, str] = {
    "leader": "MATCH (n:Person) RETURN n.id AS value ORDER BY value",
    "unit": "MATCH (n:Unit) RETURN n.id AS value ORDER BY value",
    "place": "MATCH (:Task)-[:CONCERNS]->(n:Place) RETURN DISTINCT n.id AS value ORDER BY value",
    "within": "MATCH (n:Place) WHERE n.level IN ['town', 'county'] RETURN n.id AS value ORDER BY value",
    "plan": "MATCH (n:Plan) RETURN n.id AS value ORDER BY value",
    "places": "MATCH (n:Place) RETURN n.id AS value ORDER BY value",
    "passages": "MATCH (n:Passage) RETURN n.id AS value ORDER BY value",
    "named": "MATCH (n:Unit|Person|Place|Plan) RETURN coalesce(n.name, n.title) AS value ORDER BY value",
    "normal": "MATCH (n:Unit|Person|Place) RETURN n.name AS value ORDER BY value",
    "ids": "MATCH (n:Unit|Person|Place|Plan|Document) RETURN n.id AS value ORDER BY value",
    "paper": "MATCH (n:Document) RETURN n.id AS value ORDER BY value",
    "documents": "MATCH (n:Document) RETURN n.id AS value ORDER BY value",
    "scheme": "MATCH (n:Place) WHERE n.scheme <> '' RETURN DISTINCT n.scheme AS value ORDER BY value",
    "code": "MATCH (n:Place) WHERE n.code <> '' RETURN DISTINCT n.code AS value ORDER BY value",
    "tasks": "MATCH (n:Task) RETURN n.id AS value ORDER BY value",
    "changes": "MATCH (n:ChangeEvent) RETURN n.id AS value ORDER BY value",
}
"""Where values for parameters come from, by the parameter's name."""

CHOSEN: dict[str, tuple[Value, ...]] = {
    "text": ("社", "SHE", "村", ".txt", "资产", "没有", "组建镇应急队的任务"),
    "lead": (True, False),
    "replaced": (True, False),
    "as_of": ("2021-09-01", "2020-12-31"),
    "limit": (1, 50),
    "reach": (20, 2000),
    "first": ("2000-12-31", "2020-05-15"),
    "last": ("2021-12-31",),
    "on_day": ("2020-05-15", "2021-12-31"),
    "due_after": ("2021-04-01",),
    "due_before": ("2021-12-31",),
    "readers": ("those of another version",),
    "open_on": ("2021-08-01", "2021-10-01"),
}
SEVERAL = 2
"""Values tried of each parameter."""
GRAPHS = ("town", "examples")
"""A small graph made by hand, one of its papers without a place, and that of the example documents with two papers that
date a change otherwise and a register.
"""
REGISTER = """date,old_id,old_name,new_id,new_name,kind
2006-01-01,101,甲村,103,丙村,merge
2006-01-01,102,乙村,103,丙村,merge
2012-01-01,103,丙村,101,甲村,restore
2012-01-01,103,丙村,102,乙村,restore
"""


@pytest.fixture(scope="module")
def graphs(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Facts]:
    """The graphs that are asked, by name."""
    register = tmp_path_factory.mktemp("register") / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    papers = corrected(facts_of(*sorted((root / "examples").glob("*.txt"))))
    return dict(zip(GRAPHS, (unplaced(town()), union([papers, disputed(), facts_of(register)])), strict=True))


@pytest.fixture(scope="module", params=GRAPHS)
def same(request: pytest.FixtureRequest, neo4j_server: str, graphs: dict[str, Facts]) -> Iterator[Pair]:
    """The same graph on both engines."""
    open_store(neo4j_server).close()
    run(neo4j_server, "MATCH (n) DETACH DELETE n")
    with pair(neo4j_server) as stores:
        for store in stores.both:
            store.replace(Facts(), graphs[request.param])
        yield stores


@pytest.fixture(scope="module")
def embedded(graphs: dict[str, Facts]) -> Iterator[tuple[Store, ...]]:
    """Each graph on the embedded engine."""
    with ExitStack() as stack:
        stores = [stack.enter_context(closing(open_store(":memory:"))) for _ in graphs]
        for store, facts in zip(stores, graphs.values(), strict=True):
            store.replace(Facts(), facts)
        yield tuple(stores)


def unplaced(facts: Facts) -> Facts:
    """The same without the place of the paper that sets one task."""
    place = ("LOCATED_IN", SHEET.label, SHEET.id)
    return replace(facts, edges=tuple(edge for edge in facts.edges if edge.key[:3] != place))


def corrected(facts: Facts) -> Facts:
    """The same with a correction on its first passage."""
    first = next(place for place, node in enumerate(facts.nodes) if node.label == "Passage")
    nodes = list(facts.nodes)
    nodes[first] = replace(nodes[first], properties={**nodes[first].properties, "corrections": ("a correction",)})
    return replace(facts, nodes=tuple(nodes))


def disputed() -> Facts:
    """Two papers of a town that date a merger otherwise, and one that proposed another."""
    said = merger(3, "甲村 乙村", "丙村")
    older = replace(said, on="2019-12", earliest="2019-12-01", latest="2019-12-31")
    later = replace(said, on="2020-05", earliest="2020-05-01", latest="2020-05-31")
    proposed = replace(merger(5, "乙村 丁村", "戊村", on="2018-01-01"), status="proposed")
    papers = {"2018-03-01": proposed, "2020-01-05": older, "2021-03-01": later}
    return build(
        document(
            one, name=f"{day}.txt", jurisdiction="东河县/青石镇", issued_on=day, title=day, issuer="青石镇人民政府"
        )
        for day, one in papers.items()
    )


def facts_of(*paths: Path) -> Facts:
    """What files become."""
    with closing(open_store(":memory:")) as store:
        load(store, paths, scheme="NBS")
        return read_all(store)


def values(store: Store, param: Param) -> list[Value]:
    """Some values for a parameter, spread over those there are."""
    if param.choices:
        return list(param.choices)
    if param.name in CHOSEN:
        return list(CHOSEN[param.name])
    kinds = {"leaders": "leader", "units": "unit", "places": "places", "plans": "plan"}
    source = kinds[param.type] if param.name == "named" and param.type in kinds else param.name
    found = [row["value"] for row in store.read(GIVEN[source])]
    if param.type == "list[str]" or param.name == "places":
        return [tuple(map(str, found)), tuple(map(str, found[:1])), ()]
    some = found[:: max(1, len(found) // SEVERAL)][:SEVERAL]
    return [(str(value),) for value in some] if param.type in KINDS else some


def askings(store: Store, params: tuple[Param, ...]) -> Iterator[dict[str, Value]]:
    """What is required in some values; what may be left out, one at a time in one value.

    A server plans a query anew for words of another length, which takes it longer than all else here.
    """
    required = [param for param in params if param.default is None]
    for number, chosen in enumerate(product(*(values(store, param) for param in required))):
        asked = dict(zip((param.name for param in required), chosen, strict=True))
        yield asked
        for param in params if number == 0 else ():
            if param.default is not None:
                yield from (asked | {param.name: value} for value in values(store, param)[:1])


@pytest.mark.parametrize("name", catalogue())
def test_every_query_of_the_catalogue_gives_the_same_rows(same: Pair, name: str) -> None:
    for params in askings(same.embedded, catalogue()[name].params):
        embedded, server = (ask_any(store, name, params) for store in same.both)
        assert repr(embedded) == repr(server), params


@pytest.mark.parametrize("name", catalogue())
def test_every_query_of_the_catalogue_has_rows_in_one_of_the_graphs(embedded: tuple[Store, ...], name: str) -> None:
    asked = ((store, params) for store in embedded for params in askings(store, catalogue()[name].params))
    assert any(ask_any(store, name, params) for store, params in asked)


@pytest.mark.parametrize("by", ["unit", "leader"])
def test_loads_and_verdicts_are_the_same(same: Pair, by: str) -> None:
    for period in ("", "2021-06"):
        embedded, server = (workload(s, by=by, period=period) for s in same.both)  # type: ignore[arg-type]
        assert repr(embedded) == repr(server)


def test_every_lineage_is_the_same(same: Pair) -> None:
    for place in values(same.embedded, Param("place", "str", None, (), "")):
        embedded, server = (lineage(s, (str(place),), as_of="2021-01-01", parts=True) for s in same.both)
        assert embedded
        assert repr(embedded) == repr(server)


def test_audits_are_the_same(same: Pair) -> None:
    embedded, server = (audit(store) for store in same.both)
    assert embedded
    assert repr(embedded) == repr(server)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Unit) RETURN n ORDER BY n.id",
        "MATCH (n:Place {name: '福荣村'})<-[r:RESULTED_IN]-(e:ChangeEvent) RETURN r, e ORDER BY e.id",
        "RETURN date('2021-08-19') AS day, [date('2021-08-19')] AS days, {day: date('2021-08-19')} AS map",
        "RETURN 1 AS whole, 1.5 AS part, true AS truth, null AS nothing, ['a', 'b'] AS list",
        "OPTIONAL MATCH (n:Task {id: 'none'}) RETURN n.due_dates AS list, n.title AS text, n AS node",
    ],
)
def test_values_of_free_queries_come_in_one_shape(same: Pair, text: str) -> None:
    embedded, server = (store.read(text) for store in same.both)
    assert repr(embedded) == repr(server)
