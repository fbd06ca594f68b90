"""`plangraph ask`: the reading, rows as other commands tell them, and refusals that name what was not understood."""

import json

import pytest

from tests.api.conftest import Program


def test_tasks_of_a_question_are_those_of_the_list(loaded: Program) -> None:
    told = json.loads(loaded("ask", "冉泰休2021年6月有哪些任务", "--json").out)
    listed = loaded("tasks", "--leader", "冉泰休", "--due-after", "2021-06", "--due-before", "2021-06", "--json")
    assert set(told) == {"reading", "parts", "not_understood", "rows"}
    assert told["reading"] == "责任领导=冉泰休，时限=2021年6月"
    assert told["parts"][0] == {"name": "责任领导", "value": "冉泰休", "words": "冉泰休"}
    assert told["rows"] == json.loads(listed.out) != []


def test_a_table_has_the_titles_of_tasks_and_the_reading_stands_aside(loaded: Program) -> None:
    run = loaded("ask", "冉泰休6月有哪些任务", "--today", "2021-05-20")
    assert run.code == 0
    assert "组建镇应急队" in run.out
    assert "责任领导=冉泰休，时限=2021年6月" in run.err


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("司法所牵头几项", [3]),
        ("福荣村是怎么来的", ["忠荣村", "福寿村"]),
        ("福寿村现在叫什么", ["福荣村"]),
        ("古井村现在叫什么", ["古井村"]),
        ("哪个月到期的最多", ["2021-12"]),
    ],
)
def test_other_answers_are_names_with_the_best_first_or_a_number(
    loaded: Program, question: str, rows: list[object]
) -> None:
    told = json.loads(loaded("ask", question, "--json").out)["rows"]
    assert [row.get("name", row.get("count")) for row in told][: len(rows)] == rows


@pytest.mark.parametrize("question", ["火星办牵头的任务", "", "  ", "今天天气怎么样", "火" * 9000])
def test_what_is_not_understood_is_named_and_has_no_rows(loaded: Program, question: str) -> None:
    run = loaded("ask", question, "--json")
    assert run.code == 2
    assert run.err
    if question.strip():
        told = json.loads(run.out)
        assert told["not_understood"]
        assert told["rows"] == []


def test_a_day_that_is_none_is_refused(loaded: Program) -> None:
    run = loaded("ask", "本月到期的任务", "--today", "2021-13-01")
    assert (run.code, run.out) == (2, "")
    assert "2021-13-01" in run.err


def test_places_are_laid_side_by_side(loaded: Program) -> None:
    rows = json.loads(loaded("compare", "蓬莱镇", "大英县", "--today", "2021-08-01", "--json").out)
    assert [row["place"] for row in rows] == ["蓬莱镇", "大英县"]
    assert rows[0]["tasks"] == 33
    shown = loaded("compare", "蓬莱镇", "大英县", "--today", "2021-08-01", "--lang", "zh").out
    assert [line.split() for line in shown.splitlines() if "任务" in line] == [
        ["任务", str(rows[0]["tasks"]), str(rows[1]["tasks"])]
    ]
    refused = loaded("compare", "蓬莱镇", "--lang", "zh")
    assert (refused.code, refused.err) == (2, "可以比较 2 到 8 个地方，现在是 1 个。\n")
