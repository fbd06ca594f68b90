"""Rows that no single catalogued query gives: workloads, lineages, findings of the audit, proposed spellings."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.http.schemas import examples
from graph.messages.message import Plain
from queries.overload import Verdict


def _example(model: str) -> ConfigDict:
    return ConfigDict(json_schema_extra=lambda schema: schema.update(example=examples().get(model, {})))


class Load(BaseModel):
    """What a unit or leader carries in a period, and whether that is too much."""

    model_config = _example("Load")

    id: str
    name: str
    place: str
    period: str
    load: float = Field(description="Sum of the weights of the tasks.")
    leads: int
    responsible: int
    supports: int
    tasks: int
    share: float = Field(description="Of all tasks of the place, 0 to 1.")
    q1: float
    q3: float
    threshold: float = Field(description="The load above which its peers are overloaded; 0 for groups.")
    verdict: Verdict
    reason: str = Field(description="A code, whose sentence holds the values.")
    reason_values: dict[str, Plain]
    peak_month: str = Field(description="The month with most deadlines.")
    task_ids: list[str]
    kind: str
    level: str


class Step(BaseModel):
    """A place reached on a lineage, with the change that led to it."""

    model_config = _example("Step")

    place_id: str
    name: str
    level: str
    since: str
    until: str
    depth: int = Field(description="Changes between it and the place asked for.")
    direction: Literal["self", "before", "after"]
    change_id: str
    kind: str
    role: str
    share: str
    stated_on: str
    sources: list[str]
    part: str
    status: str
    place: str
    lasting_id: str
    start_id: str
    existed: str
    note: list[str] = Field(description="Codes, whose sentences hold the values.")
    note_values: dict[str, Plain]


class Finding(BaseModel):
    """Something that is wrong in a plan."""

    model_config = _example("Finding")

    problem: str
    title: str
    reason: str = Field(description="A code, whose sentence holds the values.")
    reason_values: dict[str, Plain]
    plan_title: str
    document: str
    place: str
    task_id: str
    sources: list[str]


class Proposal(BaseModel):
    """Two spellings that may name one thing; nothing is joined by a proposal."""

    model_config = _example("Proposal")

    name: str
    other: str
    place: str
    kind: str
    grade: str
    rule: str
    id: str
    other_id: str
    scope: str
