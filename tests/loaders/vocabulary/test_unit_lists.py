"""Lists of units are parted in their examples as the table says."""

import pytest

from loaders.owners.owner_words import has_duty_verb, is_all_names, proof_of
from loaders.owners.unit_lists import split_list
from loaders.vocabulary.unit_lists import unit_list_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def names(row: Row) -> list[str]:
    return [part.name for part in split_list(row.example)]


CHECKS: Checks = {
    "shared_tails": lambda row: names(row) == [row.example],
    "shared_halves": lambda row: names(row) == [row.example],
    "inner": lambda row: names(row) == ["县委组织部"],
    "group_marks": lambda row: is_all_names(row.example),
    "slogans": lambda row: not has_duty_verb(row.example),
    "sentence": lambda row: not is_all_names(row.example.strip("（）")),
    "sentence_signs_in_names": lambda row: has_duty_verb(f"{row.example}负责"),
    "facilities": lambda row: proof_of(f"{row.example}负责").by == "duty beside others",
    "deeds": lambda row: proof_of(row.example).by == "none",
    "things": lambda row: not has_duty_verb(row.example),
    "joiners": lambda row: names(row) == ["县财政局", "县审计局"],
    "et_cetera": lambda row: names(row) == ["县水利局", "县林业局"],
    "nobody": lambda row: not set(names(row)) & set(row.words),
    "explanations": lambda row: not is_all_names(row.example.strip("（）")),
}


@pytest.mark.parametrize(("section", "row"), examples(unit_list_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
