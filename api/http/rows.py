"""Rows that no single catalogued query gives: workloads, lineages, findings of the audit, proposed spellings."""

from api.ask.proposing import ProposalRow
from api.http.schemas import model_of
from queries.audit import FindingRow
from queries.lineage import LineageRow
from queries.workload import LoadRow

Load = model_of(LoadRow, "Load")
Step = model_of(LineageRow, "Step")
Finding = model_of(FindingRow, "Finding")
Proposal = model_of(ProposalRow, "Proposal")
