"""Wrapped lines become paragraphs; lines that stand for themselves stay so."""

import pytest

from loaders.files.plain import read_lines
from loaders.formats.paragraphs import join_lines


def paragraphs_of(*lines: str) -> list[str]:
    return [words.text for words in join_lines(read_lines("\n".join(lines)))]


WRAPPED = [
    "为加强农村公路养护，根据有关规定，结合我县实",
    "际，制定本方案，明确县道、乡道、村道管养主体",
    "，建立路长制，落实养护资金，配齐养护机械和人",
    "员。",
]


def test_full_lines_go_on_in_the_next_one() -> None:
    assert paragraphs_of("某县方案", *WRAPPED) == ["某县方案", "".join(WRAPPED)]


def test_a_title_that_is_as_long_as_a_line_ends_with_it() -> None:
    title, letter = "某县人民政府关于印发农村公路养护工作要点的通知", "各乡镇人民政府，县政府各部门："
    assert paragraphs_of(title, letter, *WRAPPED) == [title, letter, "".join(WRAPPED)]


def test_a_title_over_two_lines_of_which_the_first_is_full_is_one_paragraph() -> None:
    title = ["某县人民政府办公室关于印发农村公路养护管理实施", "方案的通知"]
    assert paragraphs_of(*title, *WRAPPED) == ["".join(title), "".join(WRAPPED)]


@pytest.mark.parametrize("number", ["7", "- 7 -", "— 7 —", "第 7 页 共 9 页"])
def test_a_page_number_ends_no_paragraph(number: str) -> None:
    assert paragraphs_of(*WRAPPED[:2], "", number, "", *WRAPPED[2:]) == ["".join(WRAPPED)]


@pytest.mark.parametrize(
    "line", ["（一）落实资金。", "1.落实资金。", "责任单位：县交通运输局", "完成时限：6月底前", "一是落实资金。"]
)
def test_a_full_line_does_not_go_on_in_an_item_or_a_label(line: str) -> None:
    assert paragraphs_of(*WRAPPED[:3], line, "各乡镇要抓好落实。")[-2:] == [line, "各乡镇要抓好落实。"]


def test_where_paragraphs_are_indented_the_indent_tells_them() -> None:
    first = ["　　1956年撤销柳湾区，将三个乡划归石桥区管辖。", "同年九月，将北河乡更名为西坪乡，乡政府驻西坪"]
    second = [
        "　　1984年石桥公社改为石桥乡，乡政府驻石桥村，",
        "全乡辖二十一个行政村，人口三万余人，耕地五万",
        "余亩。",
    ]
    joined = ["".join(line.strip() for line in lines) for lines in (first, second)]
    assert paragraphs_of(*first, *second) == joined


def test_a_text_of_full_lines_alone_is_one_paragraph_whatever_they_begin_with() -> None:
    lines = [
        "某县防汛工作要点一、备足物资。（县水利局负责",
        "）二、组织演练，各乡镇每季度一次。（县应急局、",
        "1.县消防队负责）",
    ]
    assert paragraphs_of(*lines) == ["".join(lines)]


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("责任单位：县水利局、", "县林业局"),
        ("责任单位：县水利局", "、县林业局"),
        ("修渠。（责任单位：县水利局", "和县林业局）"),
        ("撤销甲村，", "并入乙村。"),
    ],
)
def test_a_line_that_breaks_off_goes_on(line: str, following: str) -> None:
    assert paragraphs_of(line, following) == [line + following]


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("修渠。（县水利局负责", "植树。（县林业局负责）"),
        ("各乡镇人民政府：", "现将方案印发给你们。"),
        ("某县人民政府办公室", "2023年5月16日"),
        ("修渠，", "1.清淤。"),
    ],
)
def test_a_line_that_breaks_off_nowhere_does_not_go_on(line: str, following: str) -> None:
    assert paragraphs_of(line, following) == [line, following]


def test_prose_goes_on_over_a_page_but_a_heading_does_not() -> None:
    prose = "各单位要压实责任，明确专人，把任务落实到岗、落实到人，确保各项"
    assert paragraphs_of(prose, "- 2 -", "工作按期完成。") == [prose + "工作按期完成。"]
    assert paragraphs_of("工作要求", "- 2 -", "各单位要压实责任。") == ["工作要求", "各单位要压实责任。"]


@pytest.mark.parametrize(
    ("before", "behind", "stays"),
    [
        ("推广应用新技术，建设智慧水务平台，推进人工智", "能在水库调度和河道巡查中的应用，提高预报精度", True),
        ("推广应用新技术，建设智慧水务平台。（责任单", "位：县水利局，县大数据中心配合）二、加强管护，", False),
        ("推广应用新技术，建设智慧水务平台。（县水利局牵", "头，县大数据中心配合）二、加强管护，落实河长", False),
        ("推广应用新技术，建设平台。（责任单位：县农业农", "村局、县大数据中心）二、加强管护，落实河长制", False),
    ],
)
def test_displaced_signs_are_dropped_inside_labels_verbs_and_names(before: str, behind: str, *, stays: bool) -> None:
    first, last = "为加强水利设施管护，根据有关规定，结合实际，制", "定本方案，明确管护主体，落实管护资金和管护人"
    found = paragraphs_of("方案", first, last, before, "ＡＩ", behind, "员。")
    assert before + ("ＡＩ" if stays else "") + behind in "".join(found)


def test_a_label_broken_within_its_bracket_is_the_rest_of_the_line_however_often_that_happens() -> None:
    lines = [
        "一、对辖区内沟渠塘堰逐一清淤疏浚，汛前全部完成，不留隐患（责",
        "任单位：县水利局）",
        "二、对辖区内病险水库逐一除险加固，年内全部完成，不留隐患（责",
        "任单位：县应急局）",
    ]
    assert paragraphs_of(*lines) == [lines[0] + lines[1], lines[2] + lines[3]]
