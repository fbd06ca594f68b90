"""Places of marks in a network."""

from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from viz.layout.layout import MOST, Point, Room, apart, beside, shelve, spread, text_width

ROOMS = st.builds(Room, st.floats(5, 90), st.floats(5, 50), st.floats(5, 70))
POINTS = st.tuples(st.floats(-300, 300), st.floats(-300, 300))


def overlaps(places: dict[str, Point], rooms: dict[str, Room]) -> list[tuple[str, str]]:
    def upon(one: str, other: str) -> bool:
        (x, y), (u, v) = places[one], places[other]
        a, b = rooms[one], rooms[other]
        beside = abs(x - u) < a.half + b.half
        return beside and y - a.above < v + b.below and v - b.above < y + a.below

    return [pair for pair in combinations(places, 2) if upon(*pair)]


@given(st.lists(st.tuples(POINTS, ROOMS), max_size=14))
def test_whatever_lies_upon_one_another_is_moved_apart(found: list[tuple[Point, Room]]) -> None:
    places = {str(number): point for number, (point, _) in enumerate(found)}
    rooms = {str(number): room for number, (_, room) in enumerate(found)}
    assert overlaps(apart(places, rooms), rooms) == []


@given(st.lists(ROOMS, max_size=30))
def test_rows_below_the_network_do_not_overlap(found: list[Room]) -> None:
    rooms = {str(number): room for number, room in enumerate(found)}
    places = shelve(rooms, rooms, 600.0, 100.0)
    assert list(places) == list(rooms)
    assert overlaps(places, rooms) == []


@given(st.lists(st.lists(ROOMS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_groups_set_side_by_side_do_not_overlap_and_keep_their_shape(found: list[list[Room]]) -> None:
    rooms = {f"{group} {number}": room for group, each in enumerate(found) for number, room in enumerate(each)}
    groups = [
        shelve([f"{group} {number}" for number in range(len(each))], rooms, 300.0, 0.0)
        for group, each in enumerate(found)
    ]
    places = beside(groups, rooms)
    assert overlaps(places, rooms) == []
    for group in groups:
        shifts = {(round(places[node][0] - x, 6), round(places[node][1] - y, 6)) for node, (x, y) in group.items()}
        assert len(shifts) == 1


def test_a_network_larger_than_springs_hold_does_not_overlap_either() -> None:
    graph: nx.Graph[str] = nx.Graph((f"p{n % 60}", f"u{n}") for n in range(MOST))
    rooms = {node: Room(30 + len(node) * 5, 10, 30) for node in graph}
    places = spread(graph, rooms)
    assert set(places) == set(graph)
    assert overlaps(places, rooms) == []


def test_what_is_clear_stays_where_it_is() -> None:
    places = {"a": (0.0, 0.0), "b": (200.0, 0.0)}
    rooms = dict.fromkeys(places, Room(50, 10, 10))
    assert apart(places, rooms) == places


def test_the_same_network_is_placed_alike_on_every_run() -> None:
    graph: nx.Graph[str] = nx.Graph(
        [("冉泰休", "社事办"), ("冉泰休", "司法所"), ("李刚", "财政办"), ("李刚", "司法所")]
    )
    rooms = dict.fromkeys(graph, Room(40, 20, 40))
    assert spread(graph, rooms) == spread(graph, rooms)
    assert spread(nx.Graph(), {}) == {}


def test_a_wide_character_counts_as_one_em() -> None:
    assert text_width("社事办", 16) == 48
    assert text_width("24.5", 10) == 24
