"""A slip in a table of words is one sentence that names the file, the row and the key."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import pytest

from graph.vocabulary.rows import Listed, VocabularyError, WordRows, filled


class Verb(NamedTuple):
    role: Literal["lead", "supporting"]
    words: tuple[str, ...]
    weak: bool = False
    day: tuple[int, int] = (1, 0)


class Verbs(NamedTuple):
    verbs: WordRows[Verb]
    leading: Listed
    levels: Mapping[str, str]


RIGHT = {
    "verbs": [{"role": "lead", "words": ["牵头", "总牵头"]}, {"role": "supporting", "words": ["配合"], "day": [6, 0]}],
    "leading": {"words": ["由"], "example": "由县水利局负责"},
    "levels": {"村": "village"},
}
RIGHT_ROW = {"role": "lead", "words": ["牵头"]}


def test_a_table_is_filled_with_its_rows() -> None:
    verbs = filled(Verbs, RIGHT, "roles.toml")
    assert verbs.verbs[1] == Verb("supporting", ("配合",), day=(6, 0))
    assert verbs.verbs.words == ("总牵头", "牵头", "配合")
    assert verbs.verbs.by_word["总牵头"].role == "lead"
    assert (verbs.leading, verbs.levels) == (Listed(("由",), "由县水利局负责"), {"村": "village"})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"verb": []}, "roles.toml: the key 'verb' is not known"),
        ({"verbs": [{"role": "lead"}]}, "roles.toml, verbs, row 1: the key 'words' is missing"),
        (
            {"verbs": [{"role": "lead", "words": [], "wods": []}]},
            "roles.toml, verbs, row 1: the key 'wods' is not known",
        ),
        (
            {"verbs": [{"role": "leed", "words": []}]},
            "roles.toml, verbs, row 1, role: 'leed' is not lead or supporting",
        ),
        ({"verbs": [{"role": "lead", "words": "牵头"}]}, "roles.toml, verbs, row 1, words: '牵头' is no list"),
        ({"verbs": [{"role": "lead", "words": [1]}]}, "roles.toml, verbs, row 1, words: 1 is not str"),
        ({"verbs": [{"role": "lead", "words": [], "weak": 1}]}, "roles.toml, verbs, row 1, weak: 1 is not bool"),
        (
            {"verbs": [{"role": "lead", "words": [], "day": [1]}]},
            "roles.toml, verbs, row 1, day: 1 values instead of 2",
        ),
        ({"verbs": {"role": "lead"}}, "roles.toml, verbs: no rows, which begin with [[ ]]"),
        ({"leading": {"words": ["由"]}}, "roles.toml, leading: the key 'example' is missing"),
        ({"leading": ["由"]}, "roles.toml, leading: ['由'] is not Listed"),
        ({"levels": {"村": 1}}, "roles.toml, levels, 村: 1 is not str"),
    ],
)
def test_a_slip_is_named_with_its_file_row_and_key(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(VocabularyError) as error:
        filled(Verbs, RIGHT | change, "roles.toml")
    assert str(error.value) == sentence
