"""Rows that no single catalogued query gives: workloads, lineages, findings of the audit, proposed spellings."""

from api.ask.answering import ToldAnswer
from api.ask.proposing import ProposalRow
from api.http.schemas import model_of
from queries.audit import FindingRow
from queries.lineage import LineageRow
from queries.workload import LoadRow

LoadModel = model_of(LoadRow, "Load")
StepModel = model_of(LineageRow, "Step")
FindingModel = model_of(FindingRow, "Finding")
ProposalModel = model_of(ProposalRow, "Proposal")
AnswerModel = model_of(ToldAnswer, "Answer")
