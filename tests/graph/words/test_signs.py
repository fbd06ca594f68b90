"""汉字 are the same everywhere, so that a rare name is a name for each reader."""

import pytest

from graph.words.signs import is_han
from loaders.owners.person_names import is_person
from loaders.places.names import parse_place


@pytest.mark.parametrize("words", ["村", "㙦城村", "𡌴上村"])
def test_rare_signs_are_han(words: str) -> None:
    assert is_han(words)


@pytest.mark.parametrize("words", ["", "村A", "1村", "村、", "〇"])
def test_other_signs_are_not(words: str) -> None:
    assert not is_han(words)


def test_a_rare_sign_stands_in_names_of_places_and_of_persons() -> None:
    assert parse_place("𡌴上村") is not None
    assert is_person("李㛃")
    assert is_person("王𬭎")
