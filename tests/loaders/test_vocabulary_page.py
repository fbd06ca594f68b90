"""The page of the vocabulary is what the tables say, and holds all of them."""

from docs.vocabulary_page import PAGE, ROOT, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


def test_every_table_stands_on_the_page() -> None:
    written = page()
    files = [path for package in ("loaders", "graph") for path in (ROOT / package / "vocabulary").glob("*.toml")]
    assert [path.name for path in files if f"{path.parent.parent.name}/vocabulary/{path.name}" not in written] == []


def test_a_label_stands_on_the_page_with_its_role_and_an_example() -> None:
    [row] = [line for line in page().splitlines() if line.startswith("| 牵头 prefixes |")]
    assert "`主办`" in row
    assert "牵头单位：县农业农村局" in row
