"""How `plangraph load` takes a graph back that was exported as RDF, and what it tells of that."""

from collections.abc import Sequence
from pathlib import Path

from api.cli.answer import give
from api.cli.session import Session
from graph.errors import FileRefusedError, UsageError
from graph.exports.rdf.formats import BY_ENDING
from graph.messages.message import message

ENDINGS = tuple(ending for ending in BY_ENDING if ending != ".xml")
"""Endings of RDF among files that are loaded; .xml is a document's."""
SHOWN = 20
"""Triples that a table shows; the others are counted."""
_LONGEST = 240
"""Characters of a triple that a sentence shows."""


def rdf_among(paths: Sequence[str]) -> Path | None:
    """The file of RDF that is to be loaded, None where none is named. Raises UsageError where it is not alone."""
    found = [path for path in paths if path.lower().endswith(ENDINGS) and not Path(path).is_dir()]
    if found and len(paths) > 1:
        raise UsageError("rdf.alone", path=found[0])
    return Path(found[0]) if found else None


def load_graph(run: Session, path: Path, store: str, *, partly: bool, as_json: bool) -> None:
    """Load the graph of a file of RDF and tell of it; what does not fit is told, and loaded around only if `partly`.

    Raises FileRefusedError for a file that does not fit, or of which nothing could be loaded.
    """
    from api.ingest.loading.load_rdf import load_rdf  # noqa: PLC0415 - a command imports what it needs when it runs
    from graph.exports.rdf.restored import restored  # noqa: PLC0415

    if not path.exists():
        raise FileRefusedError.at(path, message("file.missing"))
    own, found = run.base_iri, restored(path)
    partly = partly or not found.same_rules
    if not found.facts.nodes:
        if not found.misfits:
            raise FileRefusedError("rdf.nothing", path=path)
        raise FileRefusedError("rdf.nothing_kept", path=path, triple=_short(found.misfits[0].triple))
    if found.misfits and not partly:
        first, more = found.misfits[0], len(found.misfits) - 1
        raise FileRefusedError(
            "rdf.missing" if first.missing else "rdf.misfit", path=path, triple=_short(first.triple), number=more
        )
    with run.writing(store, "load", new=True) as graph:
        load_rdf(graph, found)
    rows = [{"fault": "missing" if one.missing else "unfit", "triple": one.triple} for one in found.misfits]
    if as_json or rows:
        give(run, "load", rows if as_json else rows[:SHOWN], as_json=as_json)
    files = sum(one.label == "File" for one in found.facts.nodes)
    nodes, edges = len(found.facts.nodes), len(found.facts.edges)
    run.tell("rdf.loaded", files=files, nodes=nodes, edges=edges, records=len(found.records), path=path)
    if found.misfits:
        run.tell("rdf.left_out" if found.same_rules else "rdf.other_rules", number=len(found.misfits))
    if found.base != own:
        run.tell("rdf.other_base", base=found.base, own=own)
    run.tell("rdf.no_originals")


def _short(triple: str) -> str:
    return triple if len(triple) <= _LONGEST else f"{triple[:_LONGEST]}…"
