"""Dates in running words by which something is promised: 2025年底前, 6月底前. The readers tell those that set no
task, the audit those of tasks without a deadline.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary.promises import promise_words


def promised_dates(folded: str) -> Iterator[re.Match[str]]:
    """Where words in half-width signs (`graph.words.fold`) promise something by a date."""
    return _promises().finditer(folded)


@cache
def _promises() -> re.Pattern[str]:
    return re.compile("|".join(promise_words().promises.patterns))
