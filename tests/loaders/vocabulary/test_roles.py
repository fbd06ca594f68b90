"""Verbs of duty give in their examples the roles that the table states."""

import pytest

from loaders.owners.duties import duties, duty_names
from loaders.owners.owner_words import proof_of
from loaders.owners.reading import read_owners
from loaders.owners.sentences import sentence_owners
from loaders.vocabulary.roles import role_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def owners(row: Row) -> tuple[str, ...]:
    """The units to which the words give the role of the row, in a column of another role."""
    found = read_owners(row.example, "supporting" if row.role != "supporting" else "responsible")
    by_role = {"lead": found.lead, "responsible": found.responsible, "supporting": found.supporting}
    return by_role[row.role]


def names_in(row: Row) -> list[str]:
    """The names that stay where the phrases of duty are taken off."""
    return duty_names(duties(row.example))


CHECKS: Checks = {
    "verbs": lambda row: bool(owners(row)),
    "sure": lambda row: proof_of(row.example).by == "duty beside others",
    "yielding": lambda row: [duty.role for duty in duties(row.example)] == ["lead"],
    **dict.fromkeys(("doing", "helping", "joints", "objects"), lambda row: names_in(row) == ["县水利局"]),
    "nouns_too": lambda row: names_in(row) == ["各群团组织"],
    "aside": lambda row: names_in(row) == ["各乡镇"],
    "adverbs": lambda row: names_in(row) == ["县财政局", "县水利局"],
    "grounds": lambda row: names_in(row) == ["各乡镇"],
    "not_before": lambda row: [duty.role for duty in duties(row.example)] == [None],
    "work_behind": lambda row: names_in(row) == ["县水利局"],
    "leading": lambda row: read_owners(row.example, "lead").responsible == ("县水利局",),
    "by": lambda row: [row.example[one.start :] for one in sentence_owners(row.example)] == ["县水利局牵头"],
    "named": lambda row: owners(row) in {("县水利局",), ("县林业局",)},
}


@pytest.mark.parametrize(("section", "row"), examples(role_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
