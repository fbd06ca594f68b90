"""The page of the terms of RDF is what the table says."""

from docs.terms_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


def test_a_term_stands_with_its_words_and_what_it_narrows() -> None:
    assert "| `wp:Task` | 任务 | task |" in page()
    assert "`wp:responsibleParty` |" in page()
