"""Figures added up for the places of another day: where that is exact, by weights, and what is left out."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.conversion.all_places import AllPlaces
from queries.conversion.convert import Conversion
from queries.conversion.sums import LeftOut, Sum, add_up
from queries.conversion.weights import Weights
from tests.effort import examples
from tests.queries.conversion.stated import EARLY, LATE, known_of, register_facts, told
from tests.queries.periods.closure import Closure, standing
from tests.queries.periods.histories import history
from tests.queries.periods.told import rows

MERGED = "2010-01-01 merge 1:甲 3:丙\n2010-01-01 merge 2:乙 3:丙"
SPLIT = "2010-01-01 split 1:甲 2:乙\n2010-01-01 split 1:甲 3:丙"
STRANGE: Weights = {"甲": {"2": Fraction(1, 2), "9": Fraction(1, 2)}}
NAMESAKES = f"{SPLIT}\n2010-01-01 split 4:甲 5:丁\n2010-01-01 split 4:甲 6:戊"
HALVES: Weights = {"1": {"2": Fraction(1, 4), "丙": Fraction(3, 4)}}

UNCLEAR = [LeftOut(at, "unclear weights") for at in (0, 1)]


def summed(
    known: AllPlaces, figures: Mapping[str, int | None], asked: Conversion, weights: Weights | None = None
) -> tuple[list[Sum], list[LeftOut]]:
    """The sums of one figure for each code."""
    converted = told(known, list(figures), asked)
    own = [{"人口": None if one is None else Fraction(one)} for one in figures.values()]
    return add_up(known, converted, own, asked, weights or {})


def by_code(known: AllPlaces, sums: list[Sum]) -> dict[str, float]:
    return {known.all[one.period]["code"]: float(one.values["人口"]) for one in sums}


ONWARD, BACK = Conversion(EARLY, LATE, "S"), Conversion(LATE, EARLY, "S")


@pytest.mark.parametrize(
    ("events", "figures", "asked", "weights", "sums", "left_out"),
    [
        (MERGED, {"1": 5, "2": 7}, ONWARD, {}, {"3": 12}, []),
        (SPLIT, {"1": 8}, ONWARD, {}, {}, [LeftOut(0, "divided")]),
        (SPLIT, {"1": 8}, ONWARD, HALVES, {"2": 2, "3": 6}, []),
        (SPLIT, {"1": 8}, ONWARD, {"甲": {"2": Fraction(1)}}, {}, [LeftOut(0, "other weights")]),
        (SPLIT, {"1": 8}, ONWARD, STRANGE, {}, [LeftOut(0, "other weights")]),
        # Of two places of one name, its bare name does not tell which is meant; a code does.
        (NAMESAKES, {"1": 8, "4": 2}, ONWARD, {"甲": HALVES["1"]}, {}, UNCLEAR),
        (NAMESAKES, {"1": 8, "4": 2}, ONWARD, HALVES, {"2": 2, "3": 6}, [LeftOut(1, "divided")]),
        # Back in time what was divided is one again, and what was merged is not told apart.
        (SPLIT, {"2": 3, "3": 4}, BACK, {}, {"1": 7}, []),
        (MERGED, {"3": 12}, BACK, {}, {}, [LeftOut(0, "divided")]),
        # What gave a part away is not in one place whole, though it is the same place.
        ("2010-01-01 split_off 1:甲 2:乙", {"1": 8}, ONWARD, {}, {}, [LeftOut(0, "divided")]),
        ("2010-01-01 abolish 1:甲 -", {"1": 8, "x": 1}, ONWARD, {}, {}, [LeftOut(at, "not told") for at in (0, 1)]),
    ],
)  # fmt: skip
def test_figures_are_added_where_it_is_known_whose_they_are(
    events: str,
    figures: Mapping[str, int],
    asked: Conversion,
    weights: Weights,
    sums: Mapping[str, float],
    left_out: list[LeftOut],
) -> None:
    known = known_of(register_facts(rows(events)))
    found, without = summed(known, figures, asked, weights)
    assert (by_code(known, found), without) == (sums, left_out)


def test_a_sum_names_the_places_that_no_row_names() -> None:
    known = known_of(register_facts(rows(MERGED)))
    [lacking], _ = summed(known, {"1": 5}, ONWARD)
    [full], _ = summed(known, {"1": 5, "2": None}, ONWARD)
    assert [known.all[one]["name"] for one in lacking.missing] == ["乙"]
    assert full.missing == ()


def test_a_sum_names_the_rows_that_are_in_it_in_part_and_left_out() -> None:
    known = known_of(register_facts(rows("2010-01-01 split_off 1:甲 2:乙\n2010-01-01 merge 3:丙 2:乙")))
    [found], left_out = summed(known, {"1": 8, "3": 5}, ONWARD)
    assert (by_code(known, [found]), found.missing) == ({"2": 5}, ())
    assert (found.left_out, left_out) == ((0,), [LeftOut(0, "divided")])
    half: Weights = {"1": {"1": Fraction(1, 2), "2": Fraction(1, 2)}}
    weighed, _ = summed(known, {"1": 8, "3": 5}, ONWARD, half)
    assert [one.left_out for one in weighed] == [(), ()]


def test_a_row_without_a_figure_is_left_out_of_its_column() -> None:
    known = known_of(register_facts(rows(MERGED)))
    [found], left_out = summed(known, {"1": 5, "2": None}, ONWARD)
    assert (float(found.values["人口"]), left_out) == (5, [LeftOut(1, "no figure", "人口")])


@settings(deadline=None, max_examples=examples(40))
@given(st.integers(0, 100_000), st.booleans())
def test_no_figure_is_lost_or_counted_twice(seed: int, onward: bool) -> None:  # noqa: FBT001
    events = history(seed)
    known, closure = known_of(register_facts(events)), Closure(events, [])
    days = ("2000-12-31", "2003-06-01") if onward else ("2003-06-01", "2000-12-31")
    figures = {code: 2**number for number, code in enumerate(standing(closure, days[0]))}
    sums, left_out = summed(known, figures, Conversion(*days, "S"))
    values = list(figures.values())
    total = sum((one.values["人口"] for one in sums), Fraction(0))
    assert total + sum(values[one.at] for one in left_out) == sum(values)
    for one in sums:
        assert one.values["人口"] == sum(values[at] for at in one.rows)
