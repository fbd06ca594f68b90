"""What a PDF shows is read as paragraphs, over lines and pages, without what stands around the paper."""

import pytest

from loaders.formats.pdf.columns import in_columns
from loaders.read import read_bytes
from loaders.text import Paragraph, Text
from tests.loaders.formats.pdf.pdf_files import Sheet, pdf

LONG = (
    "为解决山坪塘年久失修、蓄水能力下降的问题，镇政府决定用两年时间对全镇六十三口山坪塘进行整治，现就有关事项安排如下。"
)
SECOND = "一、逐塘登记造册。各村要对塘坝渗漏、淤积情况逐一登记，于3月20日前报镇农业服务中心汇总，逾期不报的全镇通报。"
THIRD = (
    "二、分批组织施工。按照先急后缓的原则分三批组织施工，每批完工后由镇农业服务中心会同所在村现场验收并建立管护台账。"
)


def text_of(*sheets: Sheet) -> Text:
    return read_bytes(pdf(*sheets), "plan.pdf")


def paragraphs(*sheets: Sheet) -> list[str]:
    return [block.words.text for block in text_of(*sheets).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(("size", "right"), [(16, 528), (12, 512), (10.5, 515)])
def test_lines_are_joined_to_paragraphs_however_the_page_is_turned(rotate: int, size: float, right: float) -> None:
    shape = (595.0, 842.0) if rotate in (0, 180) else (842.0, 595.0)
    sheet = Sheet(shape, rotate)
    sheet.prose(100, [LONG, SECOND, THIRD], size, right=right)
    assert paragraphs(sheet) == [LONG, SECOND, THIRD]


def test_a_paragraph_goes_on_over_a_page_s_end_and_its_source_names_the_page() -> None:
    first, second = Sheet(), Sheet()
    y = first.prose(100, [LONG, SECOND])
    first.words(112, y, "三、严格督促检查。各村支部书记是第一责任人，要亲自抓")
    second.words(80, 100, "上述工作由镇督查室按月通报进展情况。")
    text = text_of(first, second)
    *_, last = text.blocks
    assert isinstance(last, Paragraph)
    assert last.words.text == "三、严格督促检查。各村支部书记是第一责任人，要亲自抓上述工作由镇督查室按月通报进展情况。"
    start = last.words.text.index("上述") + last.start
    assert (text.source(last.start, last.start + 4).page, text.source(start, start + 4).page) == (1, 2)
    [stretch] = text.stretches_in(start, start + 2)
    assert (stretch.page, round(stretch.between(start, start + 2)[0])) == (2, 80)


def test_words_know_their_box() -> None:
    text = text_of(Sheet().words(100, 200, "各村清理渠道"))
    [stretch] = text.stretches_in(2, 4)
    left, top, right, bottom = stretch.between(2, 4)
    assert (round(left), round(right)) == (132, 164)
    assert 180 < top < 190
    assert 200 < bottom < 210


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "{}", "第{}页", "第 {} 页 共 3 页", "{}/3"])
def test_running_heads_and_page_numbers_are_no_words_of_the_paper(number: str) -> None:
    sheets = []
    for page, prose in enumerate((LONG, SECOND, THIRD), start=1):
        sheet = Sheet().words(80, 50, "石桥镇人民政府文件", 10.5).words(280, 800, number.format(page), 12)
        sheet.prose(120, [prose])
        sheets.append(sheet)
    assert paragraphs(*sheets) == [LONG, SECOND, THIRD]


def test_what_stands_at_a_page_s_edge_once_or_numbers_attachments_is_read() -> None:
    sheets = [Sheet().words(80, 80, f"附件{page}") for page in (1, 2)]
    sheets[0].words(80, 790, "石桥镇党政办公室　　2024年3月8日印发")
    read = paragraphs(*sheets)
    assert [line for line in read if line.startswith("附件")] == ["附件1", "附件2"]
    assert any("印发" in line for line in read)


@pytest.mark.parametrize(
    "heads",
    [
        [f"完成时限：2025年{month}月30日" for month in (1, 2, 3)],
        ["责任单位：石桥镇水利站"] * 3,
        ["一、清理渠道"] * 3,
        ["镇水利站按月通报进展。"] * 3,
        ["第一批", "第二批", "第三批"],
        [f"2025年{month}月30日" for month in (1, 2, 3)],
    ],
)
@pytest.mark.parametrize("y", [90, 790])
def test_labels_items_and_sentences_at_a_page_s_edge_are_no_running_heads(heads: list[str], y: float) -> None:
    sheets = [Sheet().words(80, y, head).words(80, 300, prose) for head, prose in zip(heads, "甲乙丙", strict=True)]
    read = paragraphs(*sheets)
    assert [line for line in read if line not in "甲乙丙"] == heads


def test_a_label_that_a_blank_parts_from_its_value_is_no_running_head() -> None:
    sheets = [Sheet().words(80, 90, "责任单位").words(200, 90, "石桥镇水利站").words(80, 300, one) for one in "甲乙"]
    assert paragraphs(*sheets) == ["责任单位  石桥镇水利站", "甲", "责任单位  石桥镇水利站", "乙"]


