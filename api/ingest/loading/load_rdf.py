"""A graph that was exported as RDF, taken into a store that is new or empty."""

from dataclasses import replace

from graph.digests import rules_digest
from graph.errors import StoreError
from graph.exports.rdf.restored import ReturnedGraph
from graph.facts import Facts
from graph.model import OBEYED
from graph.reports.nodes import LABEL as REPORT
from graph.stores.protocol import Store
from graph.stores.read_back import count, read_records
from graph.stores.state import read_state


def load_rdf(store: Store, graph: ReturnedGraph) -> None:
    """Write a graph with its decisions and corrections, in one transaction. Raises StoreError where the store holds
    anything or fails.
    """
    held = any(count(store)) or any(read_records(store, label) for label in (*OBEYED, REPORT))
    if held:
        raise StoreError("rdf.not_empty", store=store.where)
    state = read_state(store)
    now = replace(state, rules=rules_digest(), readers=graph.readers)
    gone, records = Facts(nodes=(state.node,)), (*graph.records, now.node)
    store.replace(gone, Facts((*graph.facts.nodes, *records), graph.facts.edges))
