"""What a load did to papers beyond its own files: one replaces another, or has editions of which nobody has decided."""

from collections.abc import Iterator, Mapping

from api.ingest.loading.summary import Summary
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_from
from queries.ask import ask
from queries.rows import DocumentRow

MOST = 20
"""Papers of each kind that are told; `plangraph documents` tells all."""
Told = tuple[str, Mapping[str, str]]
"""The key of a sentence, and what fills it."""


def told_of_papers(graph: Store, summary: Summary) -> Iterator[Told]:
    """Papers just loaded that replace others, then those whose editions wait for a decision, where the changes that
    the load lists do not say so already.
    """
    taken = {*summary.read, *summary.merged, *summary.replaced}
    if not taken:
        return
    papers = {row["document_id"]: row for row in ask(graph, "documents/list")}
    here = [row for row in papers.values() if not taken.isdisjoint(row["files"])]
    edges = read_edges_from(graph, "Document", (row["document_id"] for row in here))
    replacing = [edge for edge in edges if edge.type == "REPLACES"][:MOST]
    for edge in replacing:
        yield "loaded.replaces", {"paper": _name(papers[edge.start[1]]), "other": _name(papers[edge.end[1]])}
    told = {one.name for one in summary.changes if one.kind == "open"}
    for row in [row for row in here if row["open"] and told.isdisjoint(row["files"])][:MOST]:
        yield "loaded.open_editions", {"paper": _name(row), "files": "、".join(row["files"])}


def _name(row: DocumentRow) -> str:
    return row["number"] or row["title"] or next(iter(row["files"]), "")
