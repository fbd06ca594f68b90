"""Whether what a store says of itself agrees with this program; where it does not, the graph is brought up to date.

Files that other readers have read are read again where they still lie, in chunks: what is broken off goes on when the
store is written next, as each file says who has read it. A graph that was built by other rules is built again. That is
done first, so that the graph is a whole one at any time; but last where the store may hold passages that are only
understood once their files were read again. A file of decisions from before they stood in the store is taken in, once:
what it holds is remembered by its digest, and from then on the store is what counts. What had been committed and was
lost by damage (`graph.stores.loss`) is done again.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from api.ingest.files.own_files import decisions_path, left_over
from api.ingest.files.register import set_aside
from api.ingest.files.schemes import held_schemes
from api.ingest.upkeep.earlier_state import earlier_state
from api.ingest.upkeep.read_again import read_again, waiting_files
from api.ingest.upkeep.recovery import (
    NOTHING_RECOVERED,
    Recovered,
    corrections_with_lost,
    put_back,
    recover,
    with_lost,
)
from graph.decisions.decisions import Decision, Decisions
from graph.decisions.exchange import EXPORTED, read_decisions
from graph.digests import rules_digest
from graph.errors import UsageError, reason_of
from graph.history.noting import doing
from graph.model import node_types
from graph.refresh.batches import portions
from graph.refresh.delta import Delta, together
from graph.refresh.readings import write_readings
from graph.refresh.refresh import rebuild, refresh
from graph.stores import ddl
from graph.stores.corrections import stored_corrections
from graph.stores.decisions import stored_decisions
from graph.stores.open import read_loss
from graph.stores.protocol import Store
from graph.stores.state import State, read_state


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What was done to bring a graph up to date: where the store was `backed_up` before ("" where it was not), whether
    it was `rebuilt` by other rules or decisions, the names of the files that were `read_again` and of those still
    `waiting` for it, the file of decisions `taken_in` ("" for none), and those of its decisions that were `left_out`
    because the store has decided otherwise; what was done again because it was lost by damage, and the damaged register
    that was set aside ("" for none).
    """

    backed_up: str = ""
    rebuilt: bool = False
    read_again: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    taken_in: str = ""
    left_out: tuple[Decision, ...] = ()
    recovered: Recovered = NOTHING_RECOVERED
    register: str = ""


NOTHING_DONE = Upkeep()


def keep_up(store: Store, given: Iterable[Path] = (), *, workers: int = 1) -> Upkeep:
    """Bring a graph up to date; files that wait to be read again are sought also among those `given`.

    A store whose graph other rules built is backed up before (`api.ingest.upkeep.earlier_state`). Raises StoreError
    where the store fails, where there is no room for its backup, or where it holds what another version read and this
    one cannot understand; UsageError for a broken file of decisions.
    """
    given, damaged, store = tuple(given), set_aside(store.where), doing(store, "upkeep")
    state, before = read_state(store), stored_decisions(store)
    path, digest = _lying(store.where, state)
    loss = read_loss(store.where)
    put_back(store, loss)
    obeyed = with_lost(before, loss)
    corrected = stored_corrections(store)
    corrections = corrections_with_lost(corrected, loss)
    decisions, left_out = _joined(obeyed, read_decisions(path)) if path else (obeyed, ())
    waiting = waiting_files(store)
    coming = read_again(store.where, waiting, given, workers, held_schemes(store)) if waiting else iter(())
    backed_up = earlier_state(store, state) if state.rules != rules_digest() and _holds_files(store) else ""
    rebuilt = state.rules != rules_digest() or decisions != before or corrections != corrected
    # Where the facts are those of some rules, all passages are understood, and every transaction leaves a whole graph.
    understood = bool(state.rules)
    again = set() if understood else _take_in_readings(store, coming)
    if rebuilt or digest:
        rebuild(store, decisions, taken_in=[digest] if digest else (), corrections=corrections)
    if understood:
        again = _take_in(store, coming)
    recovered = recover(store, loss, given, workers)
    for old in left_over(store.where):
        old.unlink(missing_ok=True)
    return Upkeep(
        backed_up=backed_up,
        rebuilt=rebuilt and _holds_files(store),
        read_again=tuple(name for one in waiting if one.sha256 in again for name in one.names),
        waiting=tuple(name for one in waiting if one.sha256 not in again for name in one.names),
        taken_in=str(path or ""),
        left_out=left_out,
        recovered=recovered,
        register=str(damaged or ""),
    )


def _take_in_readings(store: Store, chunks: Iterable[list[Delta]]) -> set[str]:
    """Take what was read again into a store whose passages may not be understood; the hashes of these files."""
    again: set[str] = set()
    for chunk in chunks:
        write_readings(store, together(chunk))
        again |= together(chunk).files
    return again


def _take_in(store: Store, chunks: Iterable[list[Delta]]) -> set[str]:
    """Take what was read again into a store, with all that follows from it; the hashes of these files."""
    again: set[str] = set()
    for chunk in chunks:
        for portion in portions(store, chunk):
            refresh(store, together(portion))
        again |= together(chunk).files
    return again


def _holds_files(store: Store) -> bool:
    return bool(store.read(ddl.page_of_nodes(node_types()["File"]), {"after": "", "limit": 1}))


def _lying(where: str, state: State) -> tuple[Path | None, str]:
    """A file of decisions that lies beside a store and was never taken in, with its digest; None and "" for none, and
    for one that was exported since decisions stand in stores.
    """
    path = decisions_path(where)
    try:
        written = path.read_bytes() if path else b""
    except FileNotFoundError:
        return None, ""
    except OSError as error:
        raise UsageError("decisions.unread", path=path, reason=reason_of(error)) from error
    digest = hashlib.sha256(written).hexdigest()
    known = path is None or written.startswith(EXPORTED.strip().encode()) or digest in state.taken_in
    return (None, "") if known else (path, digest)


def _joined(stored: Decisions, lying: Decisions) -> tuple[Decisions, tuple[Decision, ...]]:
    """The decisions of a store with those of a file, and those of the file that the store contradicts: left out."""
    decided = {one.subject for one in stored.all}
    joined, left_out = stored, [one for one in lying.all if one.subject in decided and one not in stored.all]
    for one in lying.all:
        if one.subject not in decided:
            try:
                joined = joined.with_(one)
            except UsageError:
                left_out.append(one)
    return joined, tuple(left_out)
