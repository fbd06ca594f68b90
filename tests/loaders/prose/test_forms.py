"""Empty fields of a form set no task."""

import pytest

from tests.loaders.outlines import owners_of, tasks_of

LETTER = "关于征求意见的函\n各乡镇：\n请于8月19日前反馈意见。\n县住建局\n2023年8月17日\n"


@pytest.mark.parametrize(
    "form",
    [
        "发文稿纸\n拟稿单位：建设股\n主办股室负责人：\n拟稿人：\n核稿：\n",
        "任务书\n项目名称：\n承担单位：（盖章）\n项目负责人：（签章）\n填报日期：    年  月  日\n",
        "发文笺\n签发：      会签：\n主办单位：      拟稿人：      核稿人：\n",
        "申报表\n责任单位：____\n完成时限：____\n",
    ],
)
def test_a_form_to_fill_in_sets_no_task(form: str) -> None:
    assert tasks_of(LETTER + form) == ()


def test_a_label_above_its_names_is_no_empty_field() -> None:
    assert owners_of("一、修渠。\n牵头单位：\n责任单位：\n县水利局\n县林业局\n") == [("", "县水利局 县林业局", "")]
