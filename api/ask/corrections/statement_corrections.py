"""Corrections of what hangs on one passage: the title of a plan, a change of places, a seat in a group."""

from collections.abc import Sequence
from typing import Literal

from api.ask.corrections.correctable import ReadPassage
from api.ask.corrections.typed_words import typed_names, typed_text
from graph.corrections.corrections import CHANGE_FIELDS, PLAN_FIELDS, SEAT_FIELDS, Correction, Field
from graph.corrections.matching import reading
from graph.corrections.rows import bounds
from graph.errors import UsageError
from graph.papers.passages import kind_of
from graph.statements import PassageKind
from queries.period import parse

OnePassage = Literal["plan", "change", "seat"]
"""Corrections of a field of what one passage says."""
FIELDS: dict[OnePassage, tuple[Field, ...]] = {"plan": PLAN_FIELDS, "change": CHANGE_FIELDS, "seat": SEAT_FIELDS}
_KINDS: dict[PassageKind, OnePassage] = {"plan": "plan", "change": "change", "appointment": "seat"}
_REFUSED: dict[OnePassage, Literal["no_change", "no_seat"]] = {"change": "no_change", "seat": "no_seat"}


def what_of(passage: ReadPassage) -> OnePassage | None:
    """What of a passage can be corrected so; None for passages of other kinds."""
    return _KINDS.get(kind_of(passage.statement))


def refusal_of(what: OnePassage) -> Literal["no_change", "no_seat"] | None:
    """The correction that says that there is no such thing; None where none does."""
    return _REFUSED.get(what)


def fitting(passages: Sequence[ReadPassage], what: OnePassage) -> ReadPassage:
    """Of the passages at one place the first of which this can be said. Raises UsageError where there is none."""
    for one in passages:
        if what_of(one) == what:
            return one
    raise UsageError("correction.other_passage", what=what)


def passage_field(passage: ReadPassage, what: OnePassage, field: str, typed: Sequence[str]) -> Correction:
    """That a field of what a passage says is what was typed. Raises UsageError where it cannot be so."""
    one = fitting([passage], what)
    named = next((known for known in FIELDS[what] if known == field), None)
    if named is None:
        raise UsageError("correction.choice", key="field", known=FIELDS[what])
    value = typed_names(typed) if named in {"before", "after"} else (typed_text("".join(typed)),)
    if named == "on":
        value = (_when(value[0]),)
    return Correction(what, one.anchor, named, value, reading(one.statement, named))


def no_such(passage: ReadPassage, what: OnePassage) -> Correction:
    """That there is no such change or seat. Raises UsageError for what cannot be refused."""
    refused = refusal_of(what)
    if refused is None:
        raise UsageError("correction.other_passage", what=what)
    return Correction(refused, fitting([passage], what).anchor)


def _when(typed: str) -> str:
    """A year, month or day in EDTF, "" for none. Raises UsageError for anything else."""
    if not typed:
        return ""
    period = parse(typed, "on")
    for when in (period.first[:4], period.first[:7], period.first):
        if bounds(when) == (period.first, period.last):
            return when
    raise UsageError("correction.no_day", words=typed)
