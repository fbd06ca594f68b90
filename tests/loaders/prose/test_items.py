"""Tasks come out of random plans as they went in, and any text is read quickly and without an error."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract import read_document
from loaders.read import read_bytes
from tests.effort import examples
from tests.loaders.outlines import owners_of, tasks_of

UNITS = ("县水利局", "县林业局", "县发改局", "各乡镇（街道）", "县委组织部", "县供电公司", "各村")
WORK = ("修渠", "植树", "改造管网", "清查资产", "培训干部", "建立台账")
TEXTS = ("", "年内完成3.5公里。", "由县政府办督促，各单位负责落实。", "一是摸底。二是登记（含闲置）。")

names = st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True)
item = st.tuples(st.sampled_from(WORK), st.sampled_from(TEXTS), names, names, st.integers(0, 5))


def written(work: str, text: str, first: list[str], second: list[str], form: int) -> tuple[str, tuple[str, str, str]]:
    """An item in one of six wordings, and the units that it gives to lead, be responsible, support."""
    one, two = "、".join(first), "、".join(second)
    lead, resp = " ".join(first), " ".join(second)
    return (
        (f"{work}。{text}（牵头单位：{one}；责任单位：{two}）", (lead, resp, "")),
        (f"{work}。{text}〔牵头单位:{one},配合单位:{two}〕", (lead, "", resp)),
        (f"{work}。{text}（{one}牵头，{two}配合）", (lead, "", resp)),
        (f"{work}。{text}责任单位：{one}", ("", lead, "")),
        (f"{work}。{text}牵头单位：{one}责任单位：{two}完成时限：2024年6月底", (lead, resp, "")),
        (f"{work}。{text}\n责任单位：{one}\n配合单位：{two}", ("", lead, resp)),
    )[form]


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(item, min_size=2, max_size=6), st.booleans())
def test_tasks_come_out_as_they_went_in(items: list[tuple[str, str, list[str], list[str], int]], glued: bool) -> None:  # noqa: FBT001
    read = [written(*one) for one in items]
    lines = [f"{number}.{text}" for number, (text, _) in enumerate(read, 1)]
    text = "一、重点任务\n" + ("".join(line.replace("\n", "") for line in lines) if glued else "\n".join(lines))
    assert owners_of(text) == [expected for _, expected in read]


def test_quotes_do_not_overlap_on_one_line() -> None:
    text = "一、任务1.修渠。（责任单位：县水利局）2.植树。（县林业局负责）架桥。（县交通局负责）"
    assert [task.source.quote for task in tasks_of(text)] == [
        "1.修渠。（责任单位：县水利局）",
        "2.植树。（县林业局负责）",
        "架桥。（县交通局负责）",
    ]


def test_clauses_of_an_item_that_ends_in_a_bracket_end_in_brackets_too() -> None:
    units = ("青石水管站", "东渠公司巡护班", "县公路段白水道班")
    brackets = [f"（{unit}负责）" for unit in units]
    text = f"1.清理河道{brackets[0]}，巡查堤坝{brackets[1]}，加固闸门{brackets[2]}。\n2.安排食宿（县政府办负责）"
    assert owners_of(text) == [*(("", unit, "") for unit in units), ("", "县政府办", "")]
    told = "1.清理河道（东渠巡护班负责），巡查堤坝。\n2.安排食宿（县政府办负责）"
    assert owners_of(told) == [("", "县政府办", "")]


def test_other_brackets_name_a_unit_that_ends_like_none() -> None:
    text = "1.公示名单。（县教育局、初一年级组）\n2.开展军训。（初一年级组、体育教研组）\n3.改造。（会议室、值班室）"
    assert owners_of(text) == [("", "县教育局 初一年级组", ""), ("", "初一年级组 体育教研组", "")]


@pytest.mark.parametrize(
    ("person", "heading", "persons"),
    [
        ("闻人雅", "有关要求各班要落实", ("闻人雅",)),
        ("李明", "有关要求各班要落实", ("李明",)),
        ("李明", "举办书展各班参加", ("李明",)),
        ("李明三、王小山", "有关要求各班要落实", ("李明三", "王小山")),
    ],
)
def test_the_numeral_of_a_heading_is_no_part_of_a_name_before_it(
    person: str, heading: str, persons: tuple[str, ...]
) -> None:
    text = f"一、修渠1.责任单位：县水利局2.责任人：张大山二、植树1.责任单位：县林业局2.责任人：{person}三、{heading}。"
    assert tasks_of(text)[1].leaders == persons


@settings(max_examples=examples(150), deadline=None)
@given(st.text("一二（）()【】：:；，。、1.2 \n\t责任单位牵头完成时限县局<p>", max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    if text.strip():
        read_document(read_bytes(text.encode(), "any.txt"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "（" * 10_000 + "责任单位：县水利局" + "）" * 10_000,
        "（责任单位县水利局、" * 5_000,
        "责任单位：县水利局 " * 5_000,
        "2024-01-01 12:00:01 INFO a: b: c\n" * 3_000,
        "责任单位：" + "加强 " * 20_000,
        "为加强农村公路养护工作" * 10_000,
        "1.修渠。" * 10_000,
    ],
    ids=["nested", "open", "labels", "log", "blanks", "long", "numbers"],
)
def test_hard_text_is_read_in_a_few_seconds(text: str) -> None:
    begun = time.monotonic()
    read_document(read_bytes(text.encode(), "hard.txt"))
    assert time.monotonic() - begun < 15


def titles_and_owners(words: str) -> list[tuple[str, str]]:
    return [
        (task.title or task.content, " ".join((*task.lead_units, *task.responsible_units)))
        for task in read_document(read_bytes(words.encode(), "a.txt")).tasks
    ]


def test_tasks_numbered_by_name_have_the_labels_below_them_and_not_those_of_the_next() -> None:
    words = (
        "青峦县整改方案\n二、整改任务清单\n本清单选列2项。\n整改任务一、违规新增灌溉面积。\n责任单位：县水利局\n整改时限：2025年12月底前\n"
        "整改措施：\n1.逐块登记造册。\n2.健全通报制度。\n整改任务二、渣堆长期露天堆存。\n责任单位：县林业局\n整改措施：\n1.一堆一策。\n"
    )
    assert titles_and_owners(words) == [("违规新增灌溉面积", "县水利局"), ("渣堆长期露天堆存", "县林业局")]


def test_the_last_of_items_whose_numbers_go_on_over_headings_does_not_speak_for_its_heading() -> None:
    words = (
        "青峦县任务分工\n一、优化结构\n（一）加快退出。（县发改局牵头）\n二、落实责任\n（二）加强领导。各部门落实责任。\n"
        "（三）严格考核。（县政府办牵头）\n"
    )
    assert titles_and_owners(words) == [("加快退出", "县发改局"), ("严格考核", "县政府办")]


@pytest.mark.parametrize("day", ["；2023年底前", "；2023年6月底前完成", "；长期坚持", ""])
def test_a_day_behind_a_semicolon_ends_the_names_of_a_bracket(day: str) -> None:
    words = f"青峦县任务分工\n1.提高标准。（县民政局）\n2.改造420户。（县残联、县住建局{day}）\n"
    assert titles_and_owners(words) == [("提高标准", "县民政局"), ("改造420户", "县残联 县住建局")]
