"""Rows that no single catalogued query gives: workloads, lineages, findings of the audit, proposed spellings."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.ask.overview import OverviewRow
from api.ask.proposing import ProposalRow
from api.http.schemas import examples, model_of
from queries.audit import FindingRow
from queries.lineage import LineageRow
from queries.places.compared import ComparedSums
from queries.places.names import NameRow
from queries.workload import LoadRow

LoadModel = model_of(LoadRow, "Load")
StepModel = model_of(LineageRow, "Step")
NameModel = model_of(NameRow, "Name")
SumsModel = model_of(ComparedSums, "Sums")
FindingModel = model_of(FindingRow, "Finding")
OverviewModel = model_of(OverviewRow, "Overview")
ProposalModel = model_of(ProposalRow, "Proposal")


class PartModel(BaseModel):
    """A part of a reading: what it is about, what it says, and the words of the question that say so."""

    name: str
    value: str
    words: str


class AnswerModel(BaseModel):
    """The answer to a question in words."""

    model_config = ConfigDict(
        title="Answer", json_schema_extra=lambda schema: schema.update(example=examples().get("Answer", {}))
    )

    reading: str = Field(description="How the question was read, in one line.")
    parts: list[PartModel] = Field(description="The same, part by part.")
    not_understood: list[str] = Field(description="Words that nothing is known of; then there are no rows.")
    rows: list[dict[str, Any]] = Field(description="Tasks, names with the best first, or one number (count).")
