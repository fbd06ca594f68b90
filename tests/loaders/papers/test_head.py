"""The heading of a paper: title, issue number, issuers, day, in the layouts that offices use."""

import pytest

from graph.statements import HeadStatement
from loaders.papers.head import read_head
from loaders.papers.signatures import find_signature
from loaders.read import read_bytes
from loaders.text import Paragraph, Text

NOTICE = """青石县人民政府办公室文件

青政办发〔2023〕12号

青石县人民政府办公室
关于印发《青石县水利建设
三年行动方案》的通知

各乡镇人民政府，县级各部门：
现将方案印发给你们，请认真执行。

青石县人民政府办公室
2023年3月5日
"""


def paragraphs_of(text: Text) -> list[Paragraph]:
    return [block for block in text.blocks if isinstance(block, Paragraph)]


def head_of(characters: str) -> HeadStatement:
    text = read_bytes(characters.encode(), "paper.txt")
    lines = paragraphs_of(text)
    return read_head(text, lines)


def day_of(characters: str) -> str:
    signature = find_signature(paragraphs_of(read_bytes(characters.encode(), "paper.txt")))
    return signature.day if signature else ""


def test_a_notice_is_headed_by_issuer_number_title_and_signed_with_its_date() -> None:
    head = head_of(NOTICE)
    assert head.title == "关于印发《青石县水利建设三年行动方案》的通知"
    assert head.number == "青政办发〔2023〕12号"
    assert head.issuer == "青石县人民政府办公室"
    assert head.issued_on == "2023-03-05"
    assert head.jurisdiction == "青石县"
    assert head.source.quote in NOTICE


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("青禾县水利局关于规范政府网站管理的通知", "关于规范政府网站管理的通知"),
        ("青禾县水利局关于关闭沙坝\n煤矿的通知", "关于关闭沙坝煤矿的通知"),
        ("青禾县残联关于开展重度残\n疾人家庭无障碍\n改造的通知", "关于开展重度残疾人家庭无障碍改造的通知"),
        ("青禾县残联关于开展\n无障碍改造的通知", "关于开展无障碍改造的通知"),
        ("关于网站\n青禾县水利局关于修渠的通知", "关于修渠的通知"),
        ("关于我们\n打印\n青禾县水利局关于修渠的通知", "关于修渠的通知"),
        ("首页 关于我们 联系我们 网站地图\n青禾县水利局关于修渠的通知", "关于修渠的通知"),
    ],
)
def test_a_title_may_hold_words_that_pages_have_on_their_buttons(lines: str, title: str) -> None:
    assert head_of(f"{lines}\n\n各乡镇：\n请执行。\n").title == title


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("青禾县水利局\n\n青禾县水利局关于修渠的通知", "青禾县水利局"),
        ("青禾县水利局 青禾县林业局\n青禾县水利局 青禾县林业局关于修渠的通知", "青禾县水利局 青禾县林业局"),
        ("青禾县水利局\n青禾县林业局关于修渠的通知", "青禾县水利局 青禾县林业局"),
    ],
)
def test_an_issuer_above_the_title_and_in_it_is_one(lines: str, issuer: str) -> None:
    assert head_of(f"{lines}\n\n各乡镇：\n请执行。\n").issuer == issuer


@pytest.mark.parametrize("issuer", ["白水镇人民政府", "白水镇中心小学", "阳光中学"])
@pytest.mark.parametrize("attached", ["附件：春游告知书", "附件：1.春游告知书2.报名表"])
def test_the_issuer_of_the_title_signs_glued_to_an_attachment(issuer: str, attached: str) -> None:
    paper = f"{issuer}关于春游的通知各班级：请做好准备。{attached}{issuer}2023年3月1日抄送：县教育局。"
    head = head_of(paper)
    assert (head.issuer, head.issued_on) == (issuer, "2023-03-01")


def test_a_number_that_is_only_cited_is_not_the_papers_own() -> None:
    assert head_of("按照《关于做好水利工作的通知》（青府发〔2022〕3号）要求，制定本方案。\n").number == ""


def test_a_paper_without_a_notice_is_named_by_its_first_line() -> None:
    assert head_of("青石县2024年重点工作任务清单\n一、水利\n修渠。\n").title == "青石县2024年重点工作任务清单"
    assert head_of("一、水利\n1.修渠。\n").title == ""


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("2021年8月19日", "2021-08-19"),
        ("大英县蓬莱镇党政办公室                    2021年8月19日印发", "2021-08-19"),
        ("二〇二一年八月十九日", "2021-08-19"),
        ("（2021年8月19日）", "2021-08-19"),
        ("2012年4月 日", ""),
        ("2021年2月30日", ""),
        ("xx年xx月xx日", ""),
    ],
)
def test_the_day_of_issue_is_a_line_that_ends_in_a_date(lines: str, day: str) -> None:
    assert day_of(lines) == day


