"""What the sheets of all workbooks have in common."""

from viz.files.sheets import day_cell, sheet_words


def test_words_longer_than_a_cell_are_cut_and_say_so() -> None:
    words = sheet_words("长" * 40_000)
    assert len(words) < 32_767
    assert words.endswith("（下略）")


def test_a_day_is_a_cell_without_a_time() -> None:
    assert day_cell("2021-12-31").isoformat() == "2021-12-31T00:00:00"
