"""The title of a paper on one line ends where its body opens."""

import pytest

from graph.words.fold import compact
from loaders.papers.glued_title import end_of_title


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("青石县水利工作方案", "为做好水利工作，制定本方案。"),
        ("青石县水利工作方案", "一、总则。修渠。"),
        ("青石县水利工作方案（试行）", "第一章总则"),
        ("青石县水利工作方案", "（2023年4月6日）为做好水利工作"),
        ("关于印发青石县水利工作方案的通知", "各乡（镇）人民政府，县直各单位：请执行。"),
        ("关于印发青石县水利工作方案任务分工的通知", "青水发〔2023〕5号各乡镇："),
        ("转发《关于修渠工作方案的意见》的通知", "县直有关单位：请执行。"),
        ("青石县2022年工作要点", "2022年全县水利工作坚持两手抓，力求实效。"),
        ("", "为贯彻《国务院关于修渠的意见》，制定方案。"),
        ("", "一、制定工作方案。"),
        ("", "2020年总体思路是：制定实施方案，抓好落实。"),
        ("", "会议审议了水利工作方案，要求抓好落实。"),
        ("", "青石县水利工作方案编制情况良好，抓好落实。"),
    ],
)
def test_a_title_ends_where_the_body_opens(title: str, rest: str) -> None:
    assert end_of_title(compact(title + rest)) == len(title)
