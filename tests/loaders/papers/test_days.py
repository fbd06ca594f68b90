"""Full days are read in all ways in which papers and sites write them."""

import pytest

from graph.words.fold import compact
from loaders.papers.days import day_at_start, days_in


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("青石县水利局2023年4月6日印发", ["2023-04-06"]),
        ("二○二三年四月六日", ["2023-04-06"]),
        ("二〇二三年十二月二十一日", ["2023-12-21"]),
        ("２０２３ 年 ４ 月 ６ 日", ["2023-04-06"]),
        ("县水利局 2023.4.6", ["2023-04-06"]),
        ("2023-04-06", ["2023-04-06"]),
        ("2023年4月6日至2023年5月7日", ["2023-04-06", "2023-05-07"]),
        ("2023年4月", []),
        ("2023年2月30日", []),
        ("1.2023.4.6.7", []),
        ("2023年 月 日", [""]),
        ("xx年xx月xx日", [""]),
    ],
)
def test_days_stand_in_words_from_left_to_right(words: str, days: list[str]) -> None:
    assert [day.iso for day in days_in(compact(words))] == days


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-04-06 09:12", "2023-04-06"),
        ("20230406", "2023-04-06"),
        ("2014- 07- 25 11: 20", "2014-07-25"),
        ("约2023年4月6日", ""),
    ],
)
def test_a_value_may_begin_with_a_day(value: str, day: str) -> None:
    assert day_at_start(value) == day
