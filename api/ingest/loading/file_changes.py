"""What files that were taken in say otherwise than what was there: than the bytes before them at their path, or than
another edition of their paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from api.ingest.files.recognise import Seen
from graph.decisions.decisions import Decisions
from graph.facts import Node
from graph.papers.identities import identities_in_file, one_paper
from graph.refresh.delta import Copy
from graph.refresh.held import held_documents
from graph.statements import PlanDocument
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from graph.words.names import words_form
from queries.differences import DifferenceRow
from queries.versions import changes, what_stands

ChangeKind = Literal["same_path", "other_paper", "stands", "replaced", "open"]
"""Beside what a file was laid: the bytes before it at its path, of its paper or of another; or another edition, which
it replaces, which replaces it, or of which nobody has decided.
"""


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What changed with a file (by name) against another; `rows` go from what was, or stands no more, to what is."""

    name: str
    against: str
    kind: ChangeKind
    rows: tuple[DifferenceRow, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each kind there are."""
        return {what: sum(row["what"] == what for row in self.rows) for what in ("added", "dropped", "changed")}


def against_before(
    store: Store, coming: Iterable[Seen], older: Mapping[Path, frozenset[Copy]]
) -> dict[Path, FileChanges]:
    """What each file changes of other bytes that lie at its path, by the path; to be asked before these go."""
    found = {}
    for one in coming:
        before = {sha256 for sha256, _ in older[one.file.path]} - {one.sha256}
        old = held_documents(store, before) if before and one.document else []
        if old and one.document:
            rows = changes(what_stands(old[:1], Decisions()), what_stands([one.document], Decisions()))
            kind: ChangeKind = "same_path" if _may_be_one(old[0], one.document) else "other_paper"
            found[one.file.path] = FileChanges(one.file.name, one.file.name, kind, tuple(rows))
    return found


def _may_be_one(old: PlanDocument, new: PlanDocument) -> bool:
    """Whether two files at one path may be of one paper: by what names it, or by issuer and title."""
    if one_paper(identities_in_file(old), identities_in_file(new)):
        return True
    heads = old.head_in_file, new.head_in_file
    before, after = ((words_form(head.issuer), words_form(head.title)) for head in heads)
    return before == after


def against_editions(
    store: Store, coming: Sequence[Seen], files: Mapping[str, Node], papers: Mapping[str, str]
) -> Iterator[FileChanges]:
    """What each file that is a new edition among several says otherwise than the standing one, or, where it stands,
    than the one after it. `files` and `papers` are the nodes of all files built and the papers (by id) of these.
    """
    decisions = stored_decisions(store)
    of_paper: dict[str, list[Node]] = {}
    for node in files.values():
        of_paper.setdefault(papers[node.id], []).append(node)
    new = {one.sha256 for one in coming}
    for one in coming:
        own = files.get(one.sha256)
        if own is None or any(
            _edition(node) == _edition(own) and node.id not in new for node in of_paper[papers[own.id]]
        ):
            continue
        alike = of_paper[papers[own.id]]
        others = sorted((node for node in alike if _edition(node) != _edition(own)), key=_edition)
        if not others:
            continue
        state = str(own.properties["edition_state"])
        kind: ChangeKind = "stands" if state == "stands" else "replaced" if state == "replaced" else "open"
        if kind == "stands" and others[0].properties["edition_state"] == "open":
            kind = "open"
        ours, theirs = (what_stands(held_documents(store, [node.id])[:1], decisions) for node in (own, others[0]))
        rows = changes(ours, theirs) if kind == "replaced" else changes(theirs, ours)
        yield FileChanges(one.file.name, theirs.name, kind, tuple(rows))


def _edition(file: Node) -> int:
    return int(str(file.properties["edition"]))
