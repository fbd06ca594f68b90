"""A deadline among owners without a label sets none, names nobody, and is told."""

import pytest

from loaders.extract import read_document
from loaders.owners.name_evidence import is_deadline
from loaders.read import read_bytes


@pytest.mark.parametrize(
    ("owners", "date"),
    [
        ("（县水务局牵头，县气象台配合，长期坚持）", "长期坚持"),
        ("（县水务局牵头，2025年10月底前完成）", "2025年10月底前完成"),
        ("（县水务局负责，2025年12月底前）", "2025年12月底前"),
        ("（牵头单位：县水务局，持续推进）", "持续推进"),
        ("责任单位：县水务局，2025年9月30日前完成", "2025年9月30日前完成"),
    ],
)
def test_a_date_among_owners_is_told_and_is_no_owner(owners: str, date: str) -> None:
    text = f"山阳县保供工作方案\n一、疏浚沟渠。{owners}\n二、备足砂石。（责任单位：县粮站）\n"
    document = read_document(read_bytes(text.encode(), "plan.txt"))
    first, _ = document.tasks
    assert not first.dues
    assert date not in {*first.lead_units, *first.responsible_units, *first.supporting_units}
    told = [(one.reason, one.source.quote) for one in document.unread]
    assert told == [("unread.unlabelled_date", date)]


@pytest.mark.parametrize("name", ["县水务局", "八一中学", "长期护理保险中心", "各村", "五四农场"])
def test_a_name_that_begins_like_a_date_is_none(name: str) -> None:
    assert not is_deadline(name)


@pytest.mark.parametrize("date", ["长期", "每季度", "持续推进", "全年", "2024年6月底前"])
def test_a_date_beside_names_alone_leaves_the_bracket_an_owner_bracket(date: str) -> None:
    text = f"山阳县工作要点\n1.清理河道。（县水务局，{date}）\n2.管护。（县水务局、各乡镇）\n3.巡查。（县气象台）\n"
    document = read_document(read_bytes(text.encode(), "plan.txt"))
    assert [task.responsible_units for task in document.tasks] == [("县水务局",), ("县水务局", "各乡镇"), ("县气象台",)]
    assert [one.source.quote for one in document.unread] == [date]
