"""Days by which running words promise something."""

import pytest

from loaders.deadlines.in_prose import promised_days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("各村要于2031年4月30日前完成核查", ["2031年4月30日前"]),
        ("6月底前完成摸排，9月30日之前完成整改", ["6月底前", "9月30日之前"]),
        ("4月中旬前报送", ["4月中旬前"]),
        ("每月25日前由党政办报送", ["每月25日前"]),
        ("每季度末月25日前报送", ["每季度末月25日前"]),
        ("每年12月底前总结", ["每年12月底前"]),
        ("2031年4月起实施，到2033年底建成", []),
        ("有效期至2031年底前", []),
        ("每月召开一次会议", []),
        ("换届前完成前期工作", []),
    ],
)
def test_a_day_with_before_is_a_promise(words: str, days: list[str]) -> None:
    assert list(promised_days(words)) == days
