"""Rows that say why: beside the columns of a query a reason (or a note) as code, and the values of its sentence."""

from collections.abc import Mapping

from graph.facts import Value
from graph.messages.message import Plain

Explained = dict[str, Value | Mapping[str, Plain]]
"""A row of `queries.workload`, `queries.lineage` or `queries.audit`."""
