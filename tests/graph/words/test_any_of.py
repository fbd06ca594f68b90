"""Words of a table as one pattern: the longest that fits, as a list of all words, longest first, would find it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.words.any_of import any_of, first_of, longest_first

WORDS = st.lists(st.text("责任单位.", min_size=1, max_size=5), min_size=1, max_size=12)
TEXT = st.text("责任单位. 。", max_size=40)


@given(WORDS, TEXT)
def test_any_word_is_found_as_in_a_list_of_all(words: list[str], text: str) -> None:
    listed = "|".join(map(re.escape, longest_first(words)))
    for behind in ("", "单", "(?!任)"):
        found, wanted = (re.finditer(f"(?:{pattern}){behind}", text) for pattern in (any_of(words), listed))
        assert [one.span() for one in found] == [one.span() for one in wanted]


@given(WORDS, TEXT)
def test_blanks_may_stand_between_the_signs(words: list[str], text: str) -> None:
    listed = "|".join(" *".join(map(re.escape, word)) for word in longest_first(words))
    found, wanted = (re.finditer(pattern, text) for pattern in (any_of(words, " *"), listed))
    assert [one.span() for one in found] == [one.span() for one in wanted]


def test_words_that_begin_alike_are_one_branch() -> None:
    assert any_of(("责任单位", "责任部门", "责任", "牵头")) == "牵头|责任(?:单位|部门|)"


@given(WORDS, TEXT)
def test_a_look_at_first_signs_passes_over_no_word(words: list[str], text: str) -> None:
    looked, plain = (re.finditer(f"{look}(?:{any_of(words)})", text) for look in (first_of(words), ""))
    assert [one.span() for one in looked] == [one.span() for one in plain]
