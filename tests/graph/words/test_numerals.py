"""Chinese numerals are written in one way and worth one value, wherever they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words.fold import fold
from graph.words.numbering import number_at
from graph.words.numerals import COUNTING_SIGNS, NUMBER, TO_99, YEAR, value_of, value_of_year


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("廿八", 28),
        ("卅", 30),
        ("一百", 100),
        ("一百〇一", 101),
        ("一百零一", 101),
        ("二〇", 20),
        ("两", 2),
        ("12", 12),
        ("007", 7),
    ],
)
def test_a_numeral_has_a_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("year", ["二〇二一", "二零二一", "二○二一", "二O二一", "二0二一"])
def test_the_zero_of_a_year_is_written_in_many_ways(year: str) -> None:
    assert re.fullmatch(YEAR, year)
    assert value_of_year(year) == 2021


def test_a_hundred_days_are_no_day_of_a_month() -> None:
    assert not re.match(TO_99, "百日攻坚")


def test_items_beyond_a_hundred_have_a_number() -> None:
    number = number_at(fold("一百〇三、修渠"))
    assert number is not None
    assert number.value == 103


@given(st.text(f"0123456789{COUNTING_SIGNS}", min_size=1, max_size=6))
def test_any_signs_of_a_numeral_have_a_value(numeral: str) -> None:
    assert value_of(numeral) >= 0


@given(st.from_regex(NUMBER, fullmatch=True))
def test_whatever_numbers_an_item_has_a_value(numeral: str) -> None:
    assert value_of(numeral) >= 0
