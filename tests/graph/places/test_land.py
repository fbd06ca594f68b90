"""Land as pieces of places of old."""

from hypothesis import given
from hypothesis import strategies as st

from graph.places.land import Land, atoms, divided, held, parted, shared, united

A, B = frozenset({"a"}), frozenset({"b"})


def test_a_place_that_gave_a_part_away_counts_as_whole_and_the_part_as_a_part() -> None:
    rest, (part,) = parted(A, "event", 1)
    assert (held(A, rest), held(A, part), held(rest, part)) == ("whole", "part", "none")
    assert held(A, part | B) == "part"


def test_of_a_division_nobody_knows_what_went_where_until_all_of_it_is_one_again() -> None:
    one, other = divided(A, "event", 2)
    assert (held(A, one), held(A, other), held(one, other)) == ("unknown", "unknown", "none")
    assert united(one | other | B) == A | B


def test_a_part_of_a_division_stays_uncertain() -> None:
    one, _ = divided(A, "event", 2)
    _, (part,) = parted(one, "later", 1)
    assert held(A, part) == "unknown"
    assert held(one, part) == "part"


def test_what_of_two_places_is_in_one_is_a_part() -> None:
    assert held(A | B, A) == "part"
    assert shared(A | B, B) == B
    assert atoms(parted(A | B, "event", 1)[0]) == A | B


@given(st.lists(st.tuples(st.sampled_from(["part", "divide"]), st.integers(0, 3), st.integers(1, 3)), max_size=6))
def test_pieces_of_one_place_of_old_never_overlap_and_together_are_it_again(cuts: list[tuple[str, int, int]]) -> None:
    lands: list[Land] = [A]
    for number, (how, which, count) in enumerate(cuts):
        cut = lands.pop(which % len(lands))
        event = f"event{number}"
        if how == "part":
            rest, parts = parted(cut, event, count)
            lands += [rest, *parts]
        else:
            lands += divided(cut, event, count + 1)
    for number, one in enumerate(lands):
        assert held(A, one) in {"whole", "part", "unknown"}
        assert all(held(one, other) == "none" for other in lands[:number] + lands[number + 1 :])
    assert united(frozenset[str]().union(*lands)) == A
