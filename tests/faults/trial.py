"""One action, tried again and again under faults: each time from a copy of the same store, each time judged.

Syncs are not done while the shim is armed, so it counts (and fails nothing) in the runs that are to go well too.
"""

import shutil
from collections.abc import Callable, Collection, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from api.cli.program import main
from api.ingest.files.register import read_register
from graph.errors import StoreError
from tests.faults import judgement
from tests.faults.actions import DOCUMENTS, STORE, TARGET, Action, Command, NamingCommand, arguments
from tests.faults.forked import Ended, run
from tests.faults.judgement import Wrong
from tests.faults.look import Look, look
from tests.faults.power import Change, Disk, put_back, read_log
from tests.faults.shim import ENDS, Fault, Shim


@dataclass(frozen=True, slots=True)
class Point:
    """Where a fault happens: at call number `at`, at most so often (0: from then on). `FULL` and `GROW` go on."""

    fault: Fault
    at: int
    most: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss of power after so many calls: the share of bytes not synced that was kept, whether names were, a seed."""

    after: int
    kept: float
    names: bool
    seed: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a point: what the fault met ("" if nothing did), how the program ended, and what was wrong."""

    met: str
    ended: str
    wrong: tuple[Wrong, ...]


@dataclass(slots=True)
class Bench:
    """A folder in which actions are tried, with the documents beside the working folder. Calls are counted `below`: in
    the working folder where that is "", else `socket:PORT`.
    """

    base: Path
    shim: Shim = field(default_factory=Shim)
    below: str = ""

    @property
    def work(self) -> Path:
        """The working folder."""
        return self.base / "work"

    @property
    def output(self) -> Path:
        """What the last program said."""
        return self.base / "said.txt"

    def empty(self, like: Path | None = None) -> None:
        """Begin with an empty working folder, or with a copy of another one."""
        shutil.rmtree(self.work, ignore_errors=True)
        if like is None:
            self.work.mkdir()
        else:
            shutil.copytree(like, self.work)

    def do(self, what: Callable[[], object], point: Point | None = None, log: Path | None = None) -> Ended:
        """Run something in a process of its own in the working folder, with a fault or without."""
        return run(partial(self.armed, what, point, log), self.work, self.output)

    def armed(self, what: Callable[[], object], point: Point | None = None, log: Path | None = None) -> None:
        """Arm the shim in this process and go on."""
        point = point or Point(Fault.COUNT, 0)
        self.shim.arm(self.below or str(self.work), point.fault, point.at, point.most, log)
        what()

    def command(self, command: Command, store: str = STORE) -> Callable[[], object]:
        """The program called with a command."""
        return partial(main, arguments(command, store))

    def named(self, command: NamingCommand, store: str = STORE) -> Command:
        """The command with ids, as a store has them, in the place of names."""
        if all(isinstance(word, str) for word in command):
            return tuple(map(str, command))
        ids = {(label, name): identity for label, name, identity in self.seen(store).ids}
        return tuple(word if isinstance(word, str) else ids[word.label, word.name] for word in command)

    def look(self, store: str = STORE, *, check: bool = False) -> tuple[Look | None, Ended]:
        """What a reader sees of a store, and `check`: None where that ended badly."""
        result = self.base / "look.json"
        result.unlink(missing_ok=True)
        ended = self.do(partial(look, store, result, check=check))
        return (Look.of(result.read_text(encoding="utf-8")) if result.exists() else None), ended

    def seen(self, store: str) -> Look:
        """What a reader sees of a store that is well."""
        seen, ended = self.look(store)
        if seen is None or not ended.in_order:
            raise RuntimeError(f"a store that is well cannot be read: {ended.told}")
        return seen


