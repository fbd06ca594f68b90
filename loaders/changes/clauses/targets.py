"""What stands behind a verb: the places that come of it or receive something."""

from collections.abc import Mapping

from loaders.changes.clauses.verbs import RECEIVES
from loaders.changes.clauses.words import target
from loaders.changes.lists.lists import ListedPlace, read_list
from loaders.places.names import stem_of


def read_target(right: str, does: str, known: Mapping[str, str]) -> tuple[ListedPlace, ...]:
    """The list behind a verb; short names stand for full ones only where places are received."""
    receives = does in RECEIVES
    return read_list(target(right, receives=receives), known if receives else None, proved=True)


def is_of_one_sign(place: ListedPlace) -> bool:
    """Whether a name has one sign before its ending: then a verb before it may have taken the other.

    设立设福村 is 设立 + 设福村 rather than 设立设 + 福村.
    """
    return bool(place.level) and len(stem_of(place.name)) == 1
