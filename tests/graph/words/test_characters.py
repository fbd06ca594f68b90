"""Tables of characters pair as many with as many, and none is read as one that is read as another."""

import pytest

from graph.words.characters import ReadAs, character_words


@pytest.mark.parametrize("rows", [character_words().radicals, character_words().traditional])
def test_each_character_is_read_as_one_that_stays(rows: ReadAs) -> None:
    written, read = "".join(rows.written), "".join(rows.read)
    assert len(written) == len(read) == len(set(written))
    assert not set(written) & set(read)
    assert rows.example.translate(rows.table) != rows.example


def test_parts_of_characters_stand_in_their_example() -> None:
    parts = character_words().parts
    assert set("".join(parts.written)) & set(parts.example)
