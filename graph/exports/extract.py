"""The extract of one file: what it says as plain values, tasks joined within the file, in the order of reading.

Ids are those of the graph in which the file alone is loaded; the keys and their order are a contract with readers of
`plangraph extract`.
"""

from collections.abc import Iterable
from typing import Any, get_args

from graph.decisions.decisions import Decisions
from graph.derive.corpus import Corpus, corpus_of
from graph.derive.history import history_of
from graph.derive.task_facts import Setting
from graph.papers.conflicts import conflicts_of
from graph.papers.dues import due_properties
from graph.papers.papers import Paper
from graph.papers.passages import position
from graph.papers.tasks import Task
from graph.places.dates import EventDates
from graph.places.timeline import Event
from graph.statements import (
    AppointmentStatement,
    ChangeStatement,
    HeadField,
    PlanDocument,
    ReplacementStatement,
    Source,
)

Extract = dict[str, Any]
"""JSON values; what does not apply is None."""


def as_extract(document: PlanDocument) -> Extract:
    """What `plangraph extract` prints for a file: its heading, plans, tasks, changes, appointments, replacements,
    conflicts and what was not read.
    """
    corpus = corpus_of([document], Decisions())
    paper = corpus.papers[0]
    [layer] = history_of(corpus).papers[0].layers
    settled = sorted(layer.tasks, key=lambda one: position(_first_source(one[0])))
    statements = paper.copies[0].document
    return {
        "document": _document(document),
        "plans": _plans(paper),
        "tasks": [_task(task, setting) for task, setting in settled],
        "changes": sorted((_change(event) for event in corpus.events), key=_where),
        "appointments": [_appointment(statement) for statement in statements.appointments],
        "replacements": [_replacement(statement) for statement in statements.replacements],
        "conflicts": [conflict for task, setting in settled for conflict in _conflicts(task, setting, corpus)],
        "unread": [
            {
                "reason": one.reason,
                "reason_values": dict(one.reason_values),
                "sources": _sources([one.source]),
            }
            for one in statements.unread
        ],
    }


def _replacement(one: ReplacementStatement) -> Extract:
    """Which papers the words end; an earlier edition of the paper itself where they name none."""
    return {"numbers": list(one.numbers), "titles": list(one.titles), "sources": _sources([one.source])}


def _document(document: PlanDocument) -> Extract:
    head = document.head
    return {
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "title": head.title or None,
        "number": head.number or None,
        "issuer": head.issuer or None,
        "issued_on": head.issued_on or None,
        "jurisdiction": head.jurisdiction,
        "confidence": {name: head.confidence(name) for name in get_args(HeadField)},
    }


def _plans(paper: Paper) -> list[Extract]:
    return [
        {
            "id": plan.id,
            "title": plan.title,
            "ordinal": plan.ordinal,
            "jurisdiction": "/".join(plan.scope.chain) or None,
            "body": plan.body,
            "sources": _sources(statement.source for _, statement in plan.stated),
        }
        for plan in paper.plans
    ]


def _task(task: Task, setting: Setting) -> Extract:
    merged = task.merged
    due = due_properties(merged)
    return {
        "id": task.id,
        "plan": setting.plan or None,
        "number": merged.number or None,
        "category": merged.category or None,
        "title": merged.title,
        "content": merged.content,
        "lead_units": list(merged.lead_units),
        "responsible_units": list(merged.responsible_units),
        "supporting_units": list(merged.supporting_units),
        "leaders": list(merged.leaders),
        "lead_leaders": list(merged.lead_leaders),
        "leader_roles": list(merged.leader_roles),
        "due_text": merged.due_text or None,
        "start": due["start"] or None,
        "due_dates": list(_texts(due["due_dates"])),
        "ongoing": due["ongoing"],
        "dues": [
            {
                "kind": one.kind,
                "start": one.start or None,
                "on": one.on or None,
                "precision": one.precision or None,
                "label": one.label or None,
                "text": one.text,
            }
            for one in merged.dues
        ],
        "basis": merged.basis,
        "sources": _sources(one.statement.source for one in task.said),
    }


def _change(event: Event) -> Extract:
    happening = event.happening
    statements = [one.said.statement for one in happening.told]
    return {
        "kind": happening.roles.kind,
        "level": _first(statement.level for statement in statements) or None,
        "before": [
            {"name": party.said.name, "role": party.said.role, "share": share, "part": party.said.part or None}
            for _, party, share in event.before
        ],
        "after": [{"name": party.said.name, "role": party.said.role} for party in happening.roles.after],
        "from": list(dict.fromkeys(giver for statement in statements for giver in statement.givers)),
        **_dates(happening.dates),
        "sources": _sources(statement.source for statement in sorted(statements, key=_stands)),
    }


def _dates(dates: EventDates) -> Extract:
    return {
        "on": dates.stated_on or None,
        "earliest": dates.earliest or None,
        "latest": dates.latest or None,
        "decided_on": dates.decided_on or None,
        "status": dates.status,
    }


def _appointment(statement: AppointmentStatement) -> Extract:
    return {
        "person": statement.person,
        "post": statement.post or None,
        "unit": statement.unit or None,
        "role": statement.role or None,
        "sources": _sources([statement.source]),
    }


def _conflicts(task: Task, setting: Setting, corpus: Corpus) -> list[Extract]:
    return [
        {
            "task": conflict.task,
            "field": conflict.field,
            "values": list(conflict.values),
            "sources": _sources([conflict.standing.statement.source, conflict.other.statement.source]),
        }
        for conflict in conflicts_of(task, lambda name: corpus.unit_name(name, setting.scope))
    ]


def _sources(sources: Iterable[Source]) -> list[Extract]:
    return [
        {
            "line": source.line,
            "end_line": source.end_line,
            "start": source.start,
            "end": source.end,
            "page": source.page,
            "sheet": source.sheet,
            "paragraph": source.paragraph,
            "table": source.table,
            "row": source.row,
            "column": source.column,
            "heading": source.heading,
            "element": source.element,
            "quote": source.quote,
        }
        for source in sources
    ]


def _first_source(task: Task) -> Source:
    return min((one.statement.source for one in task.said), key=position)


def _where(change: Extract) -> tuple[int, int]:
    first = change["sources"][0]
    return first["start"] or 0, first["line"] or 0


def _stands(statement: ChangeStatement) -> tuple[int, int, str, int, int, int, int]:
    return position(statement.source)


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
