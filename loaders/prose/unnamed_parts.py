"""Parts of the words of owners that name nobody and set nothing, so that they are told as unread.

A date or a standing deadline without a label of deadlines (县水利局牵头，2025年10月底前完成) sets none. A body with a
verb that no table knows (县财政局保障资金), and any words behind `，` or `；` that became no owner, are told by what
they say; what stands behind `、` after the work of a verb (负责修渠、护林) is that work.
"""

from collections.abc import Iterator

from graph.words.fold import squeeze
from graph.words.pieces import COMMA, cut
from loaders.owners.conventions import take_note
from loaders.owners.duties import duties
from loaders.owners.name_evidence import evidence, is_deadline
from loaders.owners.reading import without_role
from loaders.owners.unit_lists import split_list
from loaders.prose.assign import Assigned
from loaders.prose.marks import ClosingMark, StatedRoles
from loaders.refused import RefusedCandidate
from loaders.text import Words

_UNITS = frozenset({"lead", "responsible", "supporting"})


def unnamed_parts(mark: ClosingMark, whole: Words, assigned: Assigned) -> Iterator[RefusedCandidate]:
    """The parts of a mark that are neither owners nor deadlines; `whole` are the words that it closes, with it."""
    for stated in mark.stated:
        if not _UNITS.issuperset(stated.roles):
            continue
        for name, reason in _parts(stated, assigned):
            at = whole.text.rfind(name)
            words = whole.part(at, at + len(name)) if at >= 0 else whole
            yield RefusedCandidate.for_part(words, reason, name)


def _parts(stated: StatedRoles, assigned: Assigned) -> Iterator[tuple[str, str]]:
    """The parts that were left out, with the reason."""
    for clause in cut(take_note(stated.words)[0], frozenset(";")):
        for duty in duties(clause.text):
            before = clause.text[: clause.text.find(duty.names)].rstrip()
            apart = duty.role is None and not before.endswith("、")
            for place, part in enumerate(split_list(duty.names)):
                stands_apart = apart if place == 0 else part.separator == COMMA
                if is_deadline(part.name):
                    yield part.name, "unlabelled_date"
                elif duty.aside or not _is_left_out(part.name, assigned):
                    continue
                elif stands_apart or evidence(part.name) == "clause":
                    yield part.name, "part"


def _is_left_out(name: str, assigned: Assigned) -> bool:
    return assigned.names().keys().isdisjoint({squeeze(name), squeeze(without_role(name))})
