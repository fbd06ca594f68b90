"""Values from engines are read in one way."""

from datetime import date

import pytest

from graph.stores.values import from_engine, to_engine


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (None, ""),
        ("社事办", "社事办"),
        (7, 7),
        (0.5, 0.5),
        (True, True),
        (["甲", None, 3], ("甲", "", "3")),
        (date(2021, 12, 31), "2021-12-31"),
        ({"b": 1, "a": "甲"}, '{"a": "甲", "b": 1}'),
    ],
)
def test_each_kind_of_value_is_read(given: object, read: object) -> None:
    assert from_engine(given) == read


def test_tuples_are_written_as_lists() -> None:
    assert to_engine(("甲", "乙")) == ["甲", "乙"]
    assert to_engine("甲") == "甲"
