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
