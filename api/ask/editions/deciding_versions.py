"""What a person decides on versions of papers: which of the editions of one stands, which paper replaces another."""

from collections.abc import Callable

from graph.decisions.decisions import Decision, Decisions, decision
from graph.errors import NotFoundError, UsageError
from graph.refresh.held import files_of
from graph.refresh.load import held_copies
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes
from graph.words.names import number_form
from queries.ask import ask
from queries.resolve import best_fits, candidates


def stands(store: Store, decisions: Decisions, typed: str) -> Decisions:
    """The decisions with one more: the file of this path (or name alone, or hash) stands over all other editions of its
    paper, and what was decided of it otherwise gives way.

    Raises NotFoundError where no such file is held, UsageError where several are or its paper has one edition.
    """
    own = _file(store, typed)
    if not own:
        raise NotFoundError("decision.no_file", name=typed)
    papers = {edge.end[1] for edge in read_edges_at(store, [("File", own)]) if edge.type == "COPY_OF"}
    files = read_nodes(store, {("File", sha256) for paper in papers for sha256 in files_of(store, paper)})
    edition = next(file.properties["edition"] for file in files if file.id == own)
    others = [file.id for file in files if file.properties["edition"] != edition]
    if not others:
        raise UsageError("decision.one_edition", name=typed)
    for other in sorted(others):
        decisions = decisions.with_(decision("stands", "edition", "", own, other))
    return decisions


def replaces(store: Store, decisions: Decisions, new: str, old: str, *, apart: bool = False) -> Decisions:
    """The decisions with one more: a paper (by number, title, id or file) replaces another, or (`apart`) does not.

    Raises NotFoundError where a paper is not held, UsageError where several are meant.
    """
    return decisions.with_(
        decision("different" if apart else "stands", "paper", "", _paper(store, new), _paper(store, old))
    )


def shown_names(store: Store) -> Callable[[Decision], tuple[str, str]]:
    """The names of a decision as people know them: a file by its path, where it is still held, not by its hash."""
    paths = dict(sorted(held_copies(store), reverse=True))

    def shown(one: Decision) -> tuple[str, str]:
        first, second = one.names
        return (paths.get(first, first), paths.get(second, second)) if one.kind == "edition" else one.names

    return shown


def _file(store: Store, typed: str) -> str:
    """The hash of the file of this path (or name alone, or hash), "" if none is held. Raises UsageError for several."""
    copies = held_copies(store)
    held = {sha256 for sha256, path in copies if typed in (path, sha256)}
    held = held or {sha256 for sha256, path in copies if path.endswith(f"/{typed}")}
    if len(held) > 1:
        raise UsageError("diff.several", name=typed)
    return next(iter(held), "")


def _paper(store: Store, typed: str) -> str:
    """What decisions call a paper: its number in normal form, else its id."""
    found = {one.id for one in best_fits(candidates(store, "documents", typed))}
    if not found and (own := _file(store, typed)):
        found = {edge.end[1] for edge in read_edges_at(store, [("File", own)]) if edge.type == "COPY_OF"}
    if not found:
        raise NotFoundError("name.no_document", name=typed, hint="")
    if len(found) > 1:
        raise UsageError("diff.several", name=typed)
    [row] = ask(store, "documents/list", named=found.pop())
    return number_form(row["number"]) or row["document_id"]
