"""What the catalogued lists answer on the small graph."""

from typing import Any

import pytest

from graph.stores.protocol import Store
from queries.ask import ask, ask_any
from tests.queries.asking import answer


def tasks(store: Store, name: str = "tasks/list", **params: object) -> list[object]:
    return [row["task_id"] for row in answer(store, name, **params)]


def test_tasks_come_by_paper_and_plan_in_the_order_of_the_plan(store: Store) -> None:
    assert tasks(store) == ["t6", "t1", "t2", "t3", "t4", "t5"]


def test_a_task_shows_its_owners_in_order_and_its_sources_the_standing_one_first(store: Store) -> None:
    row = next(row for row in ask(store, "tasks/list") if row["task_id"] == "t1")
    assert row["number"] == "1"
    assert (row["plan"], row["plan_title"], row["document"], row["place"]) == (
        "plan1",
        "盘活公有资产工作方案",
        "通知",
        "蓬莱镇",
    )
    assert row["lead_units"] == ("财政办",)
    assert row["responsible_units"] == ("各总支", "社事办")
    assert row["supporting_units"] == ("财政办",)
    assert (row["leaders"], row["lead_leaders"]) == (("李刚", "冉泰休"), ("李刚",))
    assert row["sources"] == ("a/通知.txt:139", "a/通知.txt:73", "copy.txt:12")
    assert (row["due"], row["in_table"], row["issued_on"]) == ("2021-03-31", True, "2021-08-19")


def test_a_paper_without_a_title_is_named_by_its_number(store: Store) -> None:
    assert ask(store, "tasks/list", within=("jinyuan",))[0]["document"] == "大金委〔2020〕1号"


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"leader": "冉泰休"}, ["t1", "t2"]),
        ({"leader": "李  刚"}, ["t1"]),
        ({"leader": "ran"}, ["t1", "t2"]),
        ({"leader": "冉泰休", "role": "lead"}, []),
        ({"leader": "李刚", "role": "lead"}, ["t1"]),
        ({"unit": "镇社事办"}, ["t6", "t1", "t2", "t5"]),
        ({"unit": "社事办", "within": "蓬莱镇"}, ["t1", "t2", "t5"]),
        ({"unit": "社事办", "within": "大英县"}, ["t6", "t1", "t2", "t5"]),
        ({"unit": "社事办", "role": "supporting"}, ["t5"]),
        ({"unit": "社事办", "leader": "李刚", "role": "responsible"}, ["t1"]),
        ({"role": "lead"}, ["t6", "t1", "t2"]),
        ({"place": "福荣村"}, ["t4"]),
        ({"plan": "道路"}, ["t4", "t5"]),
        ({"plan": "plan1"}, ["t1", "t2", "t3"]),
        ({"due_before": "2021-03-31"}, ["t6", "t1"]),
        ({"due_after": "2021-09-01", "due_before": "2021-10-01"}, ["t2"]),
        ({"due_after": "2022-01-01"}, ["t4"]),
        ({"open_on": "2021-10-01"}, ["t2", "t3", "t5"]),
        ({"open_on": "2020-05-01"}, ["t6"]),
        ({"unit": "水务办 (河长与移民办)"}, ["t6"]),
    ],
)
def test_conditions_narrow_the_tasks(store: Store, conditions: dict[str, Any], found: list[str]) -> None:
    assert tasks(store, **conditions) == found


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("tasks/by_leader", {"leader": "冉泰休"}),
        ("tasks/by_unit", {"unit": "社事办"}),
        ("tasks/by_place", {"place": "福荣村"}),
        ("tasks/by_plan", {"plan": "道路"}),
        ("tasks/due_between", {"due_after": "2021-01-01", "due_before": "2021-12-31"}),
    ],
)
def test_the_special_questions_answer_like_the_general_one(store: Store, name: str, params: dict[str, Any]) -> None:
    assert answer(store, name, **params) == answer(store, "tasks/list", **params)
    within = answer(store, name, **params, within="大英县")
    assert within == answer(store, "tasks/list", **params, within="大英县")


def test_units_count_their_tasks_in_each_role_and_each_task_once(store: Store) -> None:
    rows = {row["unit_id"]: row for row in ask(store, "units/list", within=("penglai",))}
    social = rows["sheshiban"]
    counted = [social[key] for key in ("leads", "responsible", "supports", "tasks")]
    assert counted == [1, 2, 1, 3]
    assert (social["aliases"], social["place"]) == (("社事办", "镇社事办"), "蓬莱镇")
    assert list(rows) == ["sheshiban", "zongzhi", "caizhengban", "shuiwuban"]


def test_units_can_be_narrowed_to_a_kind(store: Store) -> None:
    assert [row["name"] for row in ask(store, "units/list", kind="group")] == ["各总支"]


def test_leaders_have_their_tasks_and_posts(store: Store) -> None:
    rows = ask(store, "leaders/list")
    assert [(row["name"], row["tasks"], row["lead_tasks"], row["posts"]) for row in rows] == [
        ("冉泰休", 2, 0, ("副组长", "镇党委委员")),
        ("李刚", 1, 1, ()),
    ]


