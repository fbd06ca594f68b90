"""Lines of the web page around a copied paper: who runs the site (主办：县政府 承办：县政府办), its numbers and rights.

Their labels look like those of tasks; the outline is built without them.
"""

from collections.abc import Sequence

from loaders.text import Words
from loaders.vocabulary.furniture import furniture_words

_NEAR = 2  # lines between a line that surely is the page's and one like it
_LONGEST = 200  # characters of a line that is looked at


def without_furniture(paragraphs: Sequence[Words]) -> list[Words]:
    """The paragraphs without lines that surely are a page's own, and lines like them that stand beside one."""
    folded = [words.compact if len(words.text) <= _LONGEST else "" for words in paragraphs]
    sure = {index for index, line in enumerate(folded) if any(word in line for word in furniture_words().sure.words)}
    beside = (
        {
            index
            for index, line in enumerate(folded)
            if line.startswith(furniture_words().beside.words)
            and not sure.isdisjoint(range(index - _NEAR, index + _NEAR + 1))
        }
        if sure
        else set()
    )
    return [words for index, words in enumerate(paragraphs) if index not in sure and index not in beside]
