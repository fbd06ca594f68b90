"""What the papers of files are called, for those who see their files go."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.model import relationship_types
from graph.stores import ddl
from graph.stores.protocol import Store
from graph.stores.read_back import read_nodes


@dataclass(frozen=True, slots=True)
class PaperName:
    """The title and the number (文号) of a paper, "" where it states none."""

    title: str = ""
    number: str = ""


def papers_of(store: Store, files: Collection[str]) -> Mapping[str, PaperName]:
    """The papers of which files, by their hashes, are copies. Raises StoreError where the store fails."""
    if not files:
        return {}
    copies = ddl.read_edges(relationship_types()["COPY_OF"], "File", "Document", at="start")
    paper = {str(row["start_id"]): str(row["end_id"]) for row in store.read(copies, {"ids": tuple(sorted(files))})}
    nodes = read_nodes(store, {("Document", identity) for identity in paper.values()})
    named = {one.id: PaperName(str(one.properties["title"]), str(one.properties["number"])) for one in nodes}
    return {sha256: named[identity] for sha256, identity in paper.items() if identity in named}


def called(paper: PaperName) -> str:
    """The title and number of a paper as one text."""
    return " ".join(part for part in (paper.title, paper.number) if part)
