"""A part of owners' words that names nobody and sets no deadline is told."""

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


@pytest.mark.parametrize(
    ("owners", "named", "told"),
    [
        (
            "（县水务局牵头，各乡镇组织发动，县财政局保障资金）",
            ["县水务局"],
            ["各乡镇组织发动", "县财政局保障资金"],
        ),
        (
            "（县水务局牵头，县财政局、县审计局监管资金，各村具体落实）",
            ["县水务局", "县财政局", "各村"],
            ["县审计局监管资金"],
        ),
        ("（县水务局牵头抓总，县公安局维护秩序）", ["县水务局"], ["县公安局维护秩序"]),
        ("（县水务局牵头，海关查验货物，供电公司保电）", ["县水务局"], ["海关查验货物", "供电公司保电"]),
        ("（县水务局负责；县财政局保障经费）", ["县水务局"], ["县财政局保障经费"]),
        ("（责任单位：县水务局牵头，各村发动群众）", ["县水务局"], ["各村发动群众"]),
        ("\n责任单位：县水务局牵头，县财政局保障资金", ["县水务局"], ["县财政局保障资金"]),
        ("（县水务局牵头，各村网格员配合）", ["县水务局", "各村网格员"], []),
        ("（县水务局负责修渠、护林）", ["县水务局"], []),
        ("（县水务局牵头，县气象局指导）", ["县水务局"], []),
        ("（责任单位：县水务局（牵头）、县气象局）", ["县水务局", "县气象局"], []),
    ],
)
def test_a_body_with_an_unknown_verb_is_told(owners: str, named: list[str], told: list[str]) -> None:
    text = f"山阳县保供工作方案\n一、疏浚沟渠。{owners}\n"
    document = read_document(read_bytes(text.encode(), "plan.txt"))
    [task] = document.tasks
    assert [*task.lead_units, *task.responsible_units, *task.supporting_units, *task.leader_roles] == named
    assert [one.source.quote for one in document.unread if one.reason == "unread.part"] == told


def test_a_bracket_of_clauses_without_a_verb_of_duty_is_refused() -> None:
    text = "山阳县工作要点\n一、清淤。（各乡镇组织发动，县财政局保障资金）\n二、植树。（县林业局负责）\n"
    document = read_document(read_bytes(text.encode(), "plan.txt"))
    assert [task.title for task in document.tasks] == ["植树"]
    assert [one.source.quote for one in document.unread] == ["（各乡镇组织发动，县财政局保障资金）"]


@pytest.mark.parametrize(("bracket", "told"), [("（青石镇、东河镇）", True), ("（大坪村、小坪村）", False)])
def test_towns_alone_in_a_bracket_are_told(bracket: str, told: bool) -> None:  # noqa: FBT001
    text = f"山阳县工作要点\n一、清淤。{bracket}\n二、植树。（县林业局负责）\n"
    document = read_document(read_bytes(text.encode(), "plan.txt"))
    assert [task.title for task in document.tasks] == ["植树"]
    assert [one.source.quote for one in document.unread] == [bracket] * told
