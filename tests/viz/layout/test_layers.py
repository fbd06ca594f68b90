"""Columns of marks: near what they are joined to, none upon another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from viz.layout.layers import APART, near_wishes, stack
from viz.layout.layout import Room

HEIGHTS = st.floats(min_value=1, max_value=60)
ROOMS = st.builds(Room, half=st.just(10.0), above=HEIGHTS, below=HEIGHTS)
COLUMNS = st.lists(st.tuples(st.floats(-1000, 1000), ROOMS), min_size=1, max_size=30)


@given(COLUMNS)
def test_no_mark_of_a_column_stands_upon_another(column: list[tuple[float, Room]]) -> None:
    rooms = {f"{number:02}": room for number, (_, room) in enumerate(column)}
    places = near_wishes({f"{number:02}": wish for number, (wish, _) in enumerate(column)}, rooms)
    for one, other in pairwise(sorted(places, key=lambda mark: places[mark])):
        assert places[one] + rooms[one].below + APART <= places[other] - rooms[other].above + 1e-6


def test_marks_with_room_stand_where_they_wish() -> None:
    room = Room(10, 10, 10)
    assert near_wishes({"a": 0.0, "b": 100.0}, {"a": room, "b": room}) == {"a": 0.0, "b": 100.0}


def test_marks_that_wish_for_one_place_stand_around_it() -> None:
    room = Room(10, 10, 10)
    places = near_wishes({"a": 50.0, "b": 50.0}, {"a": room, "b": room})
    assert (places["a"], places["b"]) == (50 - 10 - APART / 2, 50 + 10 + APART / 2)


def test_a_stack_is_as_close_as_may_be() -> None:
    assert stack([Room(0, 5, 10), Room(0, 20, 5)]) == [0.0, 10 + APART + 20]
    assert stack([]) == []
