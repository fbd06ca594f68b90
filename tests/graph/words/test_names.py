"""Normal forms of names, headings, contents and issue numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words.names import content_head, masked, name_form, number_form, title_form, words_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("李  刚", "李刚"),
        ("各村(社区)", "各村（社区）"),
        ("社会治理与应急管理办", "社会治理和应急管理办"),
        ("党政办\n", "党政办"),
        ("ＡＢ中心", "AB中心"),
        ("縣農業農村局與縣財政局", "县农业农村局和县财政局"),
    ],
)
def test_a_name_is_the_same_however_it_is_spaced_and_bracketed(one: str, other: str) -> None:
    assert name_form(one) == name_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("盘活镇（街道）国有资产", "盘活镇国有资产"),
        ("8.实行优秀农民工党员专项发展计划。", "实行优秀农民工党员专项发展计划"),
        ("（十一）加强“一肩挑”管理", "加强一肩挑管理"),
        ("一是推动综治中心规范化", "推动综治中心规范化"),
        ("（1）健全制度,强化监督", "健全制度，强化监督"),
    ],
)
def test_a_heading_is_the_same_without_number_brackets_and_punctuation(one: str, other: str) -> None:
    assert title_form(one) == title_form(other)


def test_figures_and_words_that_look_like_a_number_stay_in_a_heading() -> None:
    assert title_form("1.5万亩高标准农田") == "15万亩高标准农田"
    assert title_form("一体化平台建设") == "一体化平台建设"


def test_contents_are_told_apart_by_their_first_24_characters() -> None:
    assert content_head("在已进行清理核实的基础上，" * 4) == words_form("在已进行清理核实的基础上" * 2)


def test_an_issue_number_identifies_a_paper_only_with_a_body_and_unmasked() -> None:
    assert number_form("大蓬委发〔2021〕50号") == number_form("大蓬委发[2021] 50 号") != ""
    assert number_form("〔2021〕50号") == ""
    assert number_form("X府办发〔20**〕5号") == ""


@pytest.mark.parametrize("words", ["**县", "xx市", "XX镇", "某县", "20**年"])
def test_masked_words_are_seen(words: str) -> None:
    assert masked(words)


@pytest.mark.parametrize("words", ["大英县", "4G网络", "XR实验室"])
def test_other_words_are_not_masked(words: str) -> None:
    assert not masked(words)


@given(st.text())
def test_normal_forms_are_stable(text: str) -> None:
    assert name_form(name_form(text)) == name_form(text)
    assert words_form(words_form(text)) == words_form(text)


def test_nested_and_open_brackets_are_read_in_one_pass() -> None:
    assert title_form("盘活（镇（街道））资产") == "盘活资产"
    assert title_form("盘活（镇资产") == "盘活镇资产"
    assert title_form("（" * 100_000 + "甲" + "）" * 100_000) == ""
