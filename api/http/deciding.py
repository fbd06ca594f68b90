"""Decisions over HTTP: taken and taken back by the one writer of the library, while others go on reading."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from api.ask.deciding import signed_by
from api.ask.editions.deciding_versions import replaces, stands
from api.ask.editions.revising import revisions_proposed
from api.ask.proposing import proposed
from api.http.library.library import Library
from api.ingest.upkeep.up_to_date import keep_up
from graph.decisions.decisions import DecisionKind, Decisions, Verdict, decision
from graph.errors import NotFoundError, UsageError
from graph.history.entries import Deed
from graph.refresh.held import files_of
from graph.refresh.refresh import rebuild
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store


@dataclass(frozen=True, slots=True)
class DecisionSubject:
    """What is decided on: two names of a kind in a place (by its key), as a page told them."""

    kind: str
    place: str
    one: str
    other: str

    @property
    def names(self) -> set[str]:
        """The two names."""
        return {self.one, self.other}


def decide(library: Library, subject: DecisionSubject, verdict: str, who: str, why: str = "") -> None:
    """Decide on a proposal that stands open. Raises UsageError where it does not any more, or contradicts others."""

    def after(store: Store, before: Decisions) -> Decisions:
        known = next((one for one in get_args(Verdict) if one == verdict), None)
        if known is None:
            raise UsageError("decision.words")
        if subject.kind == "paper":
            return _on_papers(store, before, subject, known)
        for row in proposed(store, before):
            if (row["kind"], row["scope"], {row["name"], row["other"]}) == (subject.kind, subject.place, subject.names):
                return before.with_(decision(known, _kind(subject), subject.place, subject.one, subject.other))
        raise UsageError("decision.not_open", one=subject.one, other=subject.other)

    _change(library, after, Deed(who, "decide"), why)


def decide_edition(library: Library, document: str, file: str, who: str, why: str = "") -> None:
    """Decide that the edition of a paper (by id) to which a file (by hash) belongs stands over its others.

    Raises NotFoundError where the paper does not hold the file any more, UsageError where it has one edition.
    """

    def after(store: Store, before: Decisions) -> Decisions:
        if file not in files_of(store, document):
            raise NotFoundError("decision.no_file", name=file)
        return stands(store, before, file)

    _change(library, after, Deed(who, "decide"), why)


def undo(library: Library, subject: DecisionSubject, who: str) -> None:
    """Take back what was decided. Raises UsageError where nothing is, any more."""

    def after(_store: Store, before: Decisions) -> Decisions:
        made = [
            one
            for one in before.all
            if (one.kind, one.place, set(one.names)) == (subject.kind, subject.place, subject.names)
        ]
        if not made:
            raise UsageError("decision.none", one=subject.one, other=subject.other)
        return before.without(made[0])

    _change(library, after, Deed(who, "undo"))


def _on_papers(store: Store, before: Decisions, subject: DecisionSubject, verdict: Verdict) -> Decisions:
    """The decisions with one more on a paper (by id) that may replace another."""
    for row in revisions_proposed(store, before):
        if (row["document_id"], row["other_id"]) == (subject.one, subject.other):
            return replaces(store, before, subject.one, subject.other, apart=verdict == "different")
    raise UsageError("decision.not_open", one=subject.one, other=subject.other)


def _kind(subject: DecisionSubject) -> DecisionKind:
    return next(known for known in get_args(DecisionKind) if known == subject.kind)


def _change(library: Library, after: Callable[[Store, Decisions], Decisions], deed: Deed, why: str = "") -> None:
    with library.writing(deed) as store:
        keep_up(store)
        before = stored_decisions(store)
        made = after(store, before)
        rebuild(store, signed_by(made, before, deed.who, why))
