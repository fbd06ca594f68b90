"""A paper whose task a person corrected: its title, its deadline and its lead unit."""

from graph.corrections.corrections import Correction, Corrections, TaskField, in_order
from graph.corrections.matching import anchor, reading
from graph.corrections.nodes import correction_nodes
from graph.derive.build import build
from graph.facts import Facts, Node
from graph.statements import PlanDocument
from tests.graph.saying import document, due, row

_ROW = row(11, "清产核姿", lead_units=("社事办",), responsible_units=("党政办",), due="2021-12-31")
SAID: dict[TaskField, tuple[str, str]] = {
    "due_text": ("2022-03-01", "2021-12-31"),
    "lead_units": ("村建办", "社事办"),
    "title": ("清产核资", "清产核姿"),
}
"""Of each field what the person says, and what the paper says."""


def paper() -> PlanDocument:
    """The paper, with a task that nobody corrects beside it."""
    return document(_ROW, row(12, "盘活资产", lead_units=("社事办",), due="2021-06-30"), name="甲.txt")


def put_right() -> Corrections:
    """What the person says."""
    at = anchor(paper(), _ROW)
    return in_order(
        Correction(
            "task",
            at,
            field,
            (value,),
            reading(_ROW, field),
            (due(value),) if field == "due_text" else (),
            who="王芳",
            made_on="2026-11-30T08:00:00+08:00",
        )
        for field, (value, _) in SAID.items()
    )


def as_corrected() -> tuple[Facts, tuple[Node, ...]]:
    """The facts, and the records of the corrections."""
    return build([paper()], corrections=put_right()), correction_nodes(put_right())
