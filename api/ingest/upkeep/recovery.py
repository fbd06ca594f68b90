"""What had been committed to a store and was lost by damage (`graph.stores.loss`), done once more: decisions and
corrections are taken in again, files read again where their bytes still lie, reports and entries of the history put
back, and what had been taken out is taken out
again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from api.ingest.upkeep.read_again import StaleFile, read_again
from graph.corrections.corrections import Corrections
from graph.corrections.nodes import LABEL as CORRECTION
from graph.corrections.nodes import correction_nodes, corrections_in
from graph.decisions.decisions import Decisions
from graph.decisions.nodes import LABEL as DECISION
from graph.decisions.nodes import decision_nodes, decisions_in
from graph.facts import Facts, Node, Value
from graph.model import APPENDED
from graph.refresh.batches import portions
from graph.refresh.delta import Delta, together
from graph.refresh.refresh import refresh
from graph.reports.nodes import LABEL as REPORT
from graph.stores.loss import Loss
from graph.stores.protocol import Store
from graph.stores.read_back import read_records


@dataclass(frozen=True, slots=True)
class Recovered:
    """The names of files that were taken in or out again, those of files whose bytes lie nowhere any more, and how many
    decisions were taken in or back again, and reports in again.
    """

    files: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    decisions: int = 0
    reports: int = 0

    def __bool__(self) -> bool:
        """Whether anything was done."""
        return bool(self.files or self.decisions or self.reports)


NOTHING_RECOVERED = Recovered()


def with_lost(stored: Decisions, loss: Loss) -> Decisions:
    """The decisions that a store holds, with those that were lost and without those whose undoing was."""
    return decisions_in(_with_lost(decision_nodes(stored), loss, DECISION)) if loss else stored


def corrections_with_lost(stored: Corrections, loss: Loss) -> Corrections:
    """The corrections that a store holds, with those that were lost and without those whose undoing was."""
    return corrections_in(_with_lost(correction_nodes(stored), loss, CORRECTION)) if loss else stored


def _with_lost(stored: Iterable[Node], loss: Loss, label: str) -> list[Mapping[str, Value]]:
    kept = {node.id: node for node in stored if node.id not in loss.undone}
    kept |= {node.id: node for node in loss.records if node.label == label}
    return [node.properties for node in kept.values()]


def put_back(store: Store, loss: Loss) -> None:
    """Put lost records that are never taken back into a store, before new ones take their numbers."""
    for label in APPENDED:
        if lost := [one for one in loss.records if one.label == label]:
            held = {node.id for node in read_records(store, label)}
            store.replace(Facts(), Facts(nodes=tuple(node for node in lost if node.id not in held)))


def recover(store: Store, loss: Loss, given: Iterable[Path] = (), workers: int = 1) -> Recovered:
    """Take lost files in and out again; they are sought where they were loaded from, among the uploads, and among those
    `given`. Raises StoreError where the store fails.
    """
    if not loss:
        return NOTHING_RECOVERED
    names: dict[str, list[str]] = {}
    for sha256, name in sorted(loss.missing):
        names.setdefault(sha256, []).append(name)
    if loss.back:
        refresh(store, Delta(gone=loss.back))
    back = set(names)
    for chunk in read_again(store.where, [StaleFile(one, tuple(names[one])) for one in sorted(back)], given, workers):
        coming = [Delta(read=one.read) for one in chunk]
        for portion in portions(store, coming):
            refresh(store, together(portion))
        back -= together(coming).files
    return Recovered(
        files=tuple(sorted(name for sha256, name in loss.missing | loss.back if sha256 not in back)),
        missing=tuple(sorted(name for sha256, name in loss.missing if sha256 in back)),
        decisions=sum(one.label not in APPENDED for one in loss.records) + len(loss.undone),
        reports=sum(one.label == REPORT for one in loss.records),
    )
