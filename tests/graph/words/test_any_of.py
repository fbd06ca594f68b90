"""Any of these words, the longest that fits."""

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.words.any_of import any_of, longest_first


def test_the_longest_word_that_fits_is_found() -> None:
    assert re.findall(any_of(["办", "办公室", "党政办"]), "党政办公室和党政办") == ["党政办", "党政办"]
    assert re.findall(any_of(["办", "办公室"]), "党政办公室") == ["办公室"]


def test_a_word_is_no_pattern() -> None:
    assert re.fullmatch(any_of(["党(工)委", "*"]), "党(工)委")


def test_words_are_listed_once() -> None:
    assert longest_first(["村", "社区", "村"]) == ("社区", "村")


@given(st.lists(st.text("村社区镇()*", min_size=1, max_size=4), min_size=1), st.text("村社区镇()*", max_size=8))
def test_a_match_is_the_longest_of_the_words_at_its_place(words: list[str], text: str) -> None:
    for match in re.finditer(any_of(words), text):
        fitting = [word for word in words if text.startswith(word, match.start())]
        assert match[0] == max(fitting, key=len)
