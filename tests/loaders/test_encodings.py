"""One plan in every encoding and with every end of a line says the same, and each quote stands at its place."""

import codecs

import pytest

from loaders.extract import read_document
from loaders.files.plain import decode
from loaders.read import read_bytes

PLAN = """青石镇修渠工作方案

一、重点任务
（一）修东渠。分段施工。
牵头单位：水利站
完成时限：２０２４年6月底前
附件
2024年任务清单

\t工作名称
\t责任单位

\t修北渠
\t水利站、各村

"""

ENCODINGS = {
    "utf-8": PLAN.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + PLAN.encode(),
    "utf-16 little": codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
    "gb18030": PLAN.encode("gb18030"),
}


def said(data: bytes) -> list[tuple[object, ...]]:
    characters = decode(data)
    document = read_document(read_bytes(data, "plan.txt"))
    sources = [document.head.source, *(plan.source for plan in document.plans)]
    for source in (*sources, *(task.source for task in document.tasks)):
        assert source.quote == characters[source.start : source.end] != ""
    return [(task.title, task.lead_units, task.responsible_units, task.due_text, task.dues) for task in document.tasks]


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_an_encoding_changes_nothing(data: bytes) -> None:
    assert said(data) == said(PLAN.encode())
    assert len(said(data)) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\n\f", "\u2028"], ids=["CR LF", "CR", "pages", "line separators"])
def test_an_end_of_line_changes_nothing(end: str) -> None:
    assert said(PLAN.replace("\n", end).encode()) == said(PLAN.encode())


def test_lines_count_as_an_editor_counts_them() -> None:
    document = read_document(read_bytes(PLAN.replace("\n", "\r\n").encode(), "plan.txt"))
    assert [(task.source.line, task.source.end_line) for task in document.tasks] == [(4, 6), (13, 14)]


def test_signs_without_width_change_nothing_but_the_quote() -> None:
    strewn = PLAN.replace("单位", "单\u200b位").replace("修", "\ufeff修")
    assert said(strewn.encode()) == said(PLAN.encode())