def test_the_day_may_stand_glued_at_the_end_of_the_text() -> None:
    assert day_of("各单位要认真落实。青石县人民政府2024年1月9日") == "2024-01-09"


@pytest.mark.parametrize(
    ("lines", "issuer", "day", "inferred"),
    [
        ("填报单位：青石县水利局　填报时间：2025年3月7日\n", "青石县水利局", "2025-03-07", {"issuer", "issued_on"}),
        ("填报单位（盖章）：青石县水利局\n截至：2025-03-07\n", "青石县水利局", "2025-03-07", {"issuer", "issued_on"}),
        ("制表单位：青石县水利局\n", "青石县水利局", "", {"issuer"}),
        ("更新时间：2025年3月7日\n", "", "2025-03-07", {"issued_on"}),
        ("填报单位：\n填报时间：　年　月　日\n", "", "", set()),
        ("发文机关：青石县人民政府　填报单位：青石县水利局\n", "青石县人民政府", "", set()),
    ],
)
def test_who_filled_a_sheet_in_and_when_is_inferred(lines: str, issuer: str, day: str, inferred: set[str]) -> None:
    head = head_of(f"青石县2025年重点工作督查台账\n{lines}\n一、修渠\n1.修缮东干渠。\n")
    assert (head.title, head.issuer, head.issued_on) == ("青石县2025年重点工作督查台账", issuer, day)
    assert set(head.inferred) - {"title", "jurisdiction"} == inferred


@pytest.mark.parametrize(
    ("title", "below", "issuer"),
    [
        ("区人民政府办公室关于修渠的通知", "栖凤区人民政府办公室\n2023年1月3日\n", "栖凤区人民政府办公室"),
        ("县政府关于修渠的通知", "青石市青禾县人民政府\n2023年1月3日\n", "青石市青禾县人民政府"),
        ("区人民政府关于修渠的通知", "栖凤区人民政府办公室\n2023年1月3日\n", "区人民政府"),  # another body signs
        ("县水利局关于修渠的通知", "青禾县林业和水利局\n2023年1月3日\n", "县水利局"),
    ],
)
def test_an_issuer_called_by_its_level_has_its_place_from_where_it_signs(title: str, below: str, issuer: str) -> None:
    assert head_of(f"{title}\n各乡镇：\n请认真执行。\n{below}").issuer == issuer


def test_the_framed_data_of_a_library_of_laws_are_read() -> None:
    page = "文章属性\n∙【制定机关】青石市人民政府办公厅\n∙【公布日期】2020.01.17\n∙【时效性】现行有效\n正文\n"
    head = head_of(f"{page}市人民政府办公厅关于印发\n重点任务分解方案的通知\n各区人民政府：\n请认真执行。\n")
    assert (head.title, head.issuer) == ("关于印发重点任务分解方案的通知", "青石市人民政府办公厅")
    assert (head.issued_on, head.jurisdiction) == ("2020-01-17", "青石市")


@pytest.mark.parametrize(
    ("lines", "title", "issuer"),
    [
        ("青石省民政厅\n\n政府信息公开\n\n关于同意柳河乡撤乡设镇的批复\n", "关于同意柳河乡撤乡设镇的批复", ""),
        (
            "青石市栖凤区人民政府\n\n青石市栖凤区关于优化环境的若干措施\n",
            "青石市栖凤区关于优化环境的若干措施",
            "青石市栖凤区人民政府",
        ),
        (
            "• 发布机构：青禾县政府\n• 生成日期：2021-03-23\n县政府重点工作任务（青政发〔2021〕2号）\n",
            "县政府重点工作任务",
            "青禾县政府",
        ),
    ],
)
def test_what_a_site_sets_above_a_title_is_no_part_of_it(lines: str, title: str, issuer: str) -> None:
    head = head_of(f"{lines}\n各乡镇：\n请认真执行。\n")
    assert (head.title, head.issuer) == (title, issuer)


def test_a_day_in_the_last_cell_of_a_page_is_that_of_issue() -> None:
    assert day_of("决定撤销新安社区。\n青禾县人民政府\n二○一○年十二月二日 |\n") == "2010-12-02"
