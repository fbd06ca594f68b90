"""Whether a store is whole: its facts follow from its passages and decisions, its quotes stand in the originals, the
register of files agrees with the copies held, and the history tells how these came.

All that this needs of a store is read first (`api.ingest.checking.check_input`). Each kind of comparison lists its
findings; every finding says what mends it.
"""

import shlex
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from api.ingest.checking.check_input import CheckInput, read_for_check
from api.ingest.checking.verify import Verification, compare_quotes
from api.ingest.files.register import Register, read_register
from api.ingest.files.workers import pool_of
from graph.digests import rules_digest
from graph.errors import FileRefusedError, StoreError
from graph.history.entries import LABEL as HISTORY
from graph.history.entries import entries_in
from graph.history.reading import missing_numbers, told_otherwise
from graph.refresh.comparison import (
    FactDifference,
    FactFault,
    differences,
    expected_facts,
    unreadable,
)
from graph.reports.nodes import LABEL as REPORT
from graph.reports.nodes import report_of
from graph.stores.kinds import in_file
from graph.stores.one_state import of_one_state
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.state import read_state
from loaders.read import read

CheckFault = Literal[
    FactFault, "changed", "moved", "vanished", "unopened", "format", "not_held", "lost", "older_rules", "history"
]
"""What is wrong: with a fact, with a quote or an original, with the register, what was committed and is not there, that
older rules built the graph, or that the history does not tell how the store came to hold what it does.
"""
_OF_FILES = frozenset({"changed", "moved", "vanished", "unopened", "format", "not_held"})
"""What is found in files, which others may change after the store was let go of."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A finding: what is wrong, with what, what is stored and what is expected, and the command that mends it."""

    fault: CheckFault
    what: str
    stored: str
    expected: str
    mend: str


@dataclass(frozen=True, slots=True)
class Check:
    """What was found, and what was compared: `nodes`, `edges`, `files` opened, `quotes`; `stale` files were read by
    other readers than those of this program, which is no fault.
    """

    findings: tuple[Discrepancy, ...]
    nodes: int
    edges: int
    files: int
    quotes: int
    stale: int

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check(store: Store) -> Check:
    """All findings on a store that stays open until all is compared. Raises StoreError where it fails, is damaged so
    that it cannot be read, or is changed again and again meanwhile.
    """
    return of_one_state(store, lambda _: compare(read_for_check(store)))[1]


def compare(held: CheckInput) -> Check:
    """All findings on what was read of a store."""
    mends = Mends(held.where)
    passages = held.passages()
    broken = tuple(unreadable(held.facts, held.obeyed))
    verification = compare_quotes(held.where, held.copies, held.register, lambda sha256: passages.get(sha256, []))
    found = chain(
        _of_passages(broken, mends),
        () if broken else _of_facts(held, mends),
        _of_originals(held, verification, mends),
        _of_register(held, mends),
        _of_reports(held, mends),
        _of_commits(held, mends),
        _of_history(held, mends),
    )
    return Check(
        tuple(found),
        len(held.facts.nodes),
        len(held.facts.edges),
        verification.files,
        verification.quotes,
        held.stale,
    )


@dataclass(frozen=True, slots=True)
class Mends:
    """The commands that mend what is found on the store `where`, as they are typed."""

    where: str

    @property
    def rebuild(self) -> str:
        """Builds all facts again."""
        return self._typed("rebuild")

    @property
    def restore(self) -> str:
        """Makes a new store of a backup."""
        return "plangraph restore FILE --store NEW"

    def load(self, path: object) -> str:
        """Loads a file again."""
        return self._typed("load", str(path))

    def _typed(self, *words: str) -> str:
        return shlex.join(["plangraph", *words, "--store", self.where])


def _of_passages(broken: Iterable[FactDifference], mends: Mends) -> Iterator[Discrepancy]:
    for one in broken:
        yield Discrepancy(one.fault, one.what, one.stored, one.expected, mends.restore)


def _of_facts(held: CheckInput, mends: Mends) -> Iterator[Discrepancy]:
    """Facts that differ from those that follow; where older rules built them that alone is told, as it is no damage."""
    if held.state.rules != rules_digest():
        yield Discrepancy("older_rules", held.where, held.state.rules, rules_digest(), mends.rebuild)
        return
    expected = expected_facts(held.facts, held.obeyed)
    found = tuple(differences(held.facts, expected))
    # What is stored twice or not found cannot be mended by writing into the same store.
    for one in found or held.unfound:
        mend = mends.restore if one.fault in {"twice", "not_found"} else mends.rebuild
        yield Discrepancy(one.fault, one.what, one.stored, one.expected, mend)


