"""The headings of invented papers are read exactly, in every layout and at every level."""

from dataclasses import asdict

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.papers.invented_heads import Head, invented


@pytest.mark.parametrize(("paper", "head"), [pytest.param(paper, head, id=name) for name, paper, head in invented()])
def test_the_heading_of_an_invented_paper_is_read_exactly(paper: str, head: Head) -> None:
    found = read_document(read_bytes(paper.encode(), "paper.txt")).head
    assert {name: getattr(found, name) or "" for name in asdict(head)} == asdict(head)
