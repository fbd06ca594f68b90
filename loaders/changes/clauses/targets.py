"""What stands behind a verb: the places that come of it or receive something."""

from collections.abc import Mapping

from loaders.changes.clauses.verbs import RECEIVES
from loaders.changes.clauses.words import target
from loaders.changes.lists.lists import ListedPlace, read_list


def read_target(right: str, does: str, known: Mapping[str, str]) -> tuple[ListedPlace, ...]:
    """The list behind a verb; short names stand for full ones only where places are received."""
    receives = does in RECEIVES
    return read_list(target(right, receives=receives), known if receives else None, proved=True)
