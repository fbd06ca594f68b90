"""Lines of the web page around a paper are left out, lines of the paper are kept."""

import pytest

from graph.words.fold import Folded, compact, fold
from loaders.files.furniture import foot_start, page_furniture

FOOTER = "版权所有：青峦县人民政府 备案号：蜀ICP备00000001号"
PAPER = ("青峦县农田水利任务清单", "1.修渠。（县水利局负责）", "2.植树。（县林业局负责）")


def kept(*lines: str) -> list[str]:
    furniture = page_furniture([compact(line) for line in lines])
    return [line for at, line in enumerate(lines) if at not in furniture]


@pytest.mark.parametrize(
    "line", ["主办：青峦县人民政府 承办：县政府办", "主办单位：青峦县人民政府", "承办单位：县政府办"]
)
def test_who_runs_the_site_is_left_out_beside_its_rights(line: str) -> None:
    assert kept(*PAPER, line, FOOTER) == [*PAPER]


def test_who_runs_the_site_is_left_out_beside_buttons() -> None:
    assert kept(*PAPER, "【我要纠错】 【打印】 【关闭】", "主办单位：青峦县人民政府 技术支持：县数据局") == [*PAPER]


def test_a_label_of_a_task_is_kept() -> None:
    assert kept("1.修渠。", "主办单位：县水利局") == ["1.修渠。", "主办单位：县水利局"]


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 政策文件 > 青峦县人民政府办公室文件",
        "您当前的位置：首页＞公开目录",
        "政府文件 » 县政府办文件 » 2023年",
        "字号：大 中 小 打印 关闭",
        "【打印本页】【关闭窗口】",
        "首页 | 政务公开 | 互动交流",
        "来源：县政府办 浏览次数：12",
    ],
)
def test_menus_ways_and_buttons_above_a_paper_are_left_out(line: str) -> None:
    assert kept(line, *PAPER) == [*PAPER]


@pytest.mark.parametrize(
    "line", ["上一篇：关于做好防汛工作的通知", "分享到：微信 微博", "责任编辑：陈晨", "扫一扫在手机打开当前页"]
)
def test_the_foot_of_a_page_is_left_out(line: str) -> None:
    assert kept(*PAPER, line) == [*PAPER]


def test_a_menu_of_a_button_a_line_is_left_out_at_the_edges_alone() -> None:
    assert kept("首页", "政务公开", "登录", *PAPER, "政务公开", "打印", "关闭") == [*PAPER]
    assert kept(PAPER[0], "政务公开", *PAPER[1:]) == [PAPER[0], "政务公开", *PAPER[1:]]


@pytest.mark.parametrize(
    "line",
    [
        "3.完善网站地图和版权所有等标识。",
        "办理流程：申请 > 受理 > 审核 > 办结",
        "4.公众号浏览次数：每月不少于1万次",
        "责任单位：县政务服务中心、县大数据中心",
        "中小学",
        "全年 > 上年",
    ],
)
def test_lines_of_a_paper_with_such_words_are_kept(line: str) -> None:
    assert kept(*PAPER, line, "各单位要抓好落实。") == [*PAPER, line, "各单位要抓好落实。"]


@pytest.mark.parametrize(
    ("paper", "foot"),
    [
        ("二、植树。（县林业局负责） ", "打印 关闭 主办：青峦县人民政府 承办：县政府办 蜀ICP备00000001号"),
        ("全县辖7个乡。", "【打印本页】【关闭窗口】 主办：青峦县人民政府"),
        ("青峦县人民政府 2024年3月1日 ", "分享到：微信 微博"),
        ("1.修渠。主办单位：县水利局 承办单位：县林业局", ""),
        ("1.修渠。（县水利局负责）", ""),
        ("1.建成网上下载、打印系统", ""),
    ],
)
def test_the_foot_of_a_page_on_one_line_with_the_paper_begins_behind_it(paper: str, foot: str) -> None:
    assert foot_start(Folded(fold(paper + foot))) == len(paper)
