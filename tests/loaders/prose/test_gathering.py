"""Numbered items that are nothing but labels belong, with their siblings, to the heading above them."""

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes
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


def test_labels_between_a_title_and_a_table_of_tasks_make_no_task_of_the_title() -> None:
    row = "\t序号\n\t重点工作\n\t牵头单位\n\t完成时限\n\n\t1\n\t建成第二水厂\n\t县水利局\n\t9月底\n\n\n"
    text = f"县政府班子重点工作清单\n责任领导：李国栋\n\n{row}责任领导：陈勇\n\n{row.replace('第二', '第三')}"
    document = read_document(read_bytes(text.encode(), "清单.txt"))
    assert [(task.title, task.leaders) for task in document.tasks] == [("建成第二水厂", ()), ("建成第三水厂", ())]
    assert [one.source.quote for one in document.unread] == ["责任领导：李国栋", "责任领导：陈勇"]


def test_labels_of_an_item_above_its_table_stay_those_of_the_item() -> None:
    row = "\t序号\n\t重点工作\n\t牵头单位\n\t完成时限\n\n\t1\n\t建成第二水厂\n\t县水利局\n\t9月底\n\n\n"
    text = f"重点工作清单\n一、保障供水\n责任单位：县水利局\n\n{row}"
    titles = [task.title for task in read_document(read_bytes(text.encode(), "清单.txt")).tasks]
    assert titles == ["保障供水", "建成第二水厂"]
