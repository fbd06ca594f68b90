"""Uploads and removals through a running service, tried under faults: what was answered with 200 must be there after.

The faults happen while the service opens its store, takes documents in and out, and ends; half of the services are
killed after the last answer, as with them all that was only in memory is gone.
"""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path

from api.ingest.files.register import read_register
from tests.faults import judgement, service
from tests.faults.actions import DOCUMENTS, STORE
from tests.faults.forked import Ended
from tests.faults.judgement import Wrong
from tests.faults.look import Look
from tests.faults.power import Change, Disk, put_back, read_log
from tests.faults.service import STEPS, Answered, Step
from tests.faults.shim import ENDS
from tests.faults.trial import Bench, Judged, Loss, Point, check_log

BEFORE = "task-list.txt"
"""What was uploaded before."""
FORESEEN = {HTTPStatus.OK, HTTPStatus.NOT_FOUND, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.INSUFFICIENT_STORAGE, 0}
"""What a step may be answered with: done, nothing there to remove, closed, no room; 0: the connection broke."""
_INTERRUPTED = 130
"""The exit code of a service that was told to end."""


@dataclass(slots=True)
class Uploads:
    """Uploads and removals on a bench: a store to begin with, the state for each set of files, how many calls there
    are, and which answers had been given at which call.
    """

    bench: Bench
    name: str = "uploads"
    prepared: Path = field(init=False)
    states: dict[frozenset[str], str] = field(init=False)
    disk: Disk = field(init=False)
    kinds: str = field(init=False)
    changes: list[Change] = field(init=False)
    answered: list[Answered] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the store, and go through all steps once as it should be, written down."""
        bench = self.bench
        self.states = {}
        for files in self._sets(STEPS):
            bench.empty()
            self._well(bench.do(bench.command(("load", *(f"{DOCUMENTS}/{name}" for name in sorted(files))))))
            self.states[files] = bench.seen(STORE).digest
        bench.empty()
        self._well(self._served([Step(upload=True, name=BEFORE)])[0])
        self.prepared = bench.base / "prepared" / self.name
        shutil.copytree(bench.work, self.prepared)
        self.disk = Disk.of(bench.work)
        log = bench.base / "log"
        ended, self.answered = self._served(STEPS, log=log)
        self._well(ended)
        self.kinds = bench.shim.kinds
        self.changes = list(read_log(log))
        check_log(self.disk, self.changes, bench.work)
        if wrong := [*self._right(self.answered), *self._ended_right(bench.seen(STORE))]:
            raise RuntimeError(f"uploads fail without a fault: {wrong}")

    def attempt(self, point: Point, *, again: bool = True) -> Judged:
        """Go through the steps with a fault, and judge what is left, and what it becomes when all is done `again`."""
        self.bench.empty(self.prepared)
        kill = point.at % 2 == 1 and point.at <= self.answered[-1].calls
        ended, answered = self._served(STEPS, point, kill=kill)
        met = self.bench.shim.what
        wrong = judgement.ending(ended, may_be_killed=kill or point.fault in ENDS)
        unforeseen = [str(one.status) for one in answered if one.status not in FORESEEN]
        wrong += [Wrong("unforeseen status", ", ".join(unforeseen))] if unforeseen else []
        wrong += self._right(answered, check=again)
        return Judged(
            met, f"{[one.status for one in answered]} {ended.told}", (*wrong, *(self._again() if again else ()))
        )

    def lose_power(self, loss: Loss, *, again: bool = True) -> Judged:
        """Build what a loss of power leaves, and judge that by what had been answered."""
        bench = self.bench
        disk = deepcopy(self.disk)
        for change in self.changes[: loss.after]:
            disk.change(change)
        bench.empty()
        put_back(disk.left(kept=loss.kept, names=loss.names, seed=loss.seed))
        answered = [
            Answered(one.step, one.status if one.calls <= loss.after else 0, one.calls) for one in self.answered
        ]
        wrong = self._right(answered, check=again)
        return Judged("power", "", (*wrong, *(self._again() if again else ())))

    def _right(self, answered: Sequence[Answered], *, check: bool = False) -> list[Wrong]:
        """Whether the store holds what was acknowledged, and nothing by half."""
        seen, ended = self.bench.look(STORE, check=check)
        wrong = judgement.ending(ended, may_be_killed=False)
        if seen is None:
            return wrong
        wrong += [Wrong("check", ended.told)] if seen.check not in {0, 1} else []
        allowed = {self.states[files] for files in self._sets([one.step for one in answered])}
        acknowledged = {self.states[files] for files in self._possible(answered)}
        return [
            *wrong,
            *judgement.state(seen, allowed, acknowledged, history=False),
            *judgement.originals(seen, self._kept()),
        ]

    def _again(self) -> list[Wrong]:
        """Go through all steps without a fault, which must end as it did the first time."""
        ended, answered = self._served(STEPS)
        wrong = judgement.ending(ended, may_be_killed=False) if ended.code != _INTERRUPTED else []
        refused = [one for one in answered if one.status != HTTPStatus.OK]
        if refused or len(answered) < len(STEPS):
            return [*wrong, Wrong("again refused", f"{[one.status for one in answered]} {ended.told}")]
        seen, looked = self.bench.look(STORE)
        wrong += judgement.ending(looked, may_be_killed=False)
        wrong += self._ended_right(seen) if seen else []
        return [Wrong(f"again {one.kind}", one.seen) for one in wrong]

    def _ended_right(self, seen: Look) -> list[Wrong]:
        last = {self.states[frozenset({BEFORE, "notice.txt"})]}
        registered = {path.name for path in read_register(str(self.bench.work / STORE)).entries}
        lacking = {name for name, _ in seen.files} - registered
        wrong = [Wrong("register lacks", str(sorted(lacking)))] if lacking else []
        return [*wrong, *judgement.state(seen, last, last, history=False), *judgement.originals(seen, self._kept())]

    def _served(
        self, steps: Sequence[Step], point: Point | None = None, *, kill: bool = False, log: Path | None = None
    ) -> tuple[Ended, list[Answered]]:
        bench = self.bench
        before = partial(bench.armed, lambda: None, point, log)
        running, port = service.serve(bench.work, bench.output, before)
        answered = service.ask(running, port, bench.base / "documents", steps, lambda: bench.shim.calls)
        return service.end(running, kill=kill), answered

    def _sets(self, steps: Iterable[Step]) -> set[frozenset[str]]:
        """All sets of files that may be there if any of these steps was taken."""
        return self._possible([Answered(step, 0, 0) for step in steps])

    def _possible(self, answered: Iterable[Answered]) -> set[frozenset[str]]:
        """The sets of files that may be there after these answers."""
        sets = {frozenset({BEFORE})}
        for one in answered:
            name = {one.step.name}
            taken = {files | name if one.step.upload else files - name for files in sets}
            sets = taken if one.acknowledged else sets | taken
        return sets

    def _kept(self) -> set[str]:
        """The hashes of all uploaded files that are kept."""
        folder = self.bench.work / f"{STORE}.uploads"
        return {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}

    def _well(self, ended: Ended) -> None:
        if ended.code not in {0, _INTERRUPTED}:
            raise RuntimeError(f"uploads fail without a fault: {ended.told}")
