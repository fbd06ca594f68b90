"""Facts of tasks: who leads, answers for, supports and oversees them, where they are stated, what conflicts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.derive.agents import Agents
from graph.derive.corpus import Corpus
from graph.derive.ledger import End, Ledger
from graph.derive.marks import marked
from graph.facts import Node
from graph.identity.scope import Scope
from graph.papers.conflicts import Conflict, conflicts_of
from graph.papers.dues import due_properties
from graph.papers.tasks import Task

ROLES = (("LEADS", "lead_units"), ("RESPONSIBLE_FOR", "responsible_units"), ("SUPPORTS", "supporting_units"))


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a task stands: its scope, its plan (by id, "" if it stands in none) and the day of issue; whether another
    edition or paper has replaced what sets it, and when that was issued.
    """

    scope: Scope
    plan: str
    day: str
    replaced: bool = False
    replaced_on: str = ""


def write_task(task: Task, setting: Setting, agents: Agents, ledger: Ledger) -> End:
    """Write down a task with its owners and the passages that state it, the standing one first."""
    merged = task.merged
    node = ledger.node(
        Node(
            "Task",
            task.id,
            {
                "id": task.id,
                "title": merged.title,
                "content": merged.content,
                "category": merged.category,
                "number": merged.number,
                "leader_roles": merged.leader_roles,
                "set_on": setting.day,
                "standing": task.said[0].passage,
                "replaced": setting.replaced,
                "replaced_on": setting.replaced_on,
                **due_properties(merged),
                **marked(task.marks),
            },
        )
    )
    for one in task.said:
        ledger.edge("STATED_IN", node, ("Passage", one.passage))

    @cache
    def unit(mention: str) -> End:
        return agents.unit(mention, setting.scope, setting.plan, setting.day)

    @cache
    def person(mention: str) -> End:
        return agents.person(mention, setting.scope, setting.day)

    for kind, field in ROLES:
        mentions = getattr(merged, field)
        for position, owner in enumerate(_each_once(mentions, unit), start=1):
            sources = _sources(task, field, owner, unit)
            ledger.edge(kind, owner, node, position=position, basis=_basis(task, field), sources=sources)
    leading = {person(mention) for mention in merged.lead_leaders}
    for position, owner in enumerate(_each_once(merged.leaders, person), start=1):
        sources = _sources(task, "leaders", owner, person)
        lead = owner in leading
        basis = _basis(task, "leaders", "lead_leaders")
        ledger.edge("OVERSEES", owner, node, position=position, lead=lead, basis=basis, sources=sources)
    return node


def write_conflicts(task: Task, setting: Setting, corpus: Corpus, ledger: Ledger) -> None:
    """Write down which passages of a task conflict: one relationship a pair, from the standing to the other passage.

    `field` names the fields in which they differ, with blanks between; `values` holds two values for each, in order.
    """
    pairs: dict[tuple[str, str], list[Conflict]] = {}
    for conflict in conflicts_of(task, lambda name: corpus.unit_name(name, setting.scope)):
        pairs.setdefault((conflict.standing.passage, conflict.other.passage), []).append(conflict)
    for (standing, other), conflicts in pairs.items():
        fields = " ".join(conflict.field for conflict in conflicts)
        values = tuple(value for conflict in conflicts for value in conflict.values)
        ledger.edge("CONFLICTS", ("Passage", standing), ("Passage", other), field=fields, values=values)


def _each_once(mentions: Iterable[str], find: Callable[[str], End]) -> list[End]:
    return list(dict.fromkeys(find(mention) for mention in mentions))


def _basis(task: Task, *fields: str) -> str:
    """By what an owner is known: by a person who corrected one of these fields, else by what gave it in the file."""
    return task.merged.basis if task.corrected.isdisjoint((*fields, "task")) else "correction"


def _sources(task: Task, field: str, owner: End, find: Callable[[str], End]) -> tuple[str, ...]:
    """The passages that give an owner this role, the standing one first; else those of the corrections that do."""
    if len(task.said) == 1:
        return (task.said[0].passage,)

    def gives(mentions: Sequence[str]) -> bool:
        return any(find(mention) == owner for mention in mentions)

    given = tuple(one.passage for one in task.said if gives(getattr(one.statement, field)))
    return given or tuple(dict.fromkeys(mark.passage for mark in task.marks if mark.field in (field, "lead_leaders")))
