"""Blocks of `key：value` whose first key comes back are items of their own; what they report is none of it."""

import pytest

from tests.loaders.outlines import tasks_of

BLOCKS = [
    (
        "督办事项：修渠\n责任单位：县水利局\n完成时限：2024年6月底前\n进展情况：已完成3处，2024年5月开工。\n"
        "督办事项：植树\n责任单位：县林业局\n完成时限：2024年9月底前\n进展情况：已启动招标。"
    ),
    (
        "督办事项：修渠\n责任单位：县水利局\n进展情况：预计2024年8月完工。\n完成时限：2024年6月底前\n"
        "督办事项：植树\n责任单位：县林业局\n进展情况：已启动。\n完成时限：2024年9月底前"
    ),
    (
        "1.督办事项：修渠\n责任单位：县水利局\n完成时限：2024年6月底前\n办理情况：已开工\n"
        "2.督办事项：植树\n责任单位：县林业局\n完成时限：2024年9月底前\n办理情况：已开工"
    ),
    (
        "序号：1\n任务名称：修渠\n责任单位：县水利局\n完成时间：2024年6月底前\n实际完成时间：2024年5月20日\n"
        "序号：2\n任务名称：植树\n责任单位：县林业局\n完成时间：2024年9月底前\n实际完成时间："
    ),
    (
        "【督办事项】修渠\n【责任单位】县水利局\n【完成时限】2024年6月底前\n【进展情况】已开工\n"
        "【督办事项】植树\n【责任单位】县林业局\n【完成时限】2024年9月底前\n【进展情况】已开工"
    ),
    (
        "事项名称：修渠\n责任单位：县水利局；完成时限：2024年6月底前；进展情况：已完成1个\n"
        "事项名称：植树\n责任单位：县林业局；完成时限：2024年9月底前；进展情况：已开工"
    ),
    (
        "督办事项：修渠 责任单位：县水利局 完成时限：2024年6月底前 进展情况：已完成3处\n"
        "督办事项：植树 责任单位：县林业局 完成时限：2024年9月底前 进展情况：已启动"
    ),
    (
        "修渠\n责任单位：县水利局\n完成时限：2024年6月底前\n工作进展：已完成3处\n"
        "植树\n责任单位：县林业局\n完成时限：2024年9月底前\n工作进展：已启动"
    ),
    (
        "督办事项：修渠\n责任单位：县水利局\n完成时限：2024年6月底前\n联系人：张三\n联系电话：0000-111\n"
        "督办事项：植树\n责任单位：县林业局\n完成时限：2024年9月底前\n联系人：李四\n联系电话：0000-222"
    ),
    (
        "进展情况：已开工。\n督办事项：修渠\n责任单位：县水利局\n完成时限：2024年6月底前\n"
        "进展情况：已启动。\n督办事项：植树\n责任单位：县林业局\n完成时限：2024年9月底前"
    ),
]


@pytest.mark.parametrize("heading", ["青石县督办台账\n", "一、督办事项\n"])
@pytest.mark.parametrize("blocks", BLOCKS)
def test_each_block_is_one_task_without_what_it_reports(heading: str, blocks: str) -> None:
    found = [(task.title, task.content, task.responsible_units, task.due_text) for task in tasks_of(heading + blocks)]
    assert found == [("修渠", "", ("县水利局",), "2024年6月底前"), ("植树", "", ("县林业局",), "2024年9月底前")]


def test_a_problem_is_the_title_and_its_measures_the_content() -> None:
    tasks = tasks_of(
        "湖东区整改台账\n存在问题：值班不到位\n整改措施：1.修订制度；2.每周抽查\n责任单位：区卫健局\n"
        "整改时限：2024年3月底前\n整改落实情况：2024年2月已抽查。\n存在问题：药品管理不规范\n"
        "整改措施：1.清点药品；2.建立台账\n责任单位：区中医院\n整改时限：2024年4月底前\n整改落实情况：正在推进。"
    )
    assert [(task.title, task.content) for task in tasks] == [
        ("值班不到位", "整改措施：1.修订制度；2.每周抽查"),
        ("药品管理不规范", "整改措施：1.清点药品；2.建立台账"),
    ]
    assert [task.due_text for task in tasks] == ["2024年3月底前", "2024年4月底前"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "1.修渠\n责任单位：县水利局\n工作目标：通水。\n完成时限：2024年6月底前\n"
            "2.植树\n责任单位：县林业局\n工作目标：成活。\n完成时限：2024年9月底前"
        ),
        (
            "一、修渠\n（一）责任单位：县水利局\n（二）完成时限：2024年6月底前\n（三）进展情况：已开工\n"
            "二、植树\n（一）责任单位：县林业局\n（二）完成时限：2024年9月底前\n（三）进展情况：已开工"
        ),
        (
            "1.修渠。责任单位：县水利局；完成时限：2024年6月底前；当前进展：已完成2公里，2024年7月完工。\n"
            "2.植树。责任单位：县林业局；完成时限：2024年9月底前；当前进展：已开工。"
        ),
    ],
)
def test_a_key_below_the_owners_of_a_heading_begins_no_record(text: str) -> None:
    assert [(task.title, task.due_text) for task in tasks_of(text)] == [
        ("修渠", "2024年6月底前"),
        ("植树", "2024年9月底前"),
    ]


def test_a_report_outside_a_block_of_labels_stays_in_the_words() -> None:
    [task] = tasks_of("一、夯实基础\n基本情况：全县有渠道5公里。\n新修渠道2公里。\n责任单位：县水利局")
    assert task.title == "夯实基础"
    assert task.content.startswith("基本情况：全县有渠道5公里")
