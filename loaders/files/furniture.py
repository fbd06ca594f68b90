"""Lines of the web page around a copied paper: who runs the site (主办：县政府 承办：县政府办), its numbers and rights.

Their labels look like those of tasks; the outline is built without them.
"""

from collections.abc import Sequence
from functools import cache

from graph.words.fold import fold, squeeze
from loaders.text import Words
from loaders.vocabulary import table

_NEAR = 2
_LONGEST = 200


def without_furniture(paragraphs: Sequence[Words]) -> list[Words]:
    """The paragraphs without lines that surely are a page's own, and lines like them that stand beside one."""
    folded = [squeeze(fold(words.text)) if len(words.text) <= _LONGEST else "" for words in paragraphs]
    sure = {index for index, line in enumerate(folded) if any(word in line for word in _words("sure"))}
    beside = (
        {
            index
            for index, line in enumerate(folded)
            if line.startswith(_words("beside")) and any(abs(index - other) <= _NEAR for other in sure)
        }
        if sure
        else set()
    )
    return [words for index, words in enumerate(paragraphs) if index not in sure and index not in beside]


@cache
def _words(section: str) -> tuple[str, ...]:
    return tuple(table("furniture")[section]["words"])
