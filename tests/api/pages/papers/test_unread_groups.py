"""The page of a paper folds what was not read by heading and reason; each passage leads to its words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page
from tests.api.papers import write

PAPER = (
    "青石县方案\n一、工作要求\n由县水利局负责修渠。\n2025年底前建成水厂。\n2025年6月底前完成招标。\n"
    "二、修路。（县交通局牵头）\n"
)


def test_the_page_of_a_paper_folds_what_was_not_read(
    tmp_path: Path, reading: Callable[..., TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reader = reading(write(tmp_path, "plan.txt", PAPER))
    [row] = reader.get("/api/documents", headers={"Accept": "application/json"}).json()["items"]
    page = Page(reader.get(f"/documents/{row['document_id']}").text)
    assert "未读懂的内容（3 处），按标题和原因归并 一、工作要求 1 处：行文中的职责用语" in page.text
    assert "2 处：写了时限，未写责任单位" in page.text
    assert page.unclosed == []
    facts = [one for one in page.ids if one.startswith("f-")]
    assert len(facts) == len(set(facts))
    assert {f"p-{one[2:]}" for one in facts} <= set(page.ids)
