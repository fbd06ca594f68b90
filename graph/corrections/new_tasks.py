"""A task that a person found where none was read, as a statement of the passage whose words say it."""

from graph.corrections.corrections import Correction
from graph.papers.passages import position
from graph.statements import PlanDocument, Statement, TaskStatement
from graph.words.names import tidy


def stated_task(correction: Correction, statement: Statement, document: PlanDocument) -> TaskStatement:
    """What a person says of a task that a passage of a document sets; its content is in the words of the file."""
    parts = dict(correction.parts)
    title = "".join(parts.get("title", ()))
    quote = statement.source.quote
    leading = parts.get("lead_leaders", ())
    return TaskStatement(
        form="item",
        plan=_plan_of(statement, document),
        number="",
        category="",
        title=title,
        content=" ".join(quote.split()) if tidy(quote) != tidy(title) else "",
        source=statement.source,
        named=False,
        lead_units=parts.get("lead_units", ()),
        responsible_units=parts.get("responsible_units", ()),
        supporting_units=parts.get("supporting_units", ()),
        leaders=tuple(dict.fromkeys((*parts.get("leaders", ()), *leading))),
        lead_leaders=leading,
        due_text="".join(parts.get("due_text", ())),
        dues=correction.dues,
    )


def _plan_of(statement: Statement, document: PlanDocument) -> int:
    """The plan (by ordinal) in which a passage stands: that of the task before it, else of the plan that begins before
    it, else the first; 0 where there is none.
    """
    if isinstance(statement, TaskStatement):
        return statement.plan
    at = position(statement.source)
    before = [(position(one.source), one.plan) for one in document.tasks if position(one.source) <= at]
    before += [(position(one.source), one.ordinal) for one in document.plans if one.body and position(one.source) <= at]
    if before:
        return max(before)[1]
    return min((one.ordinal for one in document.plans if one.body), default=0)
