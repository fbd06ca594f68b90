"""Phrases of duty: what is passed over by first signs begins none."""

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.words.fold import Folded, fold
from loaders.owners import duty_phrases as module
from loaders.vocabulary.roles import role_words

_ROLES = role_words()
_WORDS = [
    *_ROLES.grounds.openings,
    *_ROLES.grounds.nouns,
    *(word for row in (_ROLES.verbs, _ROLES.adverbs, _ROLES.doing, _ROLES.helping) for word in row.words),
    *_ROLES.objects.words,
    *"由、，。县水利局政协“”",
]
TEXT = st.lists(st.sampled_from(_WORDS), max_size=14).map("".join)


@given(TEXT)
def test_phrases_are_those_that_a_search_from_every_sign_finds(words: str) -> None:
    folded: Folded = fold(words)
    guarded = module._phrase()  # noqa: SLF001 - compared with itself without its first look
    look, bare = re.fullmatch(r"(\(\?=[^)]*\))(.*)", guarded.pattern, re.DOTALL).groups()  # type: ignore[union-attr]
    assert look.startswith("(?=[")
    assert [one.span() for one in guarded.finditer(folded)] == [one.span() for one in re.finditer(bare, folded)]
