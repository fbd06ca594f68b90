"""Owners that a sentence of prose names: 由县水利局牵头，县财政局配合 · 县水利局牵头负责修渠.

    sentence = clause ("," clause)*
    clause   = words? 由 duty | duty                 （duty: names and a phrase of duty, see `loaders.owners.duties`）

Clauses of duty that follow each other are one stretch. By genre such a sentence sets no task of its own; where a label
of leaders or of a deadline makes its item a task, they are the task's owners.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from graph.words.fold import Folded, fold
from graph.words.pieces import COMMA, cut
from loaders.owners.duties import VerbDuty, duties, duty_names
from loaders.owners.duty_phrases import duty_phrases, without_leading
from loaders.owners.name_evidence import evidence
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import is_unit
from loaders.vocabulary.roles import role_words

_SENTENCE = re.compile(r"[^。;!?\n]+")
_LONGEST_CLAUSE = 200  # characters of a clause in which owners are looked for
_MOST_STARTS = 3  # words 由 of a clause behind which owners are tried, the last first
_OWNERS = frozenset({"unit", "post", "person"})
_SURE = frozenset({"unit", "post"})
_Kind = Literal["duty", "more", "names", "none"]


class SentenceOwners(NamedTuple):
    """Clauses of duty from `start` to `end` of the words, in the sentence from `sentence[0]` to `sentence[1]`."""

    start: int
    end: int
    sentence: tuple[int, int]


class _Clause(NamedTuple):
    """A clause from `start` to `end`: of duty, of a duty that only goes on with others (各村落实), of names, of none.

    `apart`: words of another subject stand before it in its sentence's clause (全部工作由县水利局牵头).
    """

    kind: _Kind
    start: int
    end: int
    apart: bool = False


def sentence_owners(words: str) -> Iterator[SentenceOwners]:
    """The stretches of duty in running words, in order."""
    folded = fold(words)
    if next(duty_phrases(folded), None) is None:
        return
    for sentence in _SENTENCE.finditer(folded):
        for run in _runs(_clauses(folded, *sentence.span())):
            yield SentenceOwners(run[0].start, run[-1].end, sentence.span())


def untold_duties(words: str, told: Sequence[SentenceOwners]) -> Iterator[tuple[int, int]]:
    """The clauses that name somebody with a verb of duty, or go on with whom owners work (会同…), and were not read."""
    folded = fold(words)
    starts, ends = [one.start for one in told], [one.end for one in told]
    for sentence in _SENTENCE.finditer(folded):
        start = sentence.start()
        for piece in cut(sentence.group(), frozenset({COMMA})):
            end = start + len(piece.text)
            before = bisect_left(starts, end) - 1
            behind = before >= 0 and ends[before] == start - 1
            inside = before >= 0 and ends[before] > start
            if not inside and (_names_somebody(piece.text) or (behind and _goes_on(piece.text))):
                yield start, end
            start = end + 1


def _names_somebody(clause: str) -> bool:
    begin, by = len(clause) - len(clause.lstrip()), role_words().by.word in clause
    return any(
        phrase.sure_verb and phrase.start > begin and (phrase.ends_clause or by)
        for phrase in duty_phrases(fold(clause))
    )


def _goes_on(clause: str) -> bool:
    return without_leading(clause) != clause.strip()


def _runs(clauses: Iterable[_Clause]) -> Iterator[list[_Clause]]:
    """Clauses that follow each other, from the names before the first duty to the last duty."""
    run: list[_Clause] = []
    has_duty = False
    for clause in (*clauses, _Clause("none", 0, 0)):
        if clause.kind == "none" or clause.apart or (clause.kind == "more" and not has_duty):
            while run and run[-1].kind == "names":
                run.pop()
            if has_duty:
                yield run
            run, has_duty = [], False
        if clause.kind in ("duty", "names") or (clause.kind == "more" and run):
            run.append(clause)
            has_duty = has_duty or clause.kind == "duty"


def _clauses(folded: Folded, start: int, end: int) -> Iterator[_Clause]:
    """The clauses of a sentence; names are sought only where one of them is of duty."""
    found: list[_Clause] = []
    for piece in cut(folded[start:end], frozenset({COMMA})):
        found.append(_clause(piece.text, start))
        start += len(piece.text) + 1
    named = any(clause.kind == "duty" for clause in found)
    for clause in found:
        text = folded[clause.start : clause.end]
        names = named and clause.kind == "none" and _may_be_read(text) and _is_all_units(text)
        yield _Clause("names", clause.start + _blanks_before(text), clause.end) if names else clause


def _is_all_units(text: str) -> bool:
    return all(is_unit(part.name) for part in split_list(text)) and not _is_noun(text)


def _may_be_read(text: str) -> bool:
    return bool(text.strip()) and len(text) <= _LONGEST_CLAUSE


def _clause(text: str, start: int) -> _Clause:
    """A clause as far as its duties tell: of duty, of a duty that only goes on with others, or none."""
    end = start + len(text)
    kind = _kind(duties(text)) if _may_be_read(text) else "none"
    if kind != "none":
        return _Clause("none", start, end) if _is_noun(text) else _Clause(kind, start + _blanks_before(text), end)
    for at in _behind_by(text) if _may_be_read(text) else ():
        read = duties(text[at:])
        if _kind(read) == "duty" and (read[0].role == "lead" or _only_adverbs(text[: at - 1])) and not _is_noun(text):
            return _Clause("duty", start + at, end, apart=True)
    return _Clause("none", start, end)


def _blanks_before(text: str) -> int:
    return len(text) - len(text.lstrip())


def _is_noun(text: str) -> bool:
    """Whether what is done makes a noun or is done already (由县水利局牵头制定的方案)."""
    first = next((phrase.end for phrase in duty_phrases(fold(text)) if phrase.sure_verb), len(text))
    return any(sign in text[first:] for sign in role_words().by.not_duty)


def _behind_by(text: str) -> Sequence[int]:
    """The places behind 由, the last first."""
    by = role_words().by
    places = [match.end() for match in re.finditer(by.word, text) if not text[: match.start()].endswith(by.not_behind)]
    return places[: -_MOST_STARTS - 1 : -1]


def _only_adverbs(before: str) -> bool:
    """Whether nothing but a date stands before 由, so that no other thing is in somebody's hands (资金由…负责)."""
    return not before.strip() or evidence(before) == "date"


def _kind(read: Sequence[VerbDuty]) -> _Kind:
    """Whether stretches of names are owners with their phrases and nothing else."""
    led = [duty for duty in read if duty.role is not None and not duty.sure_only]
    if not led or led[0] is not read[0]:
        return "none"
    kinds = {evidence(name) for name in duty_names(led)}
    if not _OWNERS.issuperset(kinds) or _SURE.isdisjoint(kinds):
        return "none"
    if any(duty.role is None and not duty.aside for duty in read):
        return "none"
    return "duty" if led[0].sure_verb else "more"