def test_plans_and_papers_count_what_they_set(store: Store) -> None:
    plans = ask(store, "plans/list", within=("penglai",))
    assert [(row["ordinal"], row["tasks"], row["body"]) for row in plans] == [(1, 3, True), (2, 2, True), (3, 0, True)]
    papers = ask(store, "documents/list")
    assert [(row["document_id"], row["files"], row["plans"], row["tasks"]) for row in papers] == [
        ("doc1", ("a/通知.txt", "b/通知.txt", "copy.txt"), 3, 5),
        ("doc2", ("金元.txt",), 1, 1),
    ]


def test_the_passages_of_a_task_come_with_their_words(store: Store) -> None:
    rows = ask(store, "sources/of_tasks", tasks=["t1"])
    assert [(row["passage_id"], row["standing"], row["line"]) for row in rows] == [
        ("s2", True, 139),
        ("s1", False, 73),
        ("s7", False, 12),
    ]
    assert rows[1]["quote"] == "（一）组织开展资产清查。"


@pytest.mark.parametrize("text", ["社事", "sheshi", "SHESHI"])
def test_names_are_found_by_a_part_or_by_pinyin(store: Store, text: str) -> None:
    rows = ask(store, "search/names", text=text)
    assert [(row["kind"], row["name"], row["place"]) for row in rows] == [
        ("unit", "社事办", "蓬莱镇"),
        ("unit", "社事办", "金元镇"),
    ]


def test_a_conflict_has_a_row_for_each_field_with_the_values_beside_their_sources(store: Store) -> None:
    rows = ask(store, "conflicts/list", within=("penglai",))
    assert [(row["task_id"], row["field"], row["values"]) for row in rows] == [
        ("t1", "due_text", ("2021年3月31日前", "2021年4月")),
        ("t1", "lead_units", ("财政办", "财政办、社事办")),
    ]
    assert rows[0]["sources"] == ("a/通知.txt:139", "a/通知.txt:73")


def test_changes_come_with_both_sides_and_their_roles(store: Store) -> None:
    rows = ask(store, "changes/list", within=("penglai",))
    assert [(row["kind"], row["before"], row["before_roles"], row["after"], row["place"]) for row in rows] == [
        ("absorb", ("吊脚楼村", "梓潼村"), ("continues", "ends"), ("吊脚楼村",), "蓬莱镇"),
        ("merge", ("忠荣村", "福寿村"), ("ends", "ends"), ("福荣村",), "蓬莱镇"),
    ]
    assert rows[1]["sources"] == ("a/通知.txt:457",)


def test_places_have_the_time_of_each_of_their_periods(store: Store) -> None:
    rows = answer(store, "places/list", places="吊脚楼村、福荣村")
    assert [(row["place_id"], row["since"], row["until"], row["tasks"], row["place"]) for row in rows] == [
        ("diao1", "", "2020-05", 0, "蓬莱镇"),
        ("diao2", "2020-05", "", 0, "蓬莱镇"),
        ("furong", "../2021-08-19", "", 1, "蓬莱镇"),
    ]


@pytest.mark.parametrize(
    ("day", "alive"),
    [
        ("2020-04-30", {"diao1", "zitong", "fushou", "zhongrong", "furong"}),
        ("2020-05-31", {"diao2", "fushou", "zhongrong", "furong"}),
        ("2021-08-19", {"diao2", "furong"}),
    ],
)
def test_places_alive_on_a_day_are_those_not_surely_ended_or_not_yet_begun(
    store: Store, day: str, alive: set[str]
) -> None:
    rows = ask(store, "places/alive_at", on_day=day, within=("penglai",))
    assert {row["place_id"] for row in rows} - {"penglai"} == alive


def test_deadlines_are_counted_by_month(store: Store) -> None:
    rows = ask(store, "load/by_month", within=("penglai",))
    assert [(row["month"], row["tasks"], row["task_ids"]) for row in rows] == [
        ("2021-03", 1, ("t1",)),
        ("2021-09", 1, ("t2",)),
        ("2021-12", 2, ("t2", "t5")),
        ("2025-12", 1, ("t4",)),
    ]


@pytest.mark.parametrize(
    ("kind", "one", "key"),
    [
        ("units", "unit", "unit_id"),
        ("leaders", "leader", "person_id"),
        ("plans", "plan", "plan_id"),
        ("places", "places", "place_id"),
    ],
)
def test_things_asked_for_by_id_are_told_as_in_the_list(store: Store, kind: str, one: str, key: str) -> None:
    listed = ask_any(store, f"{kind}/list", {})
    ids = tuple(str(row[key]) for row in listed)
    assert len(ids) > 1
    assert ask_any(store, f"{kind}/of_ids", {one: (*ids[::-1], ids[0], "nobody")}) == listed
    for row in listed:
        assert ask_any(store, f"{kind}/of_ids", {one: (str(row[key]),)}) == [row]
    assert ask_any(store, f"{kind}/of_ids", {one: ()}) == []
