"""A folded text is as long as the original and reads every width, shape and script as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.vocabulary.characters import character_words
from graph.words.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("〔２０２１〕－５號", "(2021)-5号"),
        ("牽頭單位：縣水利局", "牵头单位:县水利局"),
        ("於今年年底後撤銷", "于今年年底后撤销"),
        ("乾县、覆盖、著名、藉口", "乾县、覆盖、著名、藉口"),
    ],
)
def test_signs_of_one_meaning_are_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_a_folded_text_is_as_long_as_the_original(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_each_character_of_the_tables_is_read_as_one_that_stays() -> None:
    for rows in (character_words().radicals, character_words().traditional):
        written, read = "".join(rows.written), "".join(rows.read)
        assert len(written) == len(read) == len(set(written))
        assert not set(written) & set(read)
