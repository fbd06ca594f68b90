"""Numbered items that are nothing but labels belong, with their siblings, to the heading above them."""

import pytest

from tests.loaders.outlines import owners_of, tasks_of


@pytest.mark.parametrize(("first", "second"), [("1.{}", "2.{}"), ("（1）{}", "（2）{}"), ("①{}", "②{}")])
def test_labels_with_numbers_are_of_their_heading(first: str, second: str) -> None:
    [one, two] = tasks_of(
        f"一、引水。\n{first.format('新建水厂一座')}\n{second.format('责任单位：县水利局')}\n"
        f"二、通路。\n{first.format('牵头单位：县交通局')}\n{second.format('完成时限：2023年9月底')}"
    )
    assert (one.title, one.responsible_units) == ("引水", ("县水利局",))
    assert "新建水厂一座" in one.content
    assert (two.title, two.lead_units, two.due_text) == ("通路", ("县交通局",), "2023年9月底")


def test_content_may_stand_behind_the_labels() -> None:
    [task] = tasks_of("一、引水\n1.责任单位：县水利局\n2.完成时限：2023年6月底\n3.工作内容：新建水厂一座")
    assert (task.title, task.due_text) == ("引水", "2023年6月底")
    assert task.content.endswith("新建水厂一座")
    assert task.source.quote.endswith("新建水厂一座")


@pytest.mark.parametrize(
    "text",
    [
        "一、责任单位：县水利局\n二、完成时限：2023年6月底",
        "一、任务\n1.修渠\n2.责任单位：甲局\n3.植树\n4.责任单位：乙局",
        "一、工作要求\n1.时间要求：各单位要在6月底前完成自查。\n2.质量要求：确保真实。",
        "一、工作要求\n1.时间要求：各单位于6月底前完成。\n2.质量要求：确保真实。",
        "三、活动组织\n（一）主办单位：县体育局\n（二）承办单位：县文旅局\n（三）协办单位：各乡镇",
        "三、组织机构\n主办单位：县体育局\n承办单位：县文旅局",
        "一、举办单位。\n主办单位：县体育局；协办单位：县文旅局",
    ],
)
def test_labels_without_work_set_no_task(text: str) -> None:
    assert tasks_of(text) == ()


def test_a_heading_that_names_work_keeps_its_holders() -> None:
    assert owners_of("三、健全组织机构\n主办单位：县体育局") == [("县体育局", "", "")]


def test_a_label_beside_items_with_owners_is_not_the_headings() -> None:
    text = "一、任务\n1.修渠。（县水利局负责）\n2.植树。（县林业局负责）\n3.完成时限：2023年6月底"
    assert [task.title for task in tasks_of(text)] == ["修渠", "植树"]
