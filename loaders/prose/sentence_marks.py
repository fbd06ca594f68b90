"""What a sentence of prose says of a task that only a label of leaders or of a deadline makes one.

    各村要于4月30日前完成核查，由民政办牵头，财政所配合。责任领导：张三

The clauses of duty are its owners; the days by which their sentence promises something are its deadline where no label
gives one. A duty that is not understood is refused, so that it stands among what is unread.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.messages.message import message
from graph.words.fold import squeeze
from graph.words.signs import EDGES
from loaders.deadlines.in_prose import promised_days
from loaders.owners.name_evidence import is_deadline
from loaders.owners.reading import read_owners
from loaders.owners.sentences import SentenceOwners, sentence_owners, untold_duties
from loaders.prose.assign import Assigned, Conventions
from loaders.prose.closing import Closed
from loaders.prose.marks import ClosingMark
from loaders.refused import RefusedCandidate
from loaders.vocabulary.deadlines import deadline_words
from loaders.vocabulary.roles import role_words

_UNITS = frozenset({"lead", "responsible", "supporting", "member"})


def names_no_unit(mark: ClosingMark) -> bool:
    """Whether a mark is labels of leaders or of a deadline alone."""
    return all(part.roles and _UNITS.isdisjoint(part.roles) for part in mark.stated)


def add_sentences(closed: Closed, assigned: Assigned, rules: Conventions) -> list[SentenceOwners]:
    """Add the owners that the words of an item name in prose; returns their clauses."""
    text = closed.words.text
    found = list(sentence_owners(text))
    dated = bool(assigned.due_texts)
    for one in found:
        assigned.add_units(text[one.start : one.end], "responsible", "verb", None, labelled=False)
    for start, end in dict.fromkeys(one.sentence for one in found):
        for day in promised_days(text[start:end]) if not dated else ():
            assigned.add_due(day, rules.year)
    return found


def untold(closed: Closed, found: Sequence[SentenceOwners]) -> Iterator[RefusedCandidate]:
    """The clauses of duty in the words of such an item that were not read."""
    for start, end in untold_duties(closed.words.text, found):
        yield RefusedCandidate(closed.words.part(start, end).stripped(), message("unread.prose"))


def beside_units(closed: Closed, assigned: Assigned) -> Iterator[RefusedCandidate]:
    """The clauses that say who leads, of an item whose mark names other units and none that leads."""
    text = closed.words.text
    for one in sentence_owners(text) if not assigned.lead else ():
        leading = read_owners(text[one.start : one.end], "responsible", labelled=False).lead
        if not assigned.names().keys() >= set(map(squeeze, leading)):
            yield RefusedCandidate(closed.words.part(one.start, one.end).stripped(), message("unread.prose"))


def work_end(text: str, found: Sequence[SentenceOwners]) -> int:
    """Where the work ends in words of one sentence that goes on with owners and a date; else where the words end."""
    last = len(text)
    if len({one.sentence for one in found}) != 1 or text[found[0].sentence[1] :].strip(EDGES):
        return last
    before = text[: found[0].start].removesuffix(role_words().by.word).rstrip(EDGES)
    behind = text[found[-1].end : found[0].sentence[1]].strip(EDGES)
    for word in deadline_words().labels.before:
        behind = behind.removeprefix(word)
    together = all(not text[one.end : other.start].strip(EDGES) for one, other in pairwise(found))
    return len(before) if together and (not behind or is_deadline(behind)) else last
