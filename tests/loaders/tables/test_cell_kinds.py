"""What stands in a cell is told by its words alone, and how well they fit a column by its meaning."""

import pytest

from loaders.tables.cell_kinds import (
    NOT,
    POSSIBLE,
    SURE,
    are_bodies,
    are_people,
    fit,
    is_date,
    is_number,
    written_out,
)
from loaders.tables.column_names import read_header


@pytest.mark.parametrize("text", ["1", "24-1", "三", "（三）", "２", "（4）", "5."])
def test_a_running_number_is_one_in_every_width(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "修渠", "2024年", "第三"])
def test_other_words_are_no_running_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("202306", "2023年06月"),
        ("45107", "2023-06-30"),
        ("45107.0", "2023-06-30"),
        ("20230630", "20230630"),
        ("202313", "202313"),
        ("15107", "15107"),
        ("6月底", "6月底"),
    ],
)
def test_months_in_six_digits_and_days_of_workbooks_are_written_out(words: str, written: str) -> None:
    assert written_out(words) == written


@pytest.mark.parametrize(
    "text", ["6月底前", "20230630", "202306", "45107", "2023-06-30 00:00:00", "每月25日前", "长期坚持"]
)
def test_dates_and_words_for_them_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["", "修好东渠", "年内建成三座泵站", "县水利局", "2024年6月建成。", "已完成"])
def test_words_that_only_hold_a_date_are_none(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["县水利局", "县水利局、各镇", "县水利局\n县林业局", "县水利局牵头，县林业局配合"])
def test_lists_of_bodies_with_and_without_verbs_are_bodies(text: str) -> None:
    assert are_bodies(text)


@pytest.mark.parametrize("text", ["", "陶安", "抓好落实", "修好东渠。", "县水利局、东渠"])
def test_a_list_with_another_word_is_no_list_of_bodies(text: str) -> None:
    assert not are_bodies(text)


def test_persons_are_told_from_bodies() -> None:
    assert are_people("陶安、路平")
    assert not are_people("县水利局")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("", "责任单位", POSSIBLE),
        ("3", "序号", SURE),
        ("修渠", "序号", NOT),
        ("6月", "完成时限", SURE),
        ("县水利局", "完成时限", NOT),
        ("第一批", "完成时限", POSSIBLE),
        ("县水利局", "责任单位", SURE),
        ("服务商", "责任单位", POSSIBLE),
        ("6月", "责任单位", NOT),
        ("陶安", "责任单位", NOT),
        ("陶安", "责任领导", SURE),
        ("县水利局", "责任领导", NOT),
        ("陶安", "责任单位及责任人", SURE),
        ("修好东渠", "工作内容", SURE),
        ("更新泵站", "工作内容", POSSIBLE),
        ("6月", "工作内容", NOT),
        ("已完成", "备注", POSSIBLE),
    ],
)
def test_a_cell_fits_a_column_surely_possibly_or_not(text: str, name: str, value: int) -> None:
    assert fit(text, read_header([name])[0]) == value
