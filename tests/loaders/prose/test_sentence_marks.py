"""Owners and deadlines told in a sentence beside a label of leaders or of a deadline; without one they are unread."""

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes

HEAD = "青禾乡2031年渠系普查工作方案\n\n一、重点任务\n"
PROSE = "各村要于2031年4月30日前完成普查，由农技站牵头，水利站、规建办配合。"
OWNERS = (("农技站",), (), ("水利站", "规建办"))


@pytest.mark.parametrize(
    ("body", "title", "owners", "due"),
    [
        ("1." + PROSE + "责任领导：赵小宁", "各村要于2031年4月30日前完成普查", OWNERS, "2031年4月30日前"),
        ("（一）渠系普查。" + PROSE + "\n牵头领导：赵小宁", "渠系普查", OWNERS, "2031年4月30日前"),
        ("1.渠系普查。" + PROSE + "（分管领导：赵小宁）", "渠系普查", OWNERS, "2031年4月30日前"),
        ("1.渠系普查。" + PROSE + "责任领导：赵小宁；完成时限：5月底", "渠系普查", OWNERS, "5月底"),
        ("（二）修渠。农技站牵头负责施工，各村落实。责任领导：赵小宁", "修渠", (("农技站",), ("各村",), ()), ""),
        ("（三）报数。每月25日前由农技站负责报送。责任领导：赵小宁", "报数", ((), ("农技站",), ()), "每月25日前"),
        ("（四）修渠。资金由财政所负责，6月底前拨付。责任领导：赵小宁", "修渠", ((), (), ()), ""),
        ("（五）修渠。" + PROSE + "责任单位：各村；责任领导：赵小宁", "修渠", ((), ("各村",), ()), ""),
        ("（六）修渠。由农技站牵头。完成时限：2031年5月底", "修渠", (("农技站",), (), ()), "2031年5月底"),
    ],
)
def test_a_sentence_beside_a_label_names_owners(
    body: str, title: str, owners: tuple[tuple[str, ...], ...], due: str
) -> None:
    [task] = read_document(read_bytes((HEAD + body).encode(), "a.txt")).tasks
    assert (task.title, task.due_text) == (title, due)
    assert (task.lead_units, task.responsible_units, task.supporting_units) == owners


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        ("（一）渠系普查。" + PROSE, ["（一）渠系普查。" + PROSE]),
        ("（二）修渠。由农技站牵头，会同水利站施工。责任领导：赵小宁", ["会同水利站施工"]),
        ("（三）修渠。资金由财政所负责。责任领导：赵小宁", ["资金由财政所负责"]),
        ("（四）修渠。由农技站牵头，水利站配合。责任单位：各村", ["由农技站牵头，水利站配合"]),
        ("（五）修渠。由农技站牵头，水利站配合。责任单位：农技站、水利站", []),
        ("（六）修渠。由农技站牵头，水利站配合。责任领导：赵小宁", []),
    ],
)
def test_a_duty_in_prose_that_is_not_read_is_told(body: str, unread: list[str]) -> None:
    document = read_document(read_bytes((HEAD + body).encode(), "a.txt"))
    assert [one.source.quote for one in document.unread] == unread
