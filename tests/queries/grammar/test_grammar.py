"""A question is read part by part, whatever the order of its parts, or what is not understood is named."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.grammar.grammar import read
from queries.grammar.question_words import QuestionWord, question_words
from tests.effort import examples
from tests.queries.grammar.known import known

TODAY = date(2021, 5, 20)
NAMES = known()


@pytest.mark.parametrize(
    ("question", "asked", "reading"),
    [
        ("李青山6月有哪些任务", "tasks", "责任领导=李青山，时限=2021年6月"),
        ("6月李青山的任务", "tasks", "时限=2021年6月，责任领导=李青山"),
        ("李青山牵头的任务", "tasks", "牵头领导=李青山"),
        ("社事办牵头的任务", "tasks", "牵头单位=社事办"),
        ("牵头单位是社事办的任务", "tasks", "牵头单位=社事办"),
        ("李青山分管、牵头单位是社事办的任务", "tasks", "责任领导=李青山，牵头单位=社事办"),
        ("社事办牵头、党建办配合的任务", "tasks", "牵头单位=社事办，配合单位=党建办"),
        ("社会治理与应急管理办主办的事项", "tasks", "牵头单位=社会治理与应急管理办"),
        ("12月底前白石镇要完成什么", "tasks", "时限≤2021年12月31日，地方=白石镇"),
        ("白石镇社事办承办的任务", "tasks", "地方=白石镇，责任单位=社事办"),
        ("哪些任务没有牵头单位", "tasks", "缺=牵头单位"),
        ("没有时限也没有责任领导的任务", "tasks", "缺=时限，缺=责任领导"),
        ("李青山和王小河共同的任务", "tasks", "责任领导=李青山，责任领导=王小河，范围=共同的任务"),
        ("《盘活闲置资产工作方案》里社事办的任务", "tasks", "方案=盘活闲置资产工作方案，单位=社事办"),
        ("《盘活闲置资产》的任务", "tasks", "方案=盘活闲置资产"),
        ("白委发〔2021〕8号有哪些任务", "tasks", "文件=白委发(2021)8号"),
        ("关于“修路”的任务", "tasks", "内容含=修路"),
        ("关于“社事办”的任务", "tasks", "内容含=社事办"),
        ("涉及高桥村的任务", "tasks", "涉及地方=高桥村"),
        ("高桥村合并前后的任务", "tasks", "涉及地方=高桥村，范围=合并前后"),
        ("党建办今年没到期的任务", "tasks", "单位=党建办，时限=2021年，时限≥2021年5月20日"),
        ("社事办和党建办共同牵头的任务", "tasks", "牵头单位=社事办，牵头单位=党建办，范围=共同的任务"),
        ("社事办与党建办都承担的任务", "tasks", "单位=社事办，单位=党建办，范围=共同的任务"),
        ("本月及下月到期的任务", "tasks", "时限=2021年5月至6月"),
        ("涉及公有资产的任务", "tasks", "内容含=公有资产"),
        ("负荷最重的单位是谁", "units", "问=单位（按负荷）负荷最重"),
        ("李青山比王小河多牵头几项", "difference", "牵头领导=李青山，牵头领导=王小河，问=多几项"),
        ("高桥村和双河村合并后叫什么", "lineage", "地方=高桥村、双河村，问=后来怎样"),
        ("白石镇合并前有哪些村", "merged", "地方=白石镇，问=合并了的村"),
        ("社事办牵头几项", "count", "牵头单位=社事办，问=几项任务"),
        ("白石镇有多少项任务", "count", "地方=白石镇，问=几项任务"),
        ("党建办比社事办多几项", "difference", "单位=党建办，单位=社事办，问=多几项"),
        ("社事办牵头的任务比党建办少几项", "difference", "牵头单位=社事办，牵头单位=党建办，问=少几项"),
        ("青峦县比白石镇多几项", "difference", "地方=青峦县，地方=白石镇，问=多几项"),
        ("谁的任务最重", "leaders", "问=领导（按负荷）最重"),
        ("任务最多的前三名领导", "leaders", "问=领导（按任务数）最多前3"),
        ("各单位牵头几项", "units", "问=牵头单位（按任务数）"),
        ("李青山和王小河谁的任务多", "leaders", "领导=李青山，领导=王小河，问=领导（按任务数）多"),
        ("李青山的任务由哪些单位牵头", "units", "责任领导=李青山，问=牵头单位"),
        ("“修路”由谁牵头", "units", "内容含=修路，问=牵头单位"),
        ("“修路”归谁管", "leaders", "内容含=修路，问=领导"),
        ("“修路”出自哪份文件", "documents", "内容含=修路，问=文件"),
        ("李青山哪些月份有任务到期", "months", "责任领导=李青山，问=月份"),
        ("白石镇有多少个村", "count", "地方=白石镇，问=几个村（社区）"),
        ("高桥村是怎么来的", "lineage", "地方=高桥村，问=怎么来的"),
        ("高桥村由哪两个村合并而来", "lineage", "地方=高桥村，问=怎么来的"),
        ("高桥村是哪些村合并成的", "lineage", "地方=高桥村，问=怎么来的"),
        ("高桥村并到哪里去了", "lineage", "地方=高桥村，问=后来怎样"),
        ("高桥村现在叫什么名字", "lineage", "地方=高桥村，问=后来怎样"),
        ("高桥村原来叫什么", "lineage", "地方=高桥村，问=怎么来的"),
        ("高桥村什么时候合并的", "lineage", "地方=高桥村，问=前后"),
        ("高桥村和双河村合并成了什么村", "lineage", "地方=高桥村、双河村，问=后来怎样"),
        ("哪些村撤销了", "merged", "问=撤销的村"),
        ("哪些时限前后不一", "conflicts", "问=时限前后不一"),
    ],
)
def test_a_question_is_read(question: str, asked: str, reading: str) -> None:
    found = read(question, NAMES, TODAY)
    assert (found.not_understood, found.asked, found.sentence) == ((), asked, reading)


@pytest.mark.parametrize(
    "typed",
    [
        "请问：社事办牵头的任务有哪些？谢谢！",
        " 社事办　牵头 的 任务 ",
        "麻烦帮我查一下「社事办」牵头的工作。",
        "社事辦牽頭的任務",
    ],
)
def test_blanks_signs_and_polite_words_change_nothing(typed: str) -> None:
    found = read(typed, NAMES, TODAY)
    assert (found.not_understood, found.parts[0].name) == ((), "牵头单位")
    assert found.conditions.owners[0].name.ids == ("u1", "u2")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("赵钱孙有哪些任务", "赵钱孙"),
        ("火星办牵头的任务", "火星办"),
        ("社事办花了多少钱", "花"),
        ("社事办不牵头的任务", "不"),
        ("社事办牵头的任务完成得怎么样", "怎么样"),
        ("李青山和王小河的任务", "王小河"),
        ("白沙洲村是怎么来的", "白沙洲村"),
        ("13月到期的任务", "13月"),
        ("2021年2月30日到期的任务", "2月30日"),
        ("6月和9月到期的任务", "9月"),
        ("除社事办外谁牵头最多", "除"),
        ("高桥村包括哪些村", "高桥村"),
        ("你好", "你好"),
        ("", ""),
        ("？？", "？？"),
    ],
)
def test_what_is_not_understood_is_named(question: str, named: str) -> None:
    found = read(question, NAMES, TODAY)
    assert found.not_understood
    assert named in "".join(found.not_understood)


def test_a_title_of_a_task_is_one_part_whatever_words_it_is_made_of() -> None:
    question = "由谁负责做好村里的工作"
    assert read(question, NAMES, TODAY).conditions.holding == "好村里"
    found = read(question, NAMES, TODAY, ["做好村里的工作"])
    assert (found.not_understood, found.conditions.holding) == ((), "做好村里的工作")


@pytest.mark.parametrize("row", question_words().words)
def test_a_row_of_words_stands_in_its_example(row: QuestionWord) -> None:
    assert any(word in row.example.replace("了", "") for word in row.words), row.example


PIECES = st.sampled_from(
    [word for row in question_words().words for word in row.words]
    + [word for row in question_words().relative for word in row.words]
    + ["李青山", "社事办", "白石镇", "高桥村", "6月", "“修路”", "2021年", "火星"]
)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join))
def test_any_words_in_any_order_are_read_or_refused(question: str) -> None:
    found = read(question, NAMES, TODAY)
    assert found.not_understood or found.parts or found.asked
    assert found == read(question, NAMES, TODAY)
