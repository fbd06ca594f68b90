"""What must hold after a fault, and what of it does not: each wrong thing is a word and a detail."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL

from tests.faults.forked import Ended
from tests.faults.look import Look


@dataclass(frozen=True, slots=True)
class Wrong:
    """What does not hold after a fault: a word for its kind, and what was seen."""

    kind: str
    seen: str


def ending(ended: Ended, *, may_be_killed: bool) -> list[Wrong]:
    """Whether a program ended as it should: with a code and a sentence, or killed where that was the fault."""
    if ended.hung:
        return [Wrong("hangs", ended.told)]
    if ended.signal:
        return [] if may_be_killed and ended.signal == SIGKILL else [Wrong("aborts", ended.told)]
    if "Traceback" in ended.said:
        return [Wrong("traceback", ended.told)]
    return [] if ended.in_order else [Wrong("says nothing", ended.told)]


NO_STORE = {"store.missing", "store.empty", "store.empty_file", "copy.unfinished"}
"""Why a store that was begun and not acknowledged may be refused: there is none yet, and the sentence says so."""


def state(seen: Look, allowed: Collection[str], acknowledged: Collection[str], *, history: bool = True) -> list[Wrong]:
    """Whether a store is in one of the states that are allowed, and in one of those that were acknowledged: `whole` of
    a `Look`, or its `digest` without `history`; "" is the state in which there is no store.
    """
    if seen.refused or seen.documents:
        if "" not in allowed or seen.refused not in NO_STORE:
            return [Wrong("readers refused", seen.refused or f"documents: exit {seen.documents}")]
        return [] if "" in acknowledged else [Wrong("acknowledged and lost", seen.refused)]
    gaps = [] if seen.gapless else [Wrong("gap in the history", seen.history)]
    state = seen.whole if history else seen.digest
    if state not in allowed:
        return [*gaps, Wrong("neither before nor after", str([name for name, _ in seen.files]))]
    if state not in acknowledged:
        return [*gaps, Wrong("acknowledged and lost", str([name for name, _ in seen.files]))]
    return gaps


def originals(seen: Look, hashes: Iterable[str]) -> list[Wrong]:
    """Whether the bytes of all files of the graph are kept: `hashes` of those that are."""
    kept = set(hashes)
    lost = [name for name, sha256 in seen.files if sha256 not in kept]
    return [Wrong("original lost", str(lost))] if lost else []


def untouched(folder: Path, before: Path, name: str) -> list[Wrong]:
    """Whether a file in a folder is as it was in another one."""
    now = folder / name
    same = now.exists() and now.read_bytes() == (before / name).read_bytes()
    return [] if same else [Wrong("changed what it only reads", name)]
