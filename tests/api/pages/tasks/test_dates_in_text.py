"""The audit's page folds dates in the words of tasks by paper, with a link to each place."""

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from tests.queries.test_audit import DATED


def test_a_date_in_the_words_of_a_task_is_told_with_a_link_to_each_place(
    reading: Callable[..., TestClient], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(DATED, encoding="utf-8")
    page = reading(tmp_path / "a.txt").get("/audit", params={"problem": "date in text"}).text
    assert "文中写有日期，未作时限（2 项" in page
    body = page.partition("<tbody>")[2]
    assert body.count('class="source"') == 2
    assert "第5行" in body
    assert "第6行" in body
