"""Sentences on changes: the quick look for glued items misses none."""

from hypothesis import given
from hypothesis import strategies as st

from graph.words.fold import Folded
from graph.words.numbering import numbers_inside
from loaders.changes.clauses import sentences as module

TEXT = st.text("甲村撤销一十12年月第①是.、,。()（ ", max_size=24).map(Folded)


@given(TEXT)
def test_an_item_is_glued_only_where_the_quick_look_finds_one(folded: Folded) -> None:
    glued = [one for one in numbers_inside(folded) if module._is_glued_item(folded, one)]  # noqa: SLF001
    assert not glued or module._MAY_BE_GLUED.search(folded)  # noqa: SLF001
