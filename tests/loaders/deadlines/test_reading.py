"""Deadlines are read by the table of the domain; nothing is guessed and no words break the reader."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statements import Due
from loaders.deadlines.reading import find_year, read_deadlines

YEAR = 2021


@pytest.mark.parametrize(
    ("words", "on", "precision"),
    [
        ("2021年3月31日前", "2021-03-31", "day"),
        ("2021年9月30日", "2021-09-30", "day"),
        ("2021 年 12 月底前", "2021-12-31", "month"),
        ("２０２１年６月", "2021-06-30", "month"),
        ("二〇二一年十二月底", "2021-12-31", "month"),
        ("2021.11", "2021-11-30", "month"),
        ("2021-11-30", "2021-11-30", "day"),
        ("2021/11/30", "2021-11-30", "day"),
        ("20211130", "2021-11-30", "day"),
        ("202111", "2021-11-30", "month"),
        ("202111前", "2021-11-30", "month"),
        ("44530", "2021-11-30", "day"),
        ("44530.0", "2021-11-30", "day"),
        ("2022年底", "2022-12-31", "year"),
        ("2021年年底", "2021-12-31", "year"),
        ("今年底", "2021-12-31", "year"),
        ("明年3月", "2022-03-31", "month"),
        ("年内", "2021-12-31", "year"),
        ("年底前", "2021-12-31", "year"),
        ("9月", "2021-09-30", "month"),
        ("12月底", "2021-12-31", "month"),
        ("4月15日", "2021-04-15", "day"),
        ("6.30前", "2021-06-30", "day"),
        ("6月上旬", "2021-06-10", "day"),
        ("6月中旬", "2021-06-20", "day"),
        ("6月上中旬", "2021-06-20", "day"),
        ("2021年2月下旬", "2021-02-28", "month"),
        ("一季度", "2021-03-31", "month"),
        ("2021年第三季度末", "2021-09-30", "month"),
        ("上半年", "2021-06-30", "month"),
        ("6月30日完成安装", "2021-06-30", "day"),
        ("2024年6\n月底前", "2024-06-30", "month"),
        ("2021年 1 2 月", "2021-12-31", "month"),
        ("2021年12月31日18:00前", "2021-12-31", "day"),
        ("截至2021年底", "2021-12-31", "year"),
    ],
)
def test_a_date_is_due_on_the_last_day_that_it_names(words: str, on: str, precision: str) -> None:
    [due] = read_deadlines(words, YEAR)
    assert (due.kind, due.on, due.precision, due.start) == ("point", on, precision, "")
    assert "".join(due.text.split()) == "".join(words.split())


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2021-2025年", "2021-01-01", "2025-12-31"),
        ("2021年11月-12月", "2021-11-01", "2021-12-31"),
        ("2021年6月1日—9月30日", "2021-06-01", "2021-09-30"),
        ("6月1日至30日", "2021-06-01", "2021-06-30"),
        ("6-9月", "2021-06-01", "2021-09-30"),
        ("2021.06-2021.12", "2021-06-01", "2021-12-31"),
        ("11月至次年3月", "2021-11-01", "2022-03-31"),
        ("11月至3月", "2021-11-01", "2022-03-31"),
        ("2021年全年", "2021-01-01", "2021-12-31"),
    ],
)
def test_two_dates_with_a_connector_are_an_interval(words: str, start: str, end: str) -> None:
    [due] = read_deadlines(words, YEAR)
    assert (due.kind, due.start, due.on) == ("interval", start, end)


@pytest.mark.parametrize(
    ("words", "days", "labels"),
    [
        ("2021年6月、9月", ["2021-06-30", "2021-09-30"], ["", ""]),
        ("6、9、12月", ["2021-06-30", "2021-09-30", "2021-12-31"], ["", "", ""]),
        (
            "省级、县级试点村（社区）2021年8月底前，其余村2021年12月底前",
            ["2021-08-31", "2021-12-31"],
            ["省级、县级试点村（社区）", "其余村"],
        ),
        ("2021年1月底前完成甲，2月底前完成乙", ["2021-01-31", "2021-02-28"], ["甲", "乙"]),
        ("2021年12月底前（其中：试点村6月底前）", ["2021-12-31", "2021-06-30"], ["", "试点村"]),
        ("1.2021年6月底前；2.12月底前", ["2021-06-30", "2021-12-31"], ["", ""]),
    ],
)
def test_each_date_is_a_milestone_with_its_label(words: str, days: list[str], labels: list[str]) -> None:
    dues = read_deadlines(words, YEAR)
    assert [due.on for due in dues] == days
    assert [due.label for due in dues] == labels


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("每月28日前", "recurring"),
        ("每季度", "recurring"),
        ("2021年每月5日、20日前", "recurring"),
        ("每年3月底前报送，12月底前总结", "recurring"),
        ("持续推进", "ongoing"),
        ("长期", "ongoing"),
        ("常态化开展", "ongoing"),
        ("贯穿全年", "ongoing"),
        ("全程", "ongoing"),
        ("村“两委”换届前", "relative"),
        ("2021年汛期前", "relative"),
        ("2021年秋季开学前", "relative"),
        ("即知即改", "relative"),
        ("按照上级要求", "relative"),
        ("立即", "relative"),
        ("印发后30日内", "relative"),
        ("三年内", "relative"),
        ("20**年底", "masked"),
        ("xx年xx月", "masked"),
        ("2月30日", "unreadable"),
        ("2021年2月29日", "unreadable"),
        ("12345", "unreadable"),
        ("202113", "unreadable"),
        ("有效期至2025年12月31日", "unreadable"),
    ],
)
def test_words_without_a_day_say_why(words: str, kind: str) -> None:
    dues = read_deadlines(words, YEAR)
    assert [due.kind for due in dues] == [kind]
    assert [due.on for due in dues] == [""]


def test_a_date_behind_a_masked_year_is_masked_too() -> None:
    assert [due.kind for due in read_deadlines("20**年6月、9月", YEAR)] == ["masked", "masked"]


def test_a_point_and_work_without_an_end_stand_side_by_side() -> None:
    dues = read_deadlines("2021年12月底前建立制度，并长期坚持", YEAR)
    assert [(due.kind, due.on) for due in dues] == [("point", "2021-12-31"), ("ongoing", "")]


def test_a_bracket_behind_work_without_an_end_may_hold_a_date() -> None:
    assert [due.kind for due in read_deadlines("长期（2021年底前见效）", YEAR)] == ["point", "ongoing"]


def test_a_recurrence_behind_a_date_leaves_the_date() -> None:
    dues = read_deadlines("2021年12月底前，每月报送进展", YEAR)
    assert [due.kind for due in dues] == ["point", "recurring"]


def test_without_a_year_a_date_has_its_precision_and_no_day() -> None:
    assert read_deadlines("12月底") == (Due("point", "12月底", precision="month"),)


def test_a_start_without_an_end_is_no_due_day() -> None:
    dues = read_deadlines("2021年7月起", YEAR)
    assert [(due.start, due.on) for due in dues] == [("2021-07-01", "")]


@pytest.mark.parametrize("words", ["", " \n", "—", "/", "无", "——"])
def test_signs_for_nothing_are_no_deadline(words: str) -> None:
    assert read_deadlines(words, YEAR) == ()


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("蓬莱镇2021年度任务清单", 2021),
        ("二〇二二年工作要点", 2022),
        ("20**年工作要点", None),
        ("2021-2023年行动方案", None),
        ("关于印发方案的通知", None),
    ],
)
def test_a_title_names_its_year(title: str, year: int | None) -> None:
    assert find_year(title) == year


WORDINGS = [
    "{y}年{m}月{d}日前",
    "{y} 年 {m} 月 {d} 日",
    "{y}-{m:02}-{d:02}",
    "{y}.{m}.{d}",
    "{y}/{m}/{d}前",
    "于{y}年{m}月{d}号完成",
]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(WORDINGS))
def test_any_day_is_read_back_in_any_wording(day: date, wording: str) -> None:
    words = wording.format(y=day.year, m=day.month, d=day.day)
    assert [due.on for due in read_deadlines(words, 1999)] == [day.isoformat()]


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=5, unique=True), st.sampled_from(["月", "月底", "月底前", "月份"])
)
def test_any_months_of_one_year_are_read_back(months: list[int], ending: str) -> None:
    words = f"{YEAR}年" + "、".join(f"{month}{ending}" for month in sorted(months))
    expected = [f"{YEAR}-{month:02}-{monthrange(YEAR, month)[1]}" for month in sorted(months)]
    assert [due.on for due in read_deadlines(words)] == expected


@given(st.text(alphabet=st.sampled_from("20211年月日底前至-—.、，（）*x每季度一二十旬起 \n持续推进《》"), max_size=60))
def test_no_words_break_the_reader(words: str) -> None:
    assert all(due.text or due.kind for due in read_deadlines(words, YEAR))


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reader(words: str) -> None:
    assert all(due.text or due.kind for due in read_deadlines(words))
