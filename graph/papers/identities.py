"""By what files are known to be of one paper, and what names that paper.

Two that share issuer, title and day of issue, or an issue number, are of one, directly or over others; but files that
bear two numbers never are, as a revision may come under the title and on the day of what it revises.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from graph.identity.grouping import connected
from graph.ids import digest
from graph.statements import HeadStatement, PlanDocument
from graph.words.names import masked, number_form, words_form


def identities(document: PlanDocument) -> frozenset[str]:
    """What makes files copies of one paper: two that share one of these are."""
    return _identities(document.sha256, document.head)


def identities_in_file(document: PlanDocument) -> frozenset[str]:
    """The same by the heading as the file says it, whatever a person corrected."""
    return _identities(document.sha256, document.head_in_file)


def _identities(sha256: str, head: HeadStatement) -> frozenset[str]:
    known = {f"file:{sha256}"}
    if number := number_form(head.number):
        known.add(f"number:{number}")
    named = [words_form(head.issuer), words_form(head.title), head.issued_on]
    if all(named) and not masked(head.issuer):
        known.add("paper:" + digest(*named))
    return frozenset(known)


def one_paper(some: Collection[str], others: Collection[str]) -> bool:
    """Whether files with these identities are of one paper: they share one, and do not bear two issue numbers."""
    numbers, other_numbers = ({one for one in known if one.startswith("number:")} for known in (some, others))
    apart = numbers and other_numbers and not numbers & other_numbers
    return not apart and not set(some).isdisjoint(others)


def by_paper(documents: Iterable[PlanDocument]) -> list[tuple[list[PlanDocument], str]]:
    """The documents of each paper, with what names it, in whatever order they come.

    A paper whose heading a person corrected keeps the name that it had, unless that is now another's.
    """
    listed = sorted(documents, key=lambda document: document.sha256)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for document in listed if any(document.head_as_read for document in listed) else ():
        for name in identities(document):
            owners[name].add(document.sha256)
    named: list[tuple[list[PlanDocument], str]] = []
    given: set[str] = set()
    for group in connected(listed, identities):
        taken: set[str] = set()
        for part in _by_number(group):
            own = {document.sha256 for document in part}
            kept = [one for one in _kept(part) if owners[one[-1]] <= own and one[-1] not in given]
            strengths = sorted(_strength(name, one) for one in part for name in identities(one))
            uncorrected = sorted(
                _strength(name, one) for one in part if not one.head_as_read for name in identities(one)
            )
            name = next(one[-1] for one in (*sorted([*kept, *uncorrected]), *strengths) if one[-1] not in taken)
            taken |= {one[-1] for one in strengths}
            given.add(name)
            named.append((part, name))
    return named


def _kept(part: list[PlanDocument]) -> list[tuple[int, str, str]]:
    """By what the files name themselves whose heading a person corrected."""
    return [
        _strength(name, replace(one, head=one.head_in_file))
        for one in part
        if one.head_as_read
        for name in identities_in_file(one)
    ]


def _by_number(group: list[PlanDocument]) -> list[list[PlanDocument]]:
    """The documents of each issue number in a group. Those without a number go to the
    first number with whose paper they share issuer, title and day.
    """
    numbered: dict[str, list[PlanDocument]] = {}
    for document in group:
        numbered.setdefault(number_form(document.head.number), []).append(document)
    left = numbered.pop("", [])
    parts = [numbered[number] for number in sorted(numbered, key=_serial)] or [[]]
    known = [{name for document in part for name in identities(document)} for part in parts]
    while left:
        # One without a number may share its issuer, title and day with another without one alone.
        met = [(one, at) for one in left if (at := _first_met(one, known)) is not None] or [(left[0], 0)]
        for one, at in met:
            parts[at].append(one)
            known[at] |= identities(one)
            left.remove(one)
    return parts


def _first_met(document: PlanDocument, known: Sequence[set[str]]) -> int | None:
    return next((at for at, names in enumerate(known) if names & identities(document)), None)


def _serial(number: str) -> tuple[list[int], str]:
    """Issue numbers by year and running number."""
    return [int(one) for one in re.findall(r"[0-9]+", number)], number


def _strength(identity: str, document: PlanDocument) -> tuple[int, str, str]:
    """By what a paper is named: issuer, title and day before number before file; of several days the first, so that its
    name stays when a later edition comes.
    """
    return ("paper", "number", "file").index(identity.partition(":")[0]), document.head.issued_on, identity