def test_a_number_of_a_page_beside_words_of_a_running_head_counts_with_the_pages() -> None:
    sheets = [
        Sheet().words(80, 50, "石桥镇公报", 10.5).words(500, 50, str(page), 10.5).words(80, 300, one)
        for page, one in enumerate("甲乙丙", start=11)
    ]
    assert paragraphs(*sheets) == ["甲", "乙", "丙"]


def test_a_mere_number_within_the_words_of_a_page_is_read() -> None:
    sheet = (
        Sheet().words(80, 60, "一、补助金额（万元）").words(80, 105, "120").words(80, 300, "甲").words(290, 800, "7")
    )
    assert paragraphs(sheet) == ["一、补助金额（万元）", "120", "甲"]


def test_menus_and_the_foot_of_a_web_page_that_was_printed_are_no_words_of_the_paper() -> None:
    sheet = Sheet().words(80, 80, "您现在的位置：首页 > 政府文件").words(80, 130, "清渠方案", 22)
    sheet.words(112, 180, "一、清理东渠。责任单位：镇水利站。")
    sheet.words(80, 230, "分享到：微信微博").words(80, 260, "主办：青溪县人民政府  承办：县数据局")
    assert paragraphs(sheet) == ["清渠方案", "一、清理东渠。责任单位：镇水利站。"]


def test_titles_stay_lines_and_a_title_broken_at_the_edge_is_one() -> None:
    sheet = Sheet().words(80, 100, "关于印发石桥镇山坪塘整治三年行动工作", 24.8).words(242, 140, "方案的通知", 24.8)
    sheet.prose(200, [LONG, SECOND])
    assert paragraphs(sheet)[0] == "关于印发石桥镇山坪塘整治三年行动工作方案的通知"
    other = Sheet().words(200, 100, "石桥镇人民政府", 22).words(180, 140, "山坪塘整治方案", 22)
    other.prose(200, [LONG, SECOND])
    assert paragraphs(other)[:2] == ["石桥镇人民政府", "山坪塘整治方案"]


@pytest.mark.parametrize("lower", [0, 4, 10])
def test_two_columns_are_read_one_after_the_other(lower: float) -> None:
    sheet = Sheet().words(200, 80, "山坪塘整治方案", 22)
    sheet.prose(120, [LONG, SECOND], 12, 60, 288)
    sheet.prose(120 + lower, [THIRD, LONG], 12, 312, 540)
    assert paragraphs(sheet) == ["山坪塘整治方案", LONG, SECOND, THIRD, LONG]


def test_names_in_two_places_of_a_line_are_no_columns() -> None:
    sheet = Sheet()
    for at, (name, post) in enumerate(
        [("张远", "镇长"), ("李群", "书记"), ("王敏", "站长"), ("赵明", "主任"), ("何平", "干事")]
    ):
        sheet.words(80, 100 + 28 * at, f"组长：{name}").words(330, 100 + 28 * at, post)
    assert paragraphs(sheet)[0] == "组长：张远  镇长"
    assert in_columns(()) == []


def test_what_is_struck_out_is_said_and_not_read() -> None:
    sheet = Sheet().words(80, 100, "各村4月底前完成旧渠清理").line(112, 95, 168, 95)
    text = text_of(sheet)
    assert text.characters.startswith("各村完成旧渠清理\n")
    assert [(one.reason, one.source.quote, one.source.page) for one in text.unread] == [("unread.struck", "4月底前", 1)]


def test_underlined_words_are_read() -> None:
    assert paragraphs(Sheet().words(80, 100, "各村清理旧渠").line(80, 103, 176, 103)) == ["各村清理旧渠"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("⽉底前完成⼯作", "月底前完成工作"),
        ("２０２４年３月", "２０２４年３月"),
        ("责任单位：水利站", "责任单位：水利站"),
    ],
)
def test_signs_that_stand_for_others_are_read_as_those(written: str, read: str) -> None:
    assert paragraphs(Sheet().words(80, 100, written)) == [read]


def test_words_printed_twice_to_make_them_bold_are_read_once() -> None:
    sheet = Sheet().words(80, 100, "一、清理渠道").words(80.4, 100, "一、清理渠道")
    assert paragraphs(sheet) == ["一、清理渠道"]
    signs = Sheet()
    for at, sign in enumerate("修渠方案"):
        signs.words(80 + 16 * at, 100, sign).words(80.5 + 16 * at, 100, sign)
    assert paragraphs(signs) == ["修渠方案"]


def test_a_title_whose_letters_stand_apart_is_one_word() -> None:
    sheet = Sheet()
    for at, sign in enumerate("石桥镇人民政府文件"):
        sheet.words(80 + 45 * at, 100, sign, 26)
    assert paragraphs(sheet) == ["石桥镇人民政府文件"]


def test_words_at_two_places_of_a_line_stand_apart_and_signs_beside_digits_do_not() -> None:
    sheet = (
        Sheet()
        .words(80, 100, "石政发〔2024〕3号")
        .words(400, 100, "签发人：张远")
        .words(80, 130, "到2025年完成6")
        .words(188, 130, "处")
    )
    assert paragraphs(sheet) == ["石政发〔2024〕3号  签发人：张远", "到2025年完成6处"]
