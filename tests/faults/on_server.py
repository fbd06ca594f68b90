"""Actions on a Neo4j server, tried under faults of the connection: the program dies before, or in the midst of, what it
sends, or the connection breaks there. The server is asked by the same reader, and goes on from point to point.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.facts import Facts
from graph.stores.open import open_target
from graph.stores.read_back import read_all, read_records
from tests.faults import judgement
from tests.faults.actions import AGAINST, MERGERS, STORE, TASKS, Command, thin
from tests.faults.judgement import Wrong
from tests.faults.shim import ENDS
from tests.faults.trial import Bench, Judged, Point

_ANY = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class ServerAction:
    """A command on a server's store, with the command or function that brings it there where it begins."""

    name: str
    begins: Command | Callable[[str], None]
    command: Command
    again: tuple[int, ...] = (0,)


def wipe(address: str) -> None:
    """Take everything out of a store: what is left is as new."""
    store = open_target(address)
    facts, decisions = read_all(store), read_records(store, "Decision")
    store.replace(Facts((*facts.nodes, *decisions), facts.edges), Facts())
    store.close()


def _is_empty(address: str) -> bool:
    """Whether a store holds no fact."""
    store = open_target(address)
    facts = read_all(store)
    store.close()
    return not facts.nodes


SERVER_ACTIONS = (
    ServerAction("copy", wipe, ("copy", "--from", STORE, "--to")),
    ServerAction("load", ("unload", "mergers.txt"), ("load", MERGERS)),
    ServerAction("unload", ("load", MERGERS), ("unload", "mergers.txt"), again=(0, 1)),
    ServerAction("decide", ("decide", "--undo", *AGAINST), ("decide", "same", *AGAINST)),
    ServerAction("decide --undo", ("decide", "same", *AGAINST), ("decide", "--undo", *AGAINST), again=_ANY),
    ServerAction("rebuild", thin, ("rebuild",)),
)
"""The first leaves the store to which the others come."""
SERVER_NAMES = tuple(one.name for one in SERVER_ACTIONS)


@dataclass(slots=True)
class ServerTrial:
    """An action on a server at an address: the states before and after it, their histories aside, which grow with each
    trial, and what it sends.
    """

    bench: Bench
    action: ServerAction
    address: str
    before: str = field(init=False)
    after: str = field(init=False)
    kinds: str = field(init=False)

    def __post_init__(self) -> None:
        """Do the action once as it should be."""
        bench = self.bench
        bench.below = f"socket:{self.address.rpartition(':')[2]}"
        if not (bench.work / STORE).exists():
            bench.empty()
            bench.do(bench.command(("load", TASKS)))
        if not self._copies and _is_empty(self.address):
            bench.do(bench.command((*SERVER_ACTIONS[0].command, self.address), self.address))
        self._begin()
        self.before = self._state()
        ended = bench.do(self._command())
        if ended.code:
            raise RuntimeError(f"{self.action.name} fails without a fault: {ended.said}")
        self.kinds = bench.shim.kinds
        self.after = self._state()

    @property
    def name(self) -> str:
        """The action's name."""
        return f"{self.action.name} on a server"

    def attempt(self, point: Point, *, again: bool = True) -> Judged:
        """Do the action with a fault, and judge what is left, and what it becomes when it is done `again`."""
        self._begin()
        ended = self.bench.do(self._command(), point)
        met = self.bench.shim.what
        wrong = judgement.ending(ended, may_be_killed=point.fault in ENDS)
        allowed = {self.before, self.after}
        wrong += self._seen(allowed | {""} if self._copies else allowed, done=ended.code == 0)
        if again:
            second = self.bench.do(self._command())
            wrong += [Wrong(f"again {one.kind}", one.seen) for one in judgement.ending(second, may_be_killed=False)]
            refused = second.code not in {0, *self.action.again}
            wrong += [Wrong("again refused", second.told)] if refused else self._seen({self.after}, done=True)
        return Judged(met, ended.told, tuple(wrong))

    @property
    def _copies(self) -> bool:
        return self.action.begins is wipe

    def _begin(self) -> None:
        begins, bench = self.action.begins, self.bench
        if isinstance(begins, tuple):
            ended = bench.do(bench.command(begins, self.address))
        else:
            ended = bench.do(lambda: begins(self.address))
        if ended.code not in _ANY:
            raise RuntimeError(f"{self.action.name} cannot begin: {ended.said}")

    def _command(self) -> Callable[[], object]:
        more = (self.address,) if self._copies else ()
        return self.bench.command((*self.action.command, *more), self.address)

    def _state(self) -> str:
        return self.bench.seen(self.address).digest

    def _seen(self, allowed: set[str], *, done: bool) -> list[Wrong]:
        seen, ended = self.bench.look(self.address)
        wrong = judgement.ending(ended, may_be_killed=False)
        acknowledged = {self.after} if done else allowed
        return wrong if seen is None else [*wrong, *judgement.state(seen, allowed, acknowledged, history=False)]
