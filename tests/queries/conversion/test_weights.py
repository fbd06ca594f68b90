"""Tables of weights: what they tell, and what is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import FileRefusedError
from queries.conversion.weights import WeightRow, weights_of


def rows(words: str) -> list[WeightRow]:
    """Rows of `old new ratio`, parted by semicolons, from row 2 on."""
    return [WeightRow(number, *line.split(",")) for number, line in enumerate(words.split(";"), start=2)]


def test_ratios_are_decimals_or_fractions_and_empty_rows_say_nothing() -> None:
    told = weights_of(rows("甲,乙,0.25;甲,丙,3/4;,,;丁,戊,1"))
    assert told == {"甲": {"乙": Fraction(1, 4), "丙": Fraction(3, 4)}, "丁": {"戊": Fraction(1)}}


def test_ratios_may_be_rounded() -> None:
    assert sum(weights_of(rows("甲,乙,0.3333;甲,丙,0.3333;甲,丁,0.3333"))["甲"].values()) == Fraction(9999, 10_000)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("甲,乙,0.5;甲,丙,0.4", "the ratios of 甲 sum up to 0.9, not to 1"),
        ("甲,乙,half", "row 2: half is no ratio"),
        ("甲,乙,1.5", "row 2: 1.5 is no ratio"),
        ("甲,乙,-0.5", "row 2: -0.5 is no ratio"),
        ("甲,乙,1/0", "row 2: 1/0 is no ratio"),
        ("甲,乙,1e-99999999", "row 2: 1e-99999999 is no ratio"),
        ("甲,乙,0." + "3" * 5000, f"row 2: 0.{'3' * 38} is no ratio"),
        ("甲,,1", "row 2: 1 is no ratio"),
        ("甲,乙,0.5;甲,乙,0.5", "row 3: the ratio from 甲 to 乙 is told twice"),
    ],
)
def test_what_is_no_table_of_weights_is_refused_in_one_sentence(words: str, said: str) -> None:
    with pytest.raises(FileRefusedError, match=said):
        weights_of(rows(words))


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=12))
def test_exact_shares_of_a_whole_are_taken(parts: list[int]) -> None:
    told = weights_of(WeightRow(number, "甲", str(number), f"{part}/{sum(parts)}") for number, part in enumerate(parts))
    assert sum(told["甲"].values()) == 1
