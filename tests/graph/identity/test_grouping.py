"""Things that share something belong together, also over others."""

from hypothesis import given
from hypothesis import strategies as st

from graph.identity.grouping import connected


def test_what_shares_a_key_is_one_group_also_over_others() -> None:
    assert connected(["ab", "c", "bd", "ce", "f"], list) == [["ab", "bd"], ["c", "ce"], ["f"]]


@given(st.lists(st.text("abcdef", max_size=3)))
def test_every_thing_is_in_one_group_and_groups_share_nothing(things: list[str]) -> None:
    groups = connected(things, list)
    assert sorted(thing for group in groups for thing in group) == sorted(things)
    shared = [set("".join(group)) for group in groups]
    assert sum(len(keys) for keys in shared) == len(set("".join(things)))
