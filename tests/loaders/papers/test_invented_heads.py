"""The headings of invented papers are read exactly: in every layout at every level, and those written one by one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.statements import HeadStatement
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.papers.invented_heads import Head, invented

WRITTEN = tomllib.loads(Path(__file__).with_name("written_heads.toml").read_text(encoding="utf-8"))["paper"]


def read(paper: str) -> HeadStatement:
    return read_document(read_bytes(paper.encode(), "paper.txt")).head


def told(head: HeadStatement) -> Head:
    return Head(head.title, head.number, head.issuer, head.issued_on, head.jurisdiction or "")


@pytest.mark.parametrize(("paper", "head"), [pytest.param(paper, head, id=name) for name, paper, head in invented()])
def test_the_heading_of_an_invented_paper_is_read_exactly(paper: str, head: Head) -> None:
    assert told(read(paper)) == head


@pytest.mark.parametrize("paper", [pytest.param(paper, id=paper["name"]) for paper in WRITTEN])
def test_the_heading_of_a_written_paper_is_read_exactly(paper: dict[str, Any]) -> None:
    fields = ("title", "number", "issuer", "issued_on", "jurisdiction")
    assert told(read(paper["words"])) == Head(*(paper[field] for field in fields))


@pytest.mark.parametrize("deadline", ["完成日期：", "办结日期：", "截止日期：", "完成时限\n", "办理期限\n"])
def test_a_deadline_is_no_day_of_issue(deadline: str) -> None:
    assert read(f"山阳县2024年工作台账\n工作事项：疏浚沟渠\n{deadline}2024年6月30日\n").issued_on == ""
