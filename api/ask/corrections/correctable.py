"""What can be corrected: passages of a store with what was read of them, by ids of tasks, papers, units, passages."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.corrections.corrections import Anchor
from graph.corrections.matching import anchor, as_in_file
from graph.errors import NotFoundError
from graph.papers.passages import passage_ids
from graph.refresh.held import held_documents
from graph.refresh.load import held_copies
from graph.statements import PlanDocument, Statement
from graph.stores.protocol import Store
from graph.stores.read_back import Name, read_edges_at, read_nodes
from queries.citations import path_of
from queries.differences import cited


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage (by id) with the file that holds it, as it was read."""

    id: str
    document: PlanDocument
    statement: Statement

    @property
    def anchor(self) -> Anchor:
        """Its words, for a correction to hang on."""
        return anchor(self.document, self.statement)


def of_passages(store: Store, passages: Iterable[str]) -> list[ReadPassage]:
    """These passages (by id), in their order. Raises NotFoundError where one is not held."""
    wanted = list(dict.fromkeys(passages))
    edges = read_edges_at(store, [("Passage", one) for one in wanted])
    files = {edge.start[1] for edge in edges if edge.type == "HAS"}
    known: dict[str, ReadPassage] = {}
    for held in sorted(held_documents(store, files), key=lambda one: (one.sha256, one.path), reverse=True):
        document = as_in_file(held)
        known |= {one: ReadPassage(one, document, said) for said, one in passage_ids(document).items()}
    for one in wanted:
        if one not in known:
            raise NotFoundError("correction.no_passage", name=one)
    return [known[one] for one in wanted]


def of_task(store: Store, task: str) -> list[ReadPassage]:
    """The passages that state a task (by id), the standing one first. Raises NotFoundError where there is none."""
    nodes = read_nodes(store, [("Task", task)])
    if not nodes:
        raise NotFoundError("name.no_task", name=task, hint="")
    standing = str(nodes[0].properties["standing"])
    edges = read_edges_at(store, [("Task", task)])
    stated = sorted(edge.end[1] for edge in edges if edge.type == "STATED_IN")
    return of_passages(store, (standing, *stated))


def of_paper(store: Store, document: str) -> list[ReadPassage]:
    """The headings of the files of a paper (by id). Raises NotFoundError where there is none."""
    if not read_nodes(store, [("Document", document)]):
        raise NotFoundError("name.no_document", name=document, hint="")
    edges = read_edges_at(store, [("Document", document)])
    return of_passages(store, sorted(edge.end[1] for edge in edges if edge.type == "STATED_IN"))


def of_plan(store: Store, plan: str) -> list[ReadPassage]:
    """The passages that name a plan (by id). Raises NotFoundError where there is none."""
    if not read_nodes(store, [("Plan", plan)]):
        raise NotFoundError("correction.no_passage", name=plan)
    edges = read_edges_at(store, [("Plan", plan)])
    return of_passages(store, sorted(edge.end[1] for edge in edges if edge.type == "STATED_IN"))


def of_agents(store: Store, agents: Iterable[Name]) -> list[ReadPassage]:
    """The passages by which units or persons (by label and id) have a part in anything."""
    edges = read_edges_at(store, agents)
    sources = {str(one) for edge in edges for one in _texts(edge.properties.get("sources", ()))}
    return of_passages(store, sorted(sources))


def at_line(store: Store, typed: str) -> list[ReadPassage]:
    """The passages at a place as citations write it (`path:line`, `path:段12`), or the one of this id; the path may be
    the name of the file alone.

    Raises NotFoundError where there is none.
    """
    path = path_of(typed)
    place = typed[len(path) + 1 :]
    if not place:
        return of_passages(store, [typed])
    held = {sha256 for sha256, name in held_copies(store) if name == path or name.endswith(f"/{path}")}
    found = [
        ReadPassage(one, document, said)
        for document in map(as_in_file, held_documents(store, held))
        for said, one in passage_ids(document).items()
        if cited(said.source, path) == typed
    ]
    if not found:
        raise NotFoundError("correction.no_passage", name=typed)
    return found


def _texts(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
