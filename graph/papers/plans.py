"""Plans of one paper over its copies: matched by their order where two copies count the same number, else by title.

A plan that one copy alone has is a plan of its own. Copies may title one plan differently, and only list some.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.decisions.decisions import Decisions
from graph.identity.scope import Scope, chain_of, scope_of
from graph.ids import digest
from graph.statements import PlanStatement
from graph.words.names import title_form

StatedPlan = tuple[int, PlanStatement]
"""What a copy, by its number, says of a plan."""


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """A plan of a paper, with what each copy says of it; `ordinal` is that of the copy with the most plans."""

    id: str
    ordinal: int
    title: str
    body: bool
    scope: Scope
    stated: tuple[StatedPlan, ...]


def plans_of(
    paper: str, copies: Sequence[Sequence[PlanStatement]], jurisdiction: str | None, decisions: Decisions
) -> tuple[PaperPlan, ...]:
    """The plans of a paper (by id) from those that its copies list, by ordinal; the fullest copy comes first.

    `jurisdiction` is the paper's: it is that of every plan that names none and stands in no article of a collection.
    """
    listed = [sorted(plans, key=lambda plan: plan.ordinal) for plans in copies]
    leading = max(range(len(listed)), key=lambda number: (len(listed[number]), -number), default=0)
    common: list[list[StatedPlan]] = [[(leading, plan)] for plan in listed[leading]]
    own: dict[tuple[str, int], list[StatedPlan]] = {}
    for copy, plans in enumerate(listed):
        if copy != leading:
            _match(copy, plans, common, own)
    made = [
        _plan(digest("plan", paper, said[0][1].ordinal), paper, said[0][1].ordinal, said, jurisdiction, decisions)
        for said in common
    ]
    made += [
        _plan(digest("plan", paper, title, number), paper, said[0][1].ordinal, said, jurisdiction, decisions)
        for (title, number), said in own.items()
    ]
    return tuple(sorted(made, key=lambda plan: (plan.ordinal, plan.id)))


def closest(jurisdictions: Iterable[str | None]) -> str | None:
    """The jurisdiction that names the most places; of several the first."""
    return max((j for j in jurisdictions if chain_of(j)), key=lambda j: len(chain_of(j)), default=None)


def _match(
    copy: int, plans: list[PlanStatement], common: list[list[StatedPlan]], own: dict[tuple[str, int], list[StatedPlan]]
) -> None:
    """Add the plans of a copy to the common ones, or to those of some copies' own (by title and number of equals)."""
    if len(plans) == len(common):
        for said, plan in zip(common, plans, strict=True):
            said.append((copy, plan))
        return
    open_titles: dict[str, list[list[StatedPlan]]] = {}
    for said in common:
        open_titles.setdefault(title_form(said[0][1].title), []).append(said)
    equals: dict[str, int] = {}
    for plan in plans:
        title = title_form(plan.title)
        if open_titles.get(title):
            open_titles[title].pop(0).append((copy, plan))
            continue
        number = equals.get(title, 0)
        equals[title] = number + 1
        own.setdefault((title, number), []).append((copy, plan))


def _plan(
    identity: str, paper: str, ordinal: int, said: list[StatedPlan], jurisdiction: str | None, decisions: Decisions
) -> PaperPlan:
    spoken = [plan for _, plan in sorted(said, key=lambda stated: (not stated[1].body, stated[0]))]
    article = max(plan.article for plan in spoken)
    place = closest(plan.jurisdiction for plan in spoken) or (None if article else jurisdiction)
    return PaperPlan(
        id=identity,
        ordinal=ordinal,
        title=spoken[0].title,
        body=any(plan.body for plan in spoken),
        scope=scope_of(decisions.in_full(place), paper, article),
        stated=tuple(sorted(said, key=lambda stated: (stated[0], stated[1].ordinal))),
    )
