"""What was made of short texts is kept, and nothing of long ones."""

from graph.words.short_cache import LONGEST, short_cache

MADE: list[str] = []


@short_cache(2)
def twice(text: str, *, mark: str = "") -> str:
    """The text twice."""
    MADE.append(text)
    return text + mark + text


def test_a_short_text_is_made_once_and_a_long_one_each_time() -> None:
    MADE.clear()
    for text in ("村", "村" * LONGEST, "村" * (LONGEST + 1)):
        assert [twice(text, mark="-") for _ in range(3)] == [f"{text}-{text}"] * 3
    assert [len(text) for text in MADE] == [1, LONGEST, LONGEST + 1, LONGEST + 1, LONGEST + 1]


def test_only_the_last_answers_are_kept() -> None:
    MADE.clear()
    for text in ("甲", "乙", "丙", "甲"):
        twice(text)
    assert MADE == ["甲", "乙", "丙", "甲"]
