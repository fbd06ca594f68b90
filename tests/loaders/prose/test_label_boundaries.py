"""A label counts at a boundary; a label word that ends a longer noun names a field of something else."""

from itertools import product

import pytest

from tests.loaders.outlines import tasks_of

NOUNS = (
    *("还款", "贷款", "公示", "申报", "受理", "报名", "企业", "学校", "合同"),
    *("租赁", "保修", "任职", "培训", "考试", "施工", "工程", "合作社", "门店"),
    *("车间", "缴费", "投诉处理", "承诺", "征集", "评选", "面试", "供货", "质保"),
    *("竞聘", "公告", "听证", "班组", "展会", "投标", "活动", "补贴发放", "借款"),
    *("认购", "试运行", "网格", "转正", "试用", "查阅", "领取"),
)
WEAK = ("期限", "时限", "截止时间", "时间要求", "时间安排", "进度", "负责人")
GLUED = {"完成时限": "due", "责任单位": "responsible", "牵头单位": "lead", "配合部门": "supporting"}
FRAMES = (
    "青禾县办事指南\n一、对象：县内小微企业。\n二、{}：{}。\n三、其他事项。",
    "一、设立风险补偿金，内容如下：\n1.额度：单户不超过五百万元。\n2.{}：{}。",
    "一、扶持对象。县内企业均可办理{}：{}",
    "（二）办理方式。到窗口办理。\n{}：{}",
    "二、说明。凡符合条件的均可办理。{}：{}",
)
BOUNDARIES = (
    "。{}：{}",
    "\n{}：{}",
    "\n1.{}：{}",
    "\n（1）{}：{}",
    " {}：{}",
    "；{}：{}",
    "（{}：{}）",
    "\n●{}：{}",
    "。责任单位：县水利局{}：{}",
    "。责任单位：县水利局、各乡镇{}：{}",
    "。责任单位：县农商行负责{}：{}",
    "。责任单位：青禾海关{}：{}",
    "。牵头领导：张三{}：{}",
    "。项目{}：{}",
    "\n任务{}：{}",
)


def value(label: str) -> str:
    if label.endswith("人"):
        return "李刚"
    return "县林业局" if label.endswith(("单位", "部门")) else "2023年6月底前"


@pytest.mark.parametrize("frame", FRAMES)
def test_a_noun_that_ends_in_a_label_word_sets_no_task(frame: str) -> None:
    read = [noun + label for noun, label in product(NOUNS, WEAK) if tasks_of(frame.format(noun + label, value(label)))]
    assert read == []


@pytest.mark.parametrize("boundary", BOUNDARIES)
@pytest.mark.parametrize("label", [*WEAK, *GLUED])
def test_a_label_counts_at_a_boundary_and_behind_another_value(label: str, boundary: str) -> None:
    [task] = tasks_of("一、修渠。清淤五公里" + boundary.format(label, value(label)))
    units = {"lead": task.lead_units, "responsible": task.responsible_units, "supporting": task.supporting_units}
    role = GLUED.get(label, "due")
    stated = task.leaders if label.endswith("人") else (task.due_text,) if role == "due" else units[role]
    assert value(label) in stated
    assert task.content.rstrip("。；") == "清淤五公里"


@pytest.mark.parametrize("label", GLUED)
def test_the_four_great_labels_count_glued_to_a_sentence(label: str) -> None:
    [task] = tasks_of(f"一、修渠。务求株株成活{label}：{value(label)}")
    assert task.content == "务求株株成活"


@pytest.mark.parametrize("gap", ["；", "\n", " "])
@pytest.mark.parametrize("before", ["整改时限：6月底", "整改责任单位：县住建局"])
def test_a_noun_between_a_value_and_a_label_belongs_to_the_label(before: str, gap: str) -> None:
    [task] = tasks_of(f"一、占道经营。限期清理。{before}{gap}整改责任人：李刚")
    assert (task.content, task.leaders) == ("限期清理。", ("李刚",))
    assert (task.due_text, *task.responsible_units) in {("6月底",), ("", "县住建局")}


def test_a_name_between_a_value_and_a_label_is_a_name() -> None:
    [task] = tasks_of("一、修渠。五公里。责任单位：县水利局 各街道完成时限：6月底")
    assert (task.responsible_units, task.due_text) == (("县水利局", "各街道"), "6月底")


def test_the_last_sign_of_a_person_begins_no_item() -> None:
    [_, task, _] = tasks_of("一、甲。责任人：李刚\n二、乙。责任人：副县长张三、县政府办主任王敏\n三、丙。责任人：李刚")
    assert task.leaders == ("张三", "王敏")


@pytest.mark.parametrize("gap", ["", "，", "；", " "])
def test_a_noun_and_label_word_behind_a_name_are_a_field(gap: str) -> None:
    [task] = tasks_of(f"一、稳岗补贴。发放补贴。责任单位：县人社局{gap}申报期限：3月1日至31日")
    assert (task.responsible_units, task.due_text) == (("县人社局",), "")


@pytest.mark.parametrize("text", ["一、修渠。进度：已完成八成", "一、修渠。五公里。\n还 款 期 限：6月底"])
def test_reports_and_justified_nouns_are_no_deadline(text: str) -> None:
    assert tasks_of(text) == ()
