"""Editions: files of one paper that say the same are copies of one edition; where a fact differs, there are several.

A file that says nothing of a plan, because it only lists it, or has its prose without its tables, agrees with every
other on that; one that is cut short, so that it only lists all plans behind the last that it holds, may lack tasks of
that one. Of several editions one stands over another for the reasons of `graph.papers.precedence`; where none is
told, both are open, and a person is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from graph.decisions.decisions import Decisions
from graph.papers.forms import facts_form
from graph.papers.papers import Paper
from graph.papers.precedence import Ground, ground, in_precedence
from graph.papers.superseded import ToldOfPlaces, told_of_places
from graph.words.names import name_form

EditionState = Literal["stands", "open", "replaced"]

Said = Counter[tuple[Hashable, ...]]
"""What is said of one kind in one plan, in normal form."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Copies of a paper (by number) that say the same, the one that goes before the others first.

    The first edition of a paper stands. Another is replaced where `by`, the number of an edition before it, stands over
    it on some ground; else it is open.
    """

    copies: tuple[int, ...]
    state: EditionState = "stands"
    ground: Ground = ""
    by: int = 0


def editions_of(paper: Paper, decisions: Decisions) -> tuple[Edition, ...]:
    """The editions of a paper, the standing one first, none before one that stands over it."""
    if len(paper.copies) == 1:
        return (Edition((0,)),)
    groups: list[list[int]] = []
    told = [_told(paper, number) for number in range(len(paper.copies))]
    files = [copy.document.sha256 for copy in paper.copies]

    def is_copy(one: int, other: int) -> bool:
        return not decisions.standing(files[one], files[other]) and _agree(told[one], told[other])

    for number in range(len(paper.copies)):
        home = next((group for group in groups if all(is_copy(number, one) for one in group)), None)
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    why = partial(_ground, paper, decisions)
    ordered = in_precedence(groups, lambda one, other: bool(why(one, other)))
    return tuple(_edition(ordered, place, why) for place in range(len(ordered)))


def _edition(ordered: Sequence[list[int]], place: int, why: "partial[Ground]") -> Edition:
    """The edition at a place of the order; of several that stand over it the last is the one that replaced it."""
    for by in range(place - 1, -1, -1):
        if reason := why(ordered[by], ordered[place]):
            return Edition(tuple(ordered[place]), "replaced", reason, by)
    return Edition(tuple(ordered[place]), "open" if place else "stands")


def _ground(paper: Paper, decisions: Decisions, one: Sequence[int], other: Sequence[int]) -> Ground:
    """Why one group of copies stands over another: the best ground that any copy has over any of the other's."""
    documents = [copy.document for copy in paper.copies]
    reasons = {ground(documents[a], documents[b], decisions) for a in one for b in other}
    against = {ground(documents[b], documents[a], decisions) for a in one for b in other}
    grounds: tuple[Ground, ...] = ("decided", "later", "stated")
    for reason in grounds:
        if (reason in reasons) != (reason in against):
            return reason if reason in reasons else ""
    return ""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says, by kind and plan: tasks of tables, tasks of prose, seats; and of changes of places. `cut` is
    the plan (by id) in which it is cut short, "" where it is whole.
    """

    said: Mapping[tuple[str, str], Said]
    places: ToldOfPlaces
    cut: str


def _told(paper: Paper, number: int) -> _Told:
    found: defaultdict[tuple[str, str], Said] = defaultdict(Counter)
    document = paper.copies[number].document

    def plan_of(ordinal: int) -> str:
        plan = paper.plan_at(number, ordinal)
        return plan.id if plan else ""

    for task in document.tasks:
        found[task.form, plan_of(task.plan)][facts_form(task)] += 1
    for seat in document.appointments:
        said = tuple(map(name_form, (seat.person, seat.post, seat.unit, seat.role)))
        found["seat", plan_of(seat.plan)][said] += 1
    listed = sorted(document.plans, key=lambda plan: plan.ordinal)
    held = [plan.ordinal for plan in listed if plan.body]
    cut = bool(held) and held[-1] < listed[-1].ordinal
    return _Told(found, told_of_places(document), plan_of(held[-1]) if cut else "")


def _agree(one: _Told, other: _Told) -> bool:
    return one.places.agrees(other.places) and all(
        _alike(one, other, about) for about in one.said.keys() & other.said.keys()
    )


def _alike(one: _Told, other: _Told, about: tuple[str, str]) -> bool:
    """Whether two files agree on what both speak of, as far as both reach."""
    ours, theirs = one.said[about], other.said[about]
    if ours == theirs:
        return True
    return (one.cut == about[1] != "" and ours <= theirs) or (other.cut == about[1] != "" and theirs <= ours)
