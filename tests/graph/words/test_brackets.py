"""Brackets are paired in one pass, whatever stands open."""

from hypothesis import given
from hypothesis import strategies as st

from graph.words.brackets import outermost, pairs
from graph.words.fold import fold


def test_each_opening_bracket_knows_what_closes_it() -> None:
    assert pairs(fold("a(b(c)d)e")) == {1: 7, 3: 5}


def test_a_bracket_that_is_never_closed_has_no_end() -> None:
    assert pairs(fold("(a(b)")) == {0: None, 2: 4}


def test_a_closing_bracket_without_an_opening_one_is_no_pair() -> None:
    assert pairs(fold("a)b(c)")) == {3: 5}


def test_outermost_pairs_stand_in_no_other() -> None:
    assert outermost(pairs(fold("(a(b))(c)"))) == [(0, 5), (6, 8)]


@given(st.text("()x", max_size=60))
def test_pairs_never_cross(text: str) -> None:
    closed = [(start, end) for start, end in pairs(fold(text)).items() if end is not None]
    assert not any(a < c < b < d for a, b in closed for c, d in closed)
