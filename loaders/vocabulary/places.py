"""Names of places in running text: what only looks like a name, and where a name begins (what a name ends in:
levels.toml). Every row carries an example.
"""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import read_table


class PlaceOffices(NamedTuple):
    """Words of an office behind a place: the place is what remains (甲村村民委员会 is 甲村)."""

    example: str
    village: tuple[str, ...]
    community: tuple[str, ...]
    town: tuple[str, ...]


class PlainClass(NamedTuple):
    """Class words that official lists use for the plain one: 玛璜行政村 is 玛璜村."""

    words: tuple[str, ...]
    plain: str
    example: str


class StemRules(NamedTuple):
    """The stem of a name: how long it is, and what it never holds, begins with or ends in."""

    example: str
    longest: int
    ethnic: str
    longest_ethnic: int
    never_inside: tuple[str, ...]
    longest_unknown: int
    doubtful: tuple[str, ...]
    rarely_inside: tuple[str, ...]
    two_before: tuple[str, ...]
    never_last: tuple[str, ...]
    never_first: tuple[str, ...]
    first_exceptions: tuple[str, ...]
    never_next: tuple[str, ...]


class GenericWords(NamedTuple):
    """Words that end like a place and name none: a stem that is one of `stems` or ends in one of `stem_endings`, a
    whole word that is one of `words`, or one that ends in one of `endings`.
    """

    example: str
    stem_endings: tuple[str, ...]
    stems: tuple[str, ...]
    words: tuple[str, ...]
    endings: tuple[str, ...]
    glued: tuple[str, ...]
    real: tuple[str, ...]
    below: tuple[str, ...]


class ListedNames(NamedTuple):
    """What also makes names in a list of places (撤销平安乡、岩下乡): stems, endings, signs (向 + 阳镇)."""

    signs: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    example: str


class PlacesOfTasks(NamedTuple):
    """Places named in the words of a task: where a name may begin, and what may stand behind one."""

    before: tuple[str, ...]
    between: tuple[str, ...]
    example: str


class JurisdictionWords(NamedTuple):
    """The place a paper speaks for: what stands before its name in a title or an issuer, and behind it in a body's
    name.
    """

    levels: tuple[str, ...]
    parties: tuple[str, ...]
    before: tuple[str, ...]
    titles: str
    behind: tuple[str, ...]
    quotes: str
    bodies: tuple[str, ...]
    posts: tuple[str, ...]
    own: tuple[str, ...]
    own_heads: tuple[str, ...]
    governing: tuple[str, ...]
    own_bodies: tuple[str, ...]
    example: str


class PlaceWords(NamedTuple):
    """All rows of places.toml."""

    offices: PlaceOffices
    plain_class: PlainClass
    stems: StemRules
    generic: GenericWords
    listed: ListedNames
    tasks: PlacesOfTasks
    jurisdiction: JurisdictionWords


@cache
def place_words() -> PlaceWords:
    """The words of places.toml, read once."""
    return read_table(PlaceWords)
