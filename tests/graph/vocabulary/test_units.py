"""Bodies, groups and steering groups are told apart in their examples, by readers and graph."""

import pytest

from graph.derive.posts import body_of
from graph.identity.identity import body_ending, unit_kind
from graph.vocabulary.units import unit_words
from graph.words.fold import fold
from graph.words.levels import rank_of
from graph.words.names import name_form
from loaders.owners.unit_names import is_body, is_group, is_place, level_in_front, level_rank
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def ends_as_its_row_says(row: Row) -> bool:
    ending, kind = body_ending(row.example)
    return is_body(row.example) and ending in row.kind and kind in row.kind and fold(row.example).endswith(row.words)


CHECKS: Checks = {
    "bodies": ends_as_its_row_says,
    "alone": lambda row: all(map(is_body, row.example.split("、"))),
    "places": lambda row: is_body(row.example) and is_place(row.example),
    "no_bodies": lambda row: not is_body(row.example),
    "bodies_after_all": lambda row: is_body(row.example),
    "levels": lambda row: (
        rank_of(row.level) in {level_rank(level_in_front(piece)) for piece in row.example.split("、")}
    ),
    "group_heads": lambda row: is_group(row.example),
    "group_tails": lambda row: is_group(row.example),
    "group_nouns": lambda row: is_group(row.example),
    "circles_alone": lambda row: is_group(row.example),
    "groups": lambda row: unit_kind(name_form(row.example)) == "group",
    "steering": lambda row: unit_kind(name_form(row.example)) == "steering",
    "posts": lambda row: body_of(row.example) == "社事办",
}


def test_a_body_that_stands_alone_ends_as_bodies_do() -> None:
    assert [word for word in unit_words().alone.words if not word.endswith(unit_words().bodies.words)] == []


def test_what_ends_a_body_for_the_readers_ends_one_for_the_graph() -> None:
    words = [name_form(word) for word in unit_words().bodies.words]
    assert [word for word in words if not body_ending(f"甲{word}")[0]] == []


def test_an_ending_is_of_one_kind_of_body() -> None:
    endings = [ending for row in unit_words().bodies for ending in row.kind]
    assert sorted(set(endings)) == sorted(endings)


@pytest.mark.parametrize(("section", "row"), examples(unit_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
