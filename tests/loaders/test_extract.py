"""A whole file: what it says, in order, each statement with its place; nothing is dropped silently."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statements import PlanDocument, Source
from loaders.extract import extract, read_document
from loaders.read import read_bytes

PLAN = """青石镇修渠工作方案

一、重点任务
（一）修东渠。分段施工。
牵头单位：水利站
责任单位：各村、农业办
完成时限：2024年6月底前
（二）修西渠（水利站负责）。
二、工作要求
镇党政办牵头，各责任单位密切配合。
附件
2024年任务清单
\t工作名称
\t责任单位
\t完成时限

\t修北渠
\t水利站
\t9月

\t其他
\t
\t


"""


def sources_of(document: PlanDocument) -> list[Source]:
    sources = [document.head.source]
    sources += [plan.source for plan in document.plans]
    sources += [task.source for task in document.tasks]
    sources += [change.source for change in document.changes]
    sources += [appointment.source for appointment in document.appointments]
    return sources + [unread.source for unread in document.unread]


def test_prose_and_tables_of_a_plan_become_tasks_in_order() -> None:
    document = read_document(read_bytes(PLAN.encode(), "plan.txt"))
    assert [(task.title, task.source.line, task.source.end_line) for task in document.tasks] == [
        ("修东渠", 4, 7),
        ("修西渠", 8, 8),
        ("修北渠", 17, 19),
    ]
    assert {task.plan for task in document.tasks} == {1}
    assert [plan.title for plan in document.plans] == ["青石镇修渠工作方案"]


def test_what_became_nothing_is_listed_with_its_reason() -> None:
    document = read_document(read_bytes(PLAN.encode(), "plan.txt"))
    assert [(one.source.line, one.reason) for one in document.unread] == [
        (10, "unread.prose"),
        (21, "unread.no_owner"),
    ]


def test_every_quote_is_the_words_at_its_place() -> None:
    document = read_document(read_bytes(PLAN.encode(), "plan.txt"))
    for source in sources_of(document):
        assert source.start is not None
        assert source.quote == PLAN[source.start : source.end]


@pytest.mark.parametrize(
    "characters",
    [
        "从前有座山，山里有座庙。庙里有个老和尚，对小和尚说：“从前有座山。”\n" * 40,
        "2024-01-01 12:00:01 INFO [worker-1] (main) processed: 42 items\n" * 40,
        "def f(x):\n\treturn x\n\nclass A:\n\t\tpass\n" * 40,
    ],
    ids=["a novel", "a log", "code"],
)
def test_a_text_of_another_genre_yields_empty_lists(characters: str) -> None:
    document = read_document(read_bytes(characters.encode(), "other.txt"))
    assert (document.tasks, document.changes, document.appointments, document.unread) == ((), (), (), ())


ALPHABET = "一二三、.（）()〔〕1 2\t\n。；：:责任单位牵头县水利局，完成时限2024年6月底前附件方案村合并"


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=400).filter(lambda text: bool(text.strip())))
def test_no_text_stops_the_readers_and_every_quote_stands(characters: str) -> None:
    document = read_document(read_bytes(characters.encode(), "any.txt"))
    for source in sources_of(document):
        assert source.start is not None
        assert source.quote == characters[source.start : source.end] != ""


def test_a_file_in_another_encoding_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(PLAN.encode("gb18030"))
    other = extract(tmp_path / "plan.txt")
    assert other.tasks == read_document(read_bytes(PLAN.encode(), "plan.txt")).tasks


@pytest.mark.parametrize(
    "title",
    [
        "白水省人民政府关于同意青石市撤销青山县\n设立青山市的批复\n",
        "白水省人民政府\n关于同意青石市撤销青山县\n设立青山市的批复\n",
        "白水省人民政府关于同意青石市撤销青山县设立青山市的批复\n白水省人民政府关于同意青石市撤销青山县\n设立青山市的批复\n",
    ],
)
def test_half_of_a_broken_title_tells_no_change(title: str) -> None:
    letter = "青石市人民政府：\n现批复如下：\n一、同意撤销青山县，设立青山市。\n白水省人民政府\n2013年12月1日\n"
    told = [
        ([party.name for party in one.before], [party.name for party in one.after])
        for one in read_document(read_bytes(f"{title}{letter}".encode(), "paper.txt")).changes
    ]
    assert told == [(["青山县"], ["青山市"])]
