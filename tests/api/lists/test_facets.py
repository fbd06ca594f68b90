"""Short lists that are filtered by what their rows say."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.lists.facets import Facet, Faceted, faceted
from tests.effort import examples

Row = tuple[str, tuple[str, ...]]

ROWS: list[Row] = [("merge", ("甲村", "乙村")), ("merge", ("丙村",)), ("rename", ("甲村",)), ("split", ())]
FACETS: list[Facet[Row]] = [
    Facet("kind", lambda row: (row[0],), lambda value: {"merge": "合并"}.get(value, value)),
    Facet("village", lambda row: row[1]),
]


def made(conditions: Mapping[str, str]) -> Faceted[Row]:
    return faceted("zh", ROWS, FACETS, conditions, "蓬莱镇")


@pytest.mark.parametrize(
    ("conditions", "rows", "sentence"),
    [
        ({}, [0, 1, 2, 3], "蓬莱镇 · 4 项"),
        ({"kind": "merge"}, [0, 1], "蓬莱镇 · 合并 · 2 项"),
        ({"kind": " merge ", "village": "甲村"}, [0], "蓬莱镇 · 合并 · 甲村 · 1 项"),
        ({"village": "丁村"}, [], "蓬莱镇 · 丁村 · 0 项"),
        ({"other": "x"}, [0, 1, 2, 3], "蓬莱镇 · 4 项"),
    ],
)
def test_rows_meet_all_conditions_and_a_sentence_says_so(
    conditions: dict[str, str], rows: list[int], sentence: str
) -> None:
    found = made(conditions)
    assert found.rows == [ROWS[number] for number in rows]
    assert found.sentence == sentence


def test_what_is_chosen_is_offered_though_nothing_has_it() -> None:
    [option] = [one for options in made({"village": "丁村"}).options for one in options.options if one.chosen]
    assert (option.value, option.tasks) == ("丁村", 0)


def test_a_condition_without_a_choice_is_not_offered() -> None:
    assert [options.name for options in faceted("zh", ROWS[1:2], FACETS, {}).options] == []


VALUES = st.sampled_from(["", "a", "b", "c"])


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.tuples(VALUES, st.lists(VALUES, max_size=3).map(tuple)), max_size=8), VALUES, VALUES)
def test_a_choice_leaves_as_many_rows_as_are_counted_beside_it(rows: list[Row], kind: str, village: str) -> None:
    given_too = {"kind": kind, "village": village}
    for options in faceted("zh", rows, FACETS, given_too).options:
        for option in options.options:
            found = faceted("zh", rows, FACETS, {**given_too, options.name: option.value})
            assert len(found.rows) == option.tasks
