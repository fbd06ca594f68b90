"""What holds of any history of places, told in any order and in any number of papers."""

from collections import defaultdict
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions
from graph.derive.build import build
from graph.derive.corpus import corpus_of
from graph.facts import Facts
from graph.places.sequence import surely_before
from graph.refresh.delta import Delta
from graph.refresh.refresh import refresh
from graph.statements import ChangeStatement
from graph.stores.read_back import read_all
from tests.effort import examples
from tests.graph.one_store import one_store
from tests.graph.places.histories import papers, told

Told = list[tuple[str, ChangeStatement]]
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def lineage(facts: Facts) -> list[tuple[object, ...]]:
    """The places, the changes and what joins them, without the papers that tell of them."""
    nodes = [(node.label, node.id) for node in facts.nodes if node.label in {"Place", "ChangeEvent"}]
    kinds = {"CHANGED_BY", "RESULTED_IN", "PART_OF"}
    edges = [
        (edge.type, edge.start, edge.end, edge.properties.get("role"), edge.properties.get("share"))
        for edge in facts.edges
        if edge.type in kinds
    ]
    return sorted([*nodes, *edges], key=repr)


@settings(slow, max_examples=examples(60))
@given(st.one_of(told(), told(most=25, villages=24)), st.data())
def test_the_order_and_the_number_of_papers_change_nothing(said: Told, data: st.DataObject) -> None:
    apart = data.draw(st.lists(st.integers(0, 3), min_size=len(said), max_size=len(said)))
    mixed = data.draw(st.permutations(range(len(said))))
    one = build(papers(said, [0] * len(said)))
    other = build(papers([said[number] for number in mixed], [apart[number] for number in mixed]))
    assert lineage(one) == lineage(other)


@settings(slow, max_examples=examples(15))
@given(told(most=6), st.data())
def test_papers_that_come_and_go_one_by_one_leave_what_one_build_gives(said: Told, data: st.DataObject) -> None:
    apart = data.draw(st.lists(st.integers(0, 2), min_size=len(said), max_size=len(said)))
    files = data.draw(st.permutations(papers(said, apart)))
    with one_store() as store:
        for number, file in enumerate(files, 1):
            refresh(store, Delta(read=(file,)))
            assert read_all(store) == build(files[:number])
        for number, file in enumerate(files, 1):
            refresh(store, Delta(gone=frozenset({(file.sha256, file.path)})))
            assert read_all(store) == build(files[number:])


@slow
@given(told())
def test_periods_of_a_lasting_place_follow_one_another(said: Told) -> None:
    place_periods = corpus_of(papers(said, [0] * len(said)), Decisions()).place_periods
    lasting: defaultdict[str, list[str]] = defaultdict(list)
    for period in place_periods:
        lasting[period.lasting_id].append(period.id)
    for identity in lasting:
        line = place_periods.line(identity)
        assert [period.since is None for period in line[1:]] == [False] * (len(line) - 1), "two beginnings"
        for before, after in pairwise(line):
            assert before.until is not None, f"{before.name} goes on beside {after.name}"
            assert after.since is not None
            assert not surely_before(after.since.dates, before.until.dates)


@slow
@given(told())
def test_no_place_comes_out_of_itself(said: Told) -> None:
    later: defaultdict[str, set[str]] = defaultdict(set)
    for event in corpus_of(papers(said, [0] * len(said)), Decisions()).events:
        for period, _, _ in event.before:
            later[period] |= {after for after, role in event.after if role != "receives"}
    for start in list(later):
        pending, seen = [start], set[str]()
        while pending:
            new = later.get(pending.pop(), set()) - seen
            assert start not in new
            seen |= new
            pending += new
