"""Days without a month in a table whose title names one."""

import pytest

from loaders.tables.title_month import title_month, within_month


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("望川县2025年6月督查台账", 6),
        ("六月份重点工作", 6),
        ("12月", 12),
        ("十二月任务清单", 12),
        ("2025年1-6月任务清单", None),
        ("2025年1月至6月任务清单", None),
        ("5月、6月任务清单", None),
        ("2025年督查台账", None),
        ("13月", None),
        ("", None),
    ],
)
def test_a_title_names_one_month_or_none(title: str, month: int | None) -> None:
    assert title_month(title) == month


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("15日前", "6月15日前"),
        ("本月15日", "6月15日"),
        ("20号", "6月20号"),
        ("本月底", "6月底"),
        ("月底前", "6月底前"),
        ("每月15日", "每月15日"),
        ("7月15日前", "7月15日前"),
        ("15日内", "15日内"),
        ("15日以内办结", "15日以内办结"),
        ("持续推进", "持续推进"),
    ],
)
def test_a_day_without_a_month_is_of_that_of_the_title(words: str, dated: str) -> None:
    assert within_month(words, 6) == dated
    assert within_month(words, None) == words
