"""Names of persons and words for offices are told apart in their examples."""

import pytest

from loaders.owners.people import is_office, read_leaders
from loaders.owners.person_names import is_masked, is_person, parted
from loaders.vocabulary.leaders import leader_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word

CHECKS: Checks = {
    "posts": lambda row: parted(row.example) == "张三",
    "offices": lambda row: read_leaders(row.example).leader_roles == (row.example,),
    "circles": lambda row: is_office(row.example),
    "labels": lambda row: (
        read_leaders(row.example).leaders == (("李四",) if row.gives == "leader" else ())
        and read_leaders(row.example).leader_roles == ()
    ),
    "masked": lambda row: is_masked(row.example) and not is_person(row.example),
    "joined": lambda row: is_person(row.example),
    "names": lambda row: is_person(row.example),
    "compound": lambda row: is_person(row.example),
    "single": lambda row: is_person(row.example) and row.example[0] in row.signs,
}


@pytest.mark.parametrize(("section", "row"), examples(leader_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
