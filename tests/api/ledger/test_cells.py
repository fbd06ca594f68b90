"""What clerks write into the cells of a ledger."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ledger.cells import day_of, says_nothing, state_of

TODAY = "2022-01-10"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("是", "reported done"),
        ("√", "reported done"),
        ("办结", "reported done"),
        ("已 办 结", "reported done"),
        ("Ｙ", "reported done"),
        ("否", "under way"),
        ("×", "under way"),
        ("推进中", "under way"),
        ("未开始", "not started"),
        ("基本完成", None),
        ("是否", None),
    ],
)
def test_whether_it_is_done_is_read_or_not_guessed(words: str, state: str | None) -> None:
    assert state_of(words) == state


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-12-05", "2021-12-05"),
        ("2021/12/5", "2021-12-05"),
        ("2021.12.5", "2021-12-05"),
        ("2021年12月5日", "2021-12-05"),
        ("２０２１年１２月５日", "2021-12-05"),
        ("2021-12-05 00:00:00", "2021-12-05"),
        ("20211205", "2021-12-05"),
        ("12月5日", "2021-12-05"),
        ("12月5号", "2021-12-05"),
        ("12.5", "2021-12-05"),
        ("1月9日", "2022-01-09"),
        ("1月11日", "2021-01-11"),
        ("2月29日", "2020-02-29"),
        ("2021-13-05", None),
        ("年底前", None),
        ("12月", None),
        ("44535", "2021-12-05"),
    ],
)
def test_a_day_is_read_as_clerks_write_it_and_lies_behind_them(words: str, day: str | None) -> None:
    assert day_of(words, TODAY) == day


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(0, 364))
def test_a_day_without_its_year_is_the_last_such_day(today: date, back: int) -> None:
    meant = today - timedelta(days=back)
    found = day_of(f"{meant.month}月{meant.day}日", today.isoformat())
    assert found is not None
    assert meant.isoformat() <= found <= today.isoformat()
    assert found[5:] == meant.isoformat()[5:]


@pytest.mark.parametrize("words", ["", " ", "-", "——", "无", "／"])
def test_a_sign_for_nothing_says_nothing(words: str) -> None:
    assert says_nothing(words)
