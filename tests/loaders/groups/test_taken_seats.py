"""Sentences that put somebody into a seat: the quick look for a seat beside its verb misses none."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.groups import seats as module
from loaders.vocabulary.groups import group_words

_WORDS = [
    "组长",
    "副组长",
    "由",
    "任",
    "担任",
    "为",
    "以",
    "、",
    "，",
    "。",
    "张三",
    "县委书记",
    "同志",
    ",",
    ":",
    "成立",
]
TEXT = st.lists(st.sampled_from(_WORDS), max_size=12).map("".join)


@given(TEXT)
def test_a_seat_is_taken_only_where_the_quick_look_finds_one(line: str) -> None:
    assert {"组长", "副组长"} <= set(module.seats())
    assert group_words().takes.by == "由"
    assert len(list(module.find_taken(line))) == len(list(module._taken().finditer(line)))  # noqa: SLF001
