"""Signs that stand a line too low in wrapped text: Latin letters and digits (ＡＩ, 5Ｇ) alone between two full lines.

They belong somewhere in the line above, nobody can say where. Inside a label, a verb of duty or a name they would make
it unreadable, so there they are dropped; elsewhere they stay among the words.
"""

import re
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, fold
from loaders.owners.unit_names import is_unit
from loaders.prose.labels import find_labels
from loaders.vocabulary.roles import role_words

_ALONE = re.compile(r"[!-~]{1,12}(?: [!-~]{1,12}){0,2}")
_HOLDS = re.compile(r"[A-Za-z\d]")
_PIECE = re.compile(r"[、,;:。()\s]")
_REACH = 60  # characters around the place in which a label or a name stands


def is_displaced(line: str) -> bool:
    """Whether a line holds Latin letters, digits and signs alone."""
    folded = fold(line)
    return bool(_ALONE.fullmatch(folded)) and bool(_HOLDS.search(folded))


def drops_out(before: str, behind: str) -> bool:
    """Whether signs between two lines stand inside a label, a verb of duty or a name that both make together."""
    left, right = fold(before[-_REACH:]), fold(behind[:_REACH])
    words, place = Folded(left + right), len(left)
    if any(label.start < place < label.end for label in find_labels(words)):
        return True
    if any(verb.start() < place < verb.end() for verb in _verb().finditer(words)):
        return True
    name = _PIECE.split(left)[-1] + _PIECE.split(right)[0]
    owners = Folded(left.rpartition("。")[2])
    listed = bool(find_labels(owners)) if ":" in owners else False
    return listed or is_unit(name)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(any_of(role_words().verbs.words))
