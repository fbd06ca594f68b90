"""What was seen of files, into a store: portion by portion, and what became of each file."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from api.ingest.files.find import Refused
from api.ingest.files.recognise import Seen
from api.ingest.files.register import Register, RegisterEntry
from api.ingest.loading.file_changes import against_before, against_editions
from api.ingest.loading.replace import GivingWay, giving_way
from api.ingest.loading.summary import Summary
from graph.refresh.batches import MOST, portions
from graph.refresh.delta import Copy, Delta, together
from graph.refresh.load import held_copies
from graph.refresh.refresh import refresh
from graph.stores.protocol import Store

if TYPE_CHECKING:
    from graph.facts import Node


def take_in(
    store: Store, seen: Sequence[Seen], register: Register, most: int = MOST, way: GivingWay | None = None
) -> Summary:
    """Take what was seen into the store, in portions of about `most` tasks; the register is kept after each. What gives
    way is found out, unless it is given.

    Raises StoreError where the store fails; what was committed before stays.
    """
    good = [one for one in seen if not one.refusal]
    held = held_copies(store)
    way = way or giving_way(store, good, held, register)
    coming = _coming(good, held, way)
    papers: dict[str, str] = {}
    files: dict[str, Node] = {}
    changed = against_before(store, good, way.older)
    for portion in portions(store, coming, most):
        whole = together(portion)
        facts = refresh(store, whole)
        files |= {node.id: node for node in facts.nodes if node.label == "File"}
        papers |= {edge.start[1]: edge.end[1] for edge in facts.edges if edge.type == "COPY_OF"}
        _note(register, [one for one in good if one.copy in whole.copies])
    _note(register, good)
    outcomes = _outcomes(good, held, way, papers)
    new = [one for one in good if one.document and one.file.path not in changed]
    editions = tuple(against_editions(store, new, files, papers))
    return Summary(
        read=outcomes["read"],
        merged=outcomes["merged"],
        replaced=outcomes["replaced"],
        unchanged=outcomes["unchanged"],
        beside=tuple(one.file.name for one in good if way.beside.get(one.file.path)),
        empty=tuple(one.file.name for one in good if one.says_nothing),
        changes=(*changed.values(), *editions),
        refused=tuple(Refused(str(one.file.path), one.refusal) for one in seen if one.refusal),
        unread=tuple(one.file.name for one in good if one.document for _ in one.document.unread),
    )


def _outcomes(
    good: Sequence[Seen], held: frozenset[Copy], way: GivingWay, papers: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """What became of each file; `papers` leads from the hash of a file to its paper."""
    hashes = {sha256 for sha256, _ in held}
    known = {paper for sha256, paper in papers.items() if sha256 in hashes}
    outcomes: dict[str, list[str]] = {"read": [], "merged": [], "replaced": [], "unchanged": []}
    for one in good:
        outcomes[_outcome(one, held, way.older[one.file.path], paper_known=papers.get(one.sha256) in known)].append(
            one.file.name
        )
        known.add(papers.get(one.sha256, ""))
    return {name: tuple(names) for name, names in outcomes.items()}


def _coming(good: Sequence[Seen], held: frozenset[Copy], way: GivingWay) -> list[Delta]:
    """What each file changes; nothing for one that the store holds as it is."""
    hashes = {sha256 for sha256, _ in held}
    copies = {one.copy for one in good}
    found = [
        Delta(
            read=(one.document,) if one.document else (),
            found=frozenset({one.copy} - held if one.sha256 in hashes else ()),
            gone=way.older[one.file.path] - copies,
        )
        for one in good
    ]
    return [one for one in found if one != Delta()]


def _note(register: Register, taken_in: Iterable[Seen]) -> None:
    """Keep where these files lie."""
    register.entries |= {one.file.path: RegisterEntry(one.file.name, one.sha256) for one in taken_in}
    register.write()


def _outcome(one: Seen, held: frozenset[Copy], older: frozenset[Copy], *, paper_known: bool) -> str:
    """Which list of a `Summary` a file belongs to; `older` are the copies whose place it took."""
    if any(sha256 != one.sha256 for sha256, _ in older):
        return "replaced"
    if one.copy in held or older:
        return "unchanged"
    return "merged" if paper_known else "read"
