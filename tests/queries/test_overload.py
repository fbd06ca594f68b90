"""The overload rule on plain numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.overload import fences, judge

LOADS = st.lists(st.integers(0, 400).map(lambda number: number / 4), min_size=1, max_size=60)


def interpolated(values: list[float], share: Fraction) -> float:
    """The quantile by linear interpolation between the two nearest of the sorted values, ends included."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (place - below) * Fraction(ordered[above] - ordered[below]))


@given(LOADS)
def test_quartiles_are_interpolated_linearly_between_neighbours(loads: list[float]) -> None:
    among = fences(loads)
    for found, share in ((among.q1, 1), (among.median, 2), (among.q3, 3)):
        assert found == pytest.approx(interpolated(loads, Fraction(share, 4)))


@given(LOADS)
def test_at_most_a_quarter_is_overloaded(loads: list[float]) -> None:
    among = fences(loads)
    verdicts = [judge(load, among, 5.0) for load in loads]
    assert sum(verdict in {"overloaded", "severely overloaded"} for verdict in verdicts) <= len(loads) / 4 + 1


def test_the_quartiles_of_a_town_give_its_fences() -> None:
    among = fences([1.0, 1.0, 2.0, 7.125, 24.5])
    assert (among.q1, among.q3, among.threshold, among.severe) == (1.0, 7.125, 16.3125, 25.5)
    assert judge(24.5, among, 5.0) == "overloaded"
    assert judge(25.75, among, 5.0) == "severely overloaded"
    assert judge(16.3125, among, 5.0) == "not overloaded"


def test_where_most_loads_are_equal_the_median_is_the_measure() -> None:
    among = fences([3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 13.0])
    assert (among.spread, among.threshold, among.severe) == (0.0, 6.0, 12.0)
    assert judge(6.25, among, 5.0) == "overloaded"
    assert judge(13.0, among, 5.0) == "severely overloaded"


def test_a_light_load_is_never_overloaded() -> None:
    among = fences([0.25, 0.25, 0.25, 0.25, 0.25, 4.75])
    assert judge(4.75, among, 5.0) == "not overloaded"
    assert judge(4.75, among, 4.0) == "severely overloaded"


@pytest.mark.parametrize("peers", [0, 1, 4])
def test_fewer_than_five_are_not_compared(peers: int) -> None:
    assert judge(100.0, fences([1.0] * peers), 5.0) == "too few to compare"
