"""A folded text is as long as the original and reads every width and shape as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("〔２０２１〕－５号", "(2021)-5号"),
    ],
)
def test_signs_of_one_meaning_are_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_a_folded_text_is_as_long_as_the_original(text: str) -> None:
    assert len(fold(text)) == len(text)