def _of_originals(held: CheckInput, verification: Verification, mends: Mends) -> Iterator[Discrepancy]:
    """Quotes that do not stand in their originals, originals that cannot be opened, formats that are not theirs."""
    register = held.register
    for quote in verification.failed:
        yield Discrepancy(quote.fault, quote.citation, quote.quote, quote.now, mends.load(_lying(register, quote.path)))
    for file in verification.unopened:
        yield Discrepancy("unopened", file.path, "", "", mends.load(_lying(register, file.path)))
    formats = {node.id: str(node.properties["format"]) for node in held.facts.nodes if node.label == "File"}
    for path, entry in sorted(register.entries.items()):
        try:
            text = read(path) if entry.sha256 in formats else None
        except FileRefusedError:
            continue  # told as unopened
        if text is not None and text.sha256 == entry.sha256 and text.format != formats[entry.sha256]:
            yield Discrepancy("format", entry.name, formats[entry.sha256], text.format, mends.restore)


def _of_register(held: CheckInput, mends: Mends) -> Iterator[Discrepancy]:
    """Files that were loaded, as the register says, and that the store does not hold."""
    copies = held.copies
    for path, entry in sorted(held.register.entries.items()):
        if (entry.sha256, entry.name) not in copies:
            yield Discrepancy("not_held", entry.name, "", entry.sha256[:16], mends.load(path))


def _of_reports(held: CheckInput, mends: Mends) -> Iterator[Discrepancy]:
    """Reports that are none, or that say something else than they said when they were recorded."""
    for node in (one for one in held.records if one.label == REPORT):
        try:
            named = report_of(node.properties).id
        except ValueError:
            yield Discrepancy("unreadable", node.id, str(node.properties["state"]), "", mends.restore)
            continue
        if named != node.id:
            yield Discrepancy("differs", node.id, node.id, named, mends.restore)


def _of_commits(held: CheckInput, mends: Mends) -> Iterator[Discrepancy]:
    """What had been committed and was lost by damage to the log, as far as it is not done again yet."""
    gone = held.loss
    for sha256, name in sorted(gone.missing):
        yield Discrepancy("lost", name, "", sha256[:16], mends.load(_lying(held.register, name)))
    for sha256, name in sorted(gone.back):
        yield Discrepancy("lost", name, sha256[:16], "", mends.rebuild)
    for decision in (*(one.id for one in gone.records), *gone.undone):
        yield Discrepancy("lost", decision, "", "", mends.rebuild)


def _of_history(held: CheckInput, mends: Mends) -> Iterator[Discrepancy]:
    """Entries of the history that are not there or cannot be read, and files of which it tells otherwise."""
    try:
        entries = entries_in(node.properties for node in held.records if node.label == HISTORY)
    except (KeyError, TypeError, ValueError) as error:
        yield Discrepancy("unreadable", HISTORY, str(error), "", mends.restore)
        return
    for number in missing_numbers(entries):
        yield Discrepancy("history", f"{HISTORY} {number}", "", str(number), mends.restore)
    for (sha256, path), came in told_otherwise(entries, held.copies):
        digest = sha256[:16]
        yield Discrepancy("history", path, "" if came else digest, digest if came else "", mends.restore)


def _lying(register: Register, name: str) -> str:
    """Where a file was loaded from, as far as that is known, else its name."""
    return next((str(path) for path, entry in sorted(register.entries.items()) if entry.name == name), name)


def check_at(where: str) -> Check:
    """All findings on the store `where`. One in a file is read by a process of its own: the engine may come to its end
    by what it meets in damaged pages, and that is told then. Raises StoreError as `check` and `open_store` do.
    """
    if not in_file(where):
        return _opened(where)
    with pool_of(1) as pool:
        try:
            return pool.submit(_opened, where).result()
        except BrokenProcessPool as error:
            raise StoreError("store.ends_engine", store=where) from error


def _opened(where: str) -> Check:
    """All findings; where some are of files and the store was changed since it was let go of, once more, and it stays
    open.
    """
    with closing(open_store(where, read_only=True)) as store:
        held = read_for_check(store)
    found = compare(held)
    if not any(one.fault in _OF_FILES for one in found.findings):
        return found
    with closing(open_store(where, read_only=True)) as store:
        return found if _is_as_read(store, held) else check(store)


def _is_as_read(store: Store, held: CheckInput) -> bool:
    """Whether a store and its register are still what was read of them."""
    return read_state(store).name == held.state.name and read_register(store.where).entries == held.register.entries
