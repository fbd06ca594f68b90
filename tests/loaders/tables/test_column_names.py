"""A column's name is qualifiers and a noun: the noun at its end decides, and words of what was done take all away."""

import pytest

from loaders.tables.column_names import is_number_name, read_header, says_when_done

MEANINGS = {
    "work": "督办事项 整改事项 交办事项 考核任务 存在问题 反馈问题 督查任务 责任落实事项 工作任务及目标",
    "content": "整改措施 整改要求 督办内容 推进举措 工作内容及目标 整改措施和目标",
    "due": "完成日期 计划完成 计划完成时间 要求完成 销号时间 上线时间 办结日期 整改完成时间 拟完成日期 整改期限 "
    "完成月份 限期 验收时间",
    "postponed": "延期至 延期时间",
    "other": "实际完成 实际完成时间 完成时间（实际） 已完成时间 完成情况 进展情况 办理结果 工作进展 是否完成 有无问题 "
    "任务来源 资金来源及金额 督办单位 考核单位 开工时间 竣工时间 交办时间 活动时间 项目进度 牵头单位意见 "
    "责任单位落实情况 联系人",
    "date": "时间 上报日期",
    "unit": "承接单位 包联单位 所在乡镇 科室 工作专班 单位",
    "person": "包村干部 经办人 承办人 网格员 姓名",
    "unknown": "交办件 归口 被撤村",
}
OWNERS = {
    "responsible": "负责科室 责任科室 整改责任单位 责任专班 责任企业 责任村 责任村（社区） 承办 落实单位",
    "lead": "牵头科室 主办科室 牵头股室 牵头（责任）单位 整改牵头单位",
    "supporting": "协办科室 配合股室 协办 配合责任单位",
    "leaders": "包保领导 挂牌领导 挂联领导 分管副镇长 分管副县长 责任校长 包案领导",
}


@pytest.mark.parametrize(
    ("meaning", "name"), [(one, name) for one, names in MEANINGS.items() for name in names.split()]
)
def test_a_name_means_what_its_noun_and_its_qualifiers_say(meaning: str, name: str) -> None:
    assert read_header([name])[0].meaning == meaning


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in OWNERS.items() for name in names.split()])
def test_a_name_of_owners_gives_its_role(role: str, name: str) -> None:
    assert read_header([name])[0].roles == (role,)


def test_words_of_doing_alone_say_when_something_was_done() -> None:
    assert says_when_done("办结时间")
    assert not says_when_done("计划办结时间")
    assert not says_when_done("办结时限")


def test_the_running_numbers_are_known_by_their_name() -> None:
    assert is_number_name("序 号")
    assert not is_number_name("1")