@dataclass(slots=True)
class Trial:
    """An action on a bench, prepared: its store before, the states before and after, how many calls it makes."""

    bench: Bench
    action: Action
    prepared: Path = field(init=False)
    command: Command = field(init=False)
    before: str = field(init=False)
    after: str = field(init=False)
    empty: frozenset[str] = field(init=False, default=frozenset())
    kinds: str = field(init=False)
    register: list[tuple[str, str, str]] = field(init=False)
    disk: Disk = field(init=False)
    changes: list[Change] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the store and do the action once as it should be, written down."""
        bench, action = self.bench, self.action
        bench.empty()
        for step in action.prepared:
            self._well(bench.command(bench.named(step)) if isinstance(step, tuple) else step)
        self.command = bench.named(action.command)
        self.prepared = bench.base / "prepared" / action.name.replace(" ", "-")
        shutil.copytree(bench.work, self.prepared)
        self.before = "" if action.new else bench.seen(action.store).whole
        log = bench.base / "log"
        self.disk = Disk.of(bench.work)
        self._well(bench.command(self.command, action.store), log)
        self.kinds = bench.shim.kinds
        self.changes = list(read_log(log))
        check_log(self.disk, self.changes, bench.work)
        self.after = bench.seen(action.store).whole
        self.register = self._registered()
        if action.new:
            bench.empty()
            self._well(bench.command(("load", f"{DOCUMENTS}/README.md")), codes=(0, 1))
            self.empty = frozenset({bench.seen(STORE).whole})

    @property
    def name(self) -> str:
        """The action's name."""
        return self.action.name

    def attempt(self, point: Point, *, again: bool = True) -> Judged:
        """Do the action with a fault, and judge what is left, and what it becomes when it is done `again`."""
        bench = self.bench
        bench.empty(self.prepared)
        ended = bench.do(bench.command(self.command, self.action.store), point)
        met = bench.shim.what
        wrong = judgement.ending(ended, may_be_killed=point.fault in ENDS)
        return Judged(met, ended.told, (*wrong, *self._judged(done=ended.code == 0, again=again)))

    def lose_power(self, loss: Loss, *, again: bool = True) -> Judged:
        """Build what a loss of power leaves, and judge that."""
        bench = self.bench
        disk = deepcopy(self.disk)
        for change in self.changes[: loss.after]:
            disk.change(change)
        bench.empty()
        put_back(disk.left(kept=loss.kept, names=loss.names, seed=loss.seed))
        return Judged("power", "", tuple(self._judged(done=loss.after >= len(self.changes), again=again)))

    def _judged(self, *, done: bool, again: bool) -> list[Wrong]:
        action, bench = self.action, self.bench
        allowed = {self.before, self.after} | self.empty
        wrong = self._seen(allowed, {self.after} if done else allowed, check=(0, 1) if again else ())
        wrong += judgement.untouched(bench.work, self.prepared, action.kept) if action.kept else []
        wrong += self._proved() if done else []
        return [*wrong, *(Wrong(f"again {one.kind}", one.seen) for one in (self._again() if again else ()))]

    def _again(self) -> list[Wrong]:
        """Do the action without a fault, after which all is as it should be."""
        ended = self.bench.do(self.bench.command(self.command, self.action.store))
        wrong = judgement.ending(ended, may_be_killed=False)
        if ended.code not in {0, *self.action.again}:
            return [*wrong, Wrong("refused", ended.told)]
        wrong += self._seen({self.after}, {self.after}, check=(0,))
        lacking = sorted(set(self.register) - set(self._registered()))
        wrong += [Wrong("register lacks", str(lacking))] if lacking else []
        return [*wrong, *self._proved()]

    def _proved(self) -> list[Wrong]:
        """Whether what the action made brings a store of the same state, for actions that make such a thing."""
        if not self.action.proof:
            return []
        for path in self.bench.work.glob(TARGET + "*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        ended = self.bench.do(self.bench.command(self.action.proof, TARGET))
        seen, _ = self.bench.look(TARGET)
        proved = ended.code == 0 and seen is not None and seen.whole == self.after
        return [] if proved else [Wrong("no proof", ended.told)]

    def _seen(
        self, allowed: Collection[str], acknowledged: Collection[str], check: Collection[int] = ()
    ) -> list[Wrong]:
        """What is wrong with what a reader sees, and with the exit code of `check` where that may be one of these."""
        seen, ended = self.bench.look(self.action.store, check=bool(check))
        wrong = judgement.ending(ended, may_be_killed=False)
        if seen is None:
            return wrong
        wrong += [Wrong("check", ended.said[-400:])] if check and seen.check not in check else []
        return [*wrong, *judgement.state(seen, allowed, acknowledged)]

    def _registered(self) -> list[tuple[str, str, str]]:
        """What the register of the store says; what no register is says so."""
        try:
            entries = read_register(str(self.bench.work / self.action.store)).entries
        except StoreError as error:
            return [("", error.key, "")]
        return sorted((path.name, one.name, one.sha256) for path, one in entries.items())

    def _well(self, what: Callable[[], object], log: Path | None = None, codes: Collection[int] = (0,)) -> None:
        ended = self.bench.do(what, log=log)
        if ended.code not in codes:
            raise RuntimeError(f"{self.action.name} fails without a fault: {ended.said}")


def check_log(disk: Disk, changes: Iterable[Change], folder: Path) -> None:
    """Raise RuntimeError where a folder is not what its log says: then the shim has missed a call."""
    whole = deepcopy(disk)
    for change in changes:
        whole.change(change)
    there = {str(path): None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}
    left = whole.left(kept=1, names=True, seed=0)
    wrong = sorted(path for path in left.keys() | there.keys() if left.get(path, 0) != there.get(path, 0))
    if wrong:
        raise RuntimeError(f"the log does not tell how these became what they are: {wrong}")
