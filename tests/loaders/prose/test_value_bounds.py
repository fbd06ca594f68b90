"""A label's value ends before whatever follows it on its line: names × dates × followers."""

from itertools import product

import pytest

from tests.loaders.outlines import tasks_of

NAMES = {
    "县水利局": ("县水利局",),
    "县国资局、各乡镇": ("县国资局", "各乡镇"),
    "县数据局（县大数据中心）、县林业局": ("县数据局（县大数据中心）", "县林业局"),
    "县水务公司 县住建局 各街道": ("县水务公司", "县住建局", "各街道"),
    "各村（社区）": ("各村（社区）",),
    "镇农业服务中心，各村": ("镇农业服务中心", "各村"),
    "县委组织部、县委宣传部": ("县委组织部", "县委宣传部"),
    "县对外联络办、县为民服务中心": ("县对外联络办", "县为民服务中心"),
    "县财政局等有关部门": ("县财政局",),
}
DATES = {
    "2023年6月底前": ("2023-06-30",),
    "6月30日": ("2023-06-30",),
    "2023年9月": ("2023-09-30",),
    "2023年3月-5月": ("2023-05-31",),
    "长期坚持": (),
    "2023年底": ("2023-12-31",),
    "每季度末": (),
    "2023年6月底前完成": ("2023-06-30",),
    "2023年三季度": ("2023-09-30",),
}
SENTENCES = (
    " 本规定从下发当日起施行。",
    " 以上措施由县发改局负责解释",
    " 请各单位结合实际抓好落实",
    " 特此通知",
    " 各单位要加强组织领导，确保按期完成。",
    " 各乡镇、各部门要高度重视。",
    " 望认真贯彻执行",
    " 现将有关事项通知如下：",
    " 对推进不力的单位，将予以通报。",
    " 为确保任务落实，成立领导小组。",
    " 由县政府督查室跟踪督办。",
    " 下一步，将继续加大力度。",
    " 自2023年2月1日起施行",
    " 有效期至2025年12月31日",
    "。各单位要抓紧。",
    "\n以上任务按月调度。",
)
NOTES = (
    " （此件公开发布）",
    "（此件公开发布）",
    "\n（此件公开发布）",
    " （注：以上任务按月调度）",
    " （共印50份）",
    " 注：标★的为省定任务",
    " 附件：设备清单",
    " 抄送：县委办公室",
    " 联系人：张三 联系电话：0825-1234567",
    " 考核标准：完成率100%",
    " 申报期限：3月1日至31日",
    " 资金来源：县财政",
    " 主动公开",
    " 三、工作要求。加强领导。",
)
SIGNATURES = (
    " 县政府办公室 2023年1月5日",
    " 青禾县人民政府2023年1月5日",
    " 青禾县水利局 青禾县财政局 2023年1月5日",
    "青禾县人民政府办公室2023年1月5日",
    "青禾县人民政府2023年1月5日附件：1.清单",
    "\n青禾县人民政府\n2023年1月5日",
    " 二〇二三年一月五日",
)
NEXT = ("二、植树。栽树五百株。责任单位：县园林所", "三、植树。栽树五百株。责任单位：县园林所")


def read(words: str) -> tuple[tuple[str, ...], str, tuple[str, ...], int]:
    tasks = tasks_of(f"青禾县2023年工作方案\n一、修渠。清淤五公里。{words}")
    units = (*tasks[0].lead_units, *tasks[0].responsible_units, *tasks[0].supporting_units)
    return units, tasks[0].due_text, tuple(due.on for due in tasks[0].dues if due.on), len(tasks)


@pytest.mark.parametrize("follower", [*SENTENCES, *NOTES, *SIGNATURES, NEXT[0]])
def test_names_end_before_what_follows(follower: str) -> None:
    number = 2 if follower in NEXT else 1
    wrong = [
        (label, names, found)
        for (names, wanted), label in product(NAMES.items(), ("责任单位", "牵头单位", "配合部门"))
        if (found := read(f"{label}：{names}{follower}")) != (wanted, "", (), number)
    ]
    assert wrong == []


@pytest.mark.parametrize("follower", [*SENTENCES, *NOTES, *SIGNATURES, NEXT[0]])
def test_a_date_ends_before_what_follows(follower: str) -> None:
    number = 2 if follower in NEXT else 1
    wrong = [
        (label, date, found)
        for (date, days), label in product(DATES.items(), ("完成时限", "时限", "时间要求"))
        if (found := read(f"责任单位：县林草局 {label}：{date}{follower}")) != (("县林草局",), date, days, number)
    ]
    assert wrong == []


@pytest.mark.parametrize("gap", ["", " ", "；", "，"])
def test_the_next_label_ends_a_value_with_any_gap(gap: str) -> None:
    wrong = [
        (names, date, found)
        for (names, wanted), (date, days) in product(NAMES.items(), DATES.items())
        for words in (f"责任单位：{names}{gap}完成时限：{date}", f"完成时限：{date}{gap}责任单位：{names}")
        if (found := read(words)) != (wanted, date, days, 1)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("责任单位：县水利局 县供销社、各乡镇", ("县水利局", "县供销社", "各乡镇")),
        ("责任单位：县水利局 牵头，县林业局 配合", ("县水利局", "县林业局")),
        ("责任单位：县水利局 （县河长办）、各村", ("县水利局（县河长办）", "各村")),
        ("责任单位：县 水 利 局 县 林 业 局", ("县水利局县林业局",)),
        ("责任单位：县委 组织部、各乡镇", ("县委组织部", "各乡镇")),
        ("责任单位：县水利局、 县林业局", ("县水利局", "县林业局")),
    ],
)
def test_names_go_on_behind_a_blank(words: str, units: tuple[str, ...]) -> None:
    assert read(words)[0] == units


@pytest.mark.parametrize(
    "due",
    [
        "2023年6月 底前",
        "2023年 6月30日",
        "6月底前 9月底前",
        "2023年6月底前 并长期坚持",
        "试点村6月底前 其余村9月底前",
    ],
)
def test_a_date_goes_on_behind_a_blank(due: str) -> None:
    assert read(f"责任单位：县林草局 完成时限：{due}")[1] == due
