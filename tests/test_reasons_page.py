"""The page of reasons is what the tables say."""

from docs.reasons_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


def test_every_code_stands_on_the_page_with_its_values() -> None:
    assert "| `unread.cells` | `cells` `columns` | 该行有 {cells} 格，表头有 {columns} 格 |" in page()
