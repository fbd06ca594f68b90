"""The normal form of a listed name: offices say which village they are of (福寿村委会, 福寿村村民委员会 → 福寿村).

Lists name villages by their committees, papers by their names; 金誉社区居委会 and 金誉居委会 are both 金誉社区.
"""

from functools import cache

from graph.words.levels import ending_of
from graph.words.names import name_form
from loaders.places.names import without_class
from loaders.vocabulary.places import place_words

_VILLAGE, _COMMUNITY = "村", "社区"
"""What a name gets behind which the office alone says what it is: 金誉居委会 is 金誉社区."""


def listed_form(name: str) -> str:
    """The form in which a listed name is compared, the same for all spellings of one office."""
    plain = name_form(name)
    for office, ending, levels in _offices():
        if plain.endswith(office) and len(plain) > len(office) + 1:
            rest = plain[: -len(office)]
            found = ending_of(rest)
            plain = rest if found and found[1].level in levels else rest + ending
            break
    return without_class(plain)


@cache
def _offices() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The words of each office, those of communities first: 居民委员会 also ends as one of a village does."""
    offices = place_words().offices
    communities = [(word, _COMMUNITY, ("community",)) for word in offices.community]
    return (*communities, *((word, _VILLAGE, ("village", "community")) for word in offices.village))
