"""Dates and standing deadlines among the words of owners (县水利局牵头，2025年10月底前完成).

Without a label of deadlines they set none, and they name nobody; they are told as unread.
"""

from collections.abc import Iterator

from loaders.owners.name_evidence import is_deadline
from loaders.owners.unit_lists import split_list
from loaders.prose.marks import ClosingMark
from loaders.refused import RefusedCandidate
from loaders.text import Words


def unlabelled_dates(mark: ClosingMark, whole: Words) -> Iterator[RefusedCandidate]:
    """The deadlines that stand among the owners of a mark; `whole` are the words that it closes, with it."""
    for stated in mark.stated:
        if "due" in stated.roles:
            continue
        for name in (part.name for part in split_list(stated.words) if is_deadline(part.name)):
            at = whole.text.rfind(name)
            words = whole.part(at, at + len(name)) if at >= 0 else whole
            yield RefusedCandidate.for_part(words, "unlabelled_date", name)
