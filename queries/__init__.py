"""The questions: one .cypher file each, their catalogue, and thin Python over them.

Public names: `ids_of` finds what a name means, `ask` asks a question of the catalogue, `workload` and `lineage` the two
that a query alone cannot answer.
"""

from queries.ask import ask
from queries.lineage import lineage
from queries.resolve import ids_of
from queries.workload import workload

__all__ = ["ask", "ids_of", "lineage", "workload"]
