"""Numbers of headings and items in all their shapes."""

import pytest

from graph.words.fold import fold
from graph.words.numbering import number_at, numbers_inside


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("一、总则", "chinese", 1),
        ("二十一、附则", "chinese", 21),
        ("（三）做好", "chinese_bracket", 3),
        ("4.修渠", "digit", 4),
        ("4．修渠", "digit", 4),
        ("4、修渠", "digit", 4),
        ("（5）修渠", "digit_bracket", 5),
        ("5)修渠", "digit_bracket", 5),
        ("⑥修渠", "circled", 6),
        ("七是修渠", "enumeration", 7),
        ("第八章 修渠", "section", 8),
        ("2.3 修渠", "decimal", 3),
        ("整改任务一、修渠", "named", 1),
        ("重点事项12：修渠", "named", 12),
        ("任务三.修渠", "named", 3),
    ],
)
def test_a_number_has_a_style_and_a_value(text: str, style: str, value: int) -> None:
    number = number_at(fold(text))
    assert number is not None
    assert (number.style, number.value) == (style, value)


@pytest.mark.parametrize(
    "text", ["修渠", "任务一览", "重点任务", "事项1.5万件", "2024年3月", "3%", "12月底", "（试行）"]
)
def test_other_words_are_no_number(text: str) -> None:
    assert number_at(fold(text)) is None


def test_a_digit_behind_the_number_makes_it_tight() -> None:
    number = number_at(fold("3.5公里"))
    assert number is not None
    assert number.tight


def test_numbers_are_found_inside_but_not_behind_digits_and_ordinals() -> None:
    found = [number.value for number in numbers_inside(fold("第（一）项，投资1.2亿元。（二）修渠"))]
    assert found == [1, 2]
