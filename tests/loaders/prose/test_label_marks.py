"""Labels without a colon: a blank behind them stands for it, at the start of a line and of a clause."""

import pytest

from tests.loaders.outlines import owners_of, tasks_of


@pytest.mark.parametrize("blank", [" ", "　", "  "])
@pytest.mark.parametrize("before", ["\n", "。做好管护。", "；", "，"])
def test_a_blank_stands_for_the_colon(before: str, blank: str) -> None:
    [task] = tasks_of(
        f"山阳县方案\n一、修渠{before}牵头单位{blank}县水利局；配合单位{blank}县财政局、各乡镇；"
        f"完成时限{blank}2024年6月底前"
    )
    assert (task.title, task.lead_units, task.supporting_units) == ("修渠", ("县水利局",), ("县财政局", "各乡镇"))
    assert task.due_text == "2024年6月底前"


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("责任单位 海关", ("", "海关", "")),
        ("责任单位 县水利局牵头，各乡镇配合", ("县水利局", "", "各乡镇")),
        ("牵头单位 县水利局 配合单位 县财政局", ("县水利局", "", "县财政局")),
        ("责任单位 县水利局 联系人 张三", ("", "县水利局", "")),
        ("责任单位 国网山阳供电公司、县水利局", ("", "国网山阳供电公司 县水利局", "")),
    ],
)
@pytest.mark.parametrize("before", ["\n", "。"])
def test_the_value_may_be_any_list_of_owners(before: str, clause: str, owners: tuple[str, str, str]) -> None:
    assert owners_of(f"山阳县方案\n一、修渠{before}{clause}") == [owners]


@pytest.mark.parametrize(
    "clause",
    [
        "责任单位 要认真抓好落实",
        "牵头单位 负责统筹协调，配合单位 做好配合",
        "责任单位 各镇街 要认真落实",
        "责任单位 由县政府另行确定",
        "完成时限 由各单位自定",
    ],
)
@pytest.mark.parametrize("before", ["\n", "。", "，"])
def test_a_sentence_behind_the_blank_is_no_value(before: str, clause: str) -> None:
    assert tasks_of(f"山阳县方案\n一、修渠{before}{clause}。") == ()
