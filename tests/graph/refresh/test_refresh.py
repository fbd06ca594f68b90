"""Any order of loading and unloading leaves what a fresh build of the files at hand gives, to the byte."""

from contextlib import closing
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions, Verdict, decision
from graph.derive.build import build
from graph.errors import UsageError
from graph.exports.rdf import to_turtle
from graph.facts import Facts
from graph.refresh.delta import Copy, Delta
from graph.refresh.refresh import documents_in, rebuild, refresh
from graph.statements import PlanDocument
from graph.stores.decisions import stored_decisions
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from graph.words.names import name_form
from tests.effort import examples
from tests.graph.invented import NUMBERS, UNITS, coming, papers
from tests.graph.saying import change, document, merger, row, seat

NONE = Decisions()


@settings(max_examples=examples(25), deadline=None)
@given(papers(), st.data())
def test_any_order_of_loading_unloading_deciding_and_reading_again_equals_a_fresh_build(
    files: list[PlanDocument], data: st.DataObject
) -> None:
    by_hash = {file.sha256: file for file in files}
    copies = [(file.sha256, path) for file in files for path in (file.path, f"又/{file.path}")]
    held: set[Copy] = set()
    decisions = NONE
    with closing(open_store(":memory:")) as store:
        for step in data.draw(st.lists(st.sampled_from(["load", "load", "decide", "read again"]), max_size=5)):
            if step == "load":
                wanted = data.draw(st.sets(st.sampled_from(copies)))
                refresh(store, coming(wanted, held, by_hash))
                held = wanted
            elif step == "decide":
                decisions = data.draw(decided(decisions, sorted(by_hash)))
                rebuild(store, decisions)
            elif held:
                sha256 = data.draw(st.sampled_from(sorted({sha256 for sha256, _ in held})))
                by_hash[sha256] = replace(by_hash[sha256], read_by="others", tasks=by_hash[sha256].tasks[1:])
                at = {copy for copy in held if copy[0] == sha256}
                again = tuple(replace(by_hash[sha256], path=path) for _, path in sorted(at))
                refresh(store, Delta(read=again, gone=frozenset(at)))
            fresh = build((replace(by_hash[sha256], path=path) for sha256, path in sorted(held)), decisions)
            assert to_turtle(read_all(store)) == to_turtle(fresh)
            assert read_all(store) == fresh
            assert stored_decisions(store) == decisions


@st.composite
def decided(draw: st.DrawFn, before: Decisions, files: list[str]) -> Decisions:
    """The decisions with one more on names, files (by hash) or numbers of invented papers, or without one."""
    undone = draw(st.booleans())
    if before.all and undone:
        return before.without(draw(st.sampled_from(before.all)))
    verdict: Verdict = draw(st.sampled_from(("same", "different")))
    one, other = draw(st.lists(st.sampled_from(UNITS), min_size=2, max_size=2, unique_by=name_form))
    made = decision(verdict, "unit", draw(st.sampled_from(["大英县/蓬莱镇", "大英县"])), one, other)
    if draw(st.booleans()):
        made = decision(verdict, "place", "", "蓬莱镇", "大英县/蓬莱镇")
    if len(files) > 1 and draw(st.booleans()):
        made = decision("stands", "edition", "", *draw(st.permutations(files))[:2])
    if draw(st.booleans()):
        which: Verdict = draw(st.sampled_from(("stands", "different")))
        made = decision(which, "paper", "", *draw(st.permutations(NUMBERS)))
    try:
        return before.with_(made)
    except UsageError:
        return before


def test_unloading_everything_leaves_an_empty_graph() -> None:
    paper = document(row(10, "盘活资产", lead_units=("社事办",)))
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(paper,)))
        refresh(store, Delta(gone=frozenset({(paper.sha256, paper.path)})))
        assert read_all(store) == Facts()


def test_the_files_come_back_from_the_store_as_they_were_read() -> None:
    papers = [
        document(row(10, "盘活资产"), seat(70, "李刚", "组长"), name="一.txt"),
        document(merger(40, "福寿村 忠荣村", "福荣村"), name="二.txt", issued_on=""),
    ]
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=tuple(papers)))
        assert sorted(documents_in(read_all(store)), key=lambda one: one.path) == papers


def test_a_load_into_one_county_leaves_the_facts_of_another_alone() -> None:
    here = document(row(10, "盘活资产"), name="一.txt", jurisdiction="大英县/蓬莱镇")
    there = document(row(10, "清产核资"), name="二.txt", jurisdiction="安岳县/通贤镇", issuer="通贤镇人民政府")
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(here,)))
        built = refresh(store, Delta(read=(there,)))
        assert {n.properties["title"] for n in built.nodes if n.label == "Task"} == {"清产核资"}


def titles(built: Facts) -> set[object]:
    return {node.properties["title"] for node in built.nodes if node.label == "Task"}


def test_a_load_into_one_town_leaves_the_facts_of_other_towns_of_its_county_alone() -> None:
    one = document(row(10, "盘活资产"), name="一.txt")
    two = document(row(10, "清产核资"), name="二.txt", jurisdiction="大英县/金元镇", issuer="金元镇人民政府")
    county = document(row(10, "整合便民服务"), name="县.txt", jurisdiction="大英县", issuer="大英县人民政府")
    with closing(open_store(":memory:")) as store:
        for paper, built in ((one, {"盘活资产"}), (two, {"清产核资"}), (county, {"整合便民服务"})):
            assert titles(refresh(store, Delta(read=(paper,)))) == built
        refresh(store, Delta(gone=frozenset({(two.sha256, two.path)})))
        assert read_all(store) == build([one, county])


def test_a_change_of_places_reaches_the_papers_of_other_scopes_that_name_them() -> None:
    paper = document(row(10, "盘活资产", places=("金元镇",)), name="一.txt")
    other = document(row(10, "清产核资"), name="二.txt", issuer="通贤镇人民政府", jurisdiction="安岳县/通贤镇")
    county = document(
        change(40, "金元镇:continues", "金源镇:continues"),
        name="县.txt",
        jurisdiction="大英县",
        issuer="大英县人民政府",
        issued_on="2020-01-01",
    )
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(paper, other)))
        assert titles(refresh(store, Delta(read=(county,)))) == {"盘活资产"}
        assert read_all(store) == build([paper, other, county])


def test_a_place_stays_while_a_paper_of_another_scope_names_it() -> None:
    paper = document(row(10, "盘活资产", places=("福寿村",)), name="一.txt")
    village = document(row(10, "清产核资"), name="二.txt", issuer="福寿村", jurisdiction="大英县/蓬莱镇/福寿村")
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(paper, village)))
        refresh(store, Delta(gone=frozenset({(paper.sha256, paper.path)})))
        assert read_all(store) == build([village])
        refresh(store, Delta(gone=frozenset({(village.sha256, village.path)})))
        assert read_all(store) == Facts()


def test_a_decision_holds_after_a_rebuild_and_is_taken_back_by_another() -> None:
    paper = document(row(10, "盘活资产", lead_units=("农业服务中心",)), row(11, "清产核资", lead_units=("农服中心",)))
    same = NONE.with_(decision("same", "unit", "大英县/蓬莱镇", "农业服务中心", "农服中心"))
    with closing(open_store(":memory:")) as store:
        before = refresh(store, Delta(read=(paper,)))
        assert rebuild(store, same) == build([paper], same) != before
        rebuild(store, NONE)
        assert read_all(store) == before
