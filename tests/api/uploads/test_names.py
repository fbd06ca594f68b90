"""Names of namesakes are those that file managers make, and always such that can be kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.uploads.names import LONGEST, family, numbered


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("通知.txt", 1, "通知.txt"),
        ("通知.txt", 2, "通知 (2).txt"),
        ("通知", 3, "通知 (3)"),
        ("通知.final.txt", 2, "通知.final (2).txt"),
        ("通知 (2).txt", 2, "通知 (2) (2).txt"),
    ],
)
def test_the_number_stands_before_the_ending(name: str, number: int, told: str) -> None:
    assert numbered(name, number) == told


def test_a_family_is_the_name_and_the_numbered_ones_in_order() -> None:
    known = ["通知 (10).txt", "通知 (2).txt", "通知.txt", "通知 (02).txt", "通知 (1).txt", "通知 (0).txt", "另 (2).txt"]
    assert family("通知.txt", known) == ["通知.txt", "通知 (2).txt", "通知 (10).txt"]
    assert family("通知 (2).txt", known) == ["通知 (2).txt"]


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1), st.integers(2, 999))
def test_a_numbered_name_can_be_kept_and_is_of_the_family(stem: str, number: int) -> None:
    name = f"a{stem}"[:80] + ".txt"
    made = numbered(name, number)
    assert len(made.encode()) <= LONGEST
    assert family(name, [made]) == [made]


def test_a_long_name_is_cut_before_its_number() -> None:
    name = "长" * 83 + ".txt"
    made = numbered(name, 2)
    assert made.endswith("长 (2).txt")
    assert len(made.encode()) <= LONGEST
    assert family(name, [made]) == [made]
