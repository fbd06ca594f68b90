"""What would be if two spellings were decided to name one unit: its tasks, its load, and its rank among the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.stores.protocol import Store
from queries.duties import Bearer, Weights
from queries.header import Ids
from queries.overload import Verdict, fences, judge
from queries.unsettled.undecided import Pair
from queries.workload import MINIMUM, joined_verdict, workers


@dataclass(frozen=True, slots=True)
class JoinedLoad:
    """The load of two units as one: its tasks, its load, its rank among as many `peers` (itself included; of equal
    loads all have the best), the verdict on it, and the verdicts on the two as they are.
    """

    tasks: int
    load: float
    rank: int
    peers: int
    verdict: Verdict
    before: tuple[Verdict, ...]

    @property
    def changes(self) -> bool:
        """Whether the verdict on either would be another."""
        return any(verdict != self.verdict for verdict in self.before)


def joined_loads(store: Store, pairs: Sequence[Pair], within: Ids = (), period: str = "") -> dict[Pair, JoinedLoad]:
    """The loads of pairs of units (by id) as one, for those of which one at least has a task in the period (as in
    `queries.workload`) and that are compared with the same others. Raises UsageError for a period that is none.
    """
    found: dict[Pair, JoinedLoad] = {}
    for there in workers(store, by="unit", within=within, period=period, weights=Weights()) if pairs else ():
        known = {bearer.id: bearer for bearer in there.here if bearer.kind != "group"}
        for pair in pairs:
            both = [known[identity] for identity in pair if identity in known]
            if both and len({bearer.peers for bearer in both}) == 1:
                found[pair] = _joined(both, [one for one in known.values() if one.peers == both[0].peers])
    return found


def _joined(both: Sequence[Bearer], peers: Iterable[Bearer]) -> JoinedLoad:
    alike = {bearer.id: bearer for bearer in peers}
    first, *others = both
    whole = first.joined(others[0]) if others else first
    rest = [bearer.load for bearer in alike.values() if bearer not in both]
    among = fences(bearer.load for bearer in alike.values())
    return JoinedLoad(
        tasks=len(whole.duties),
        load=whole.load,
        rank=1 + sum(load > whole.load for load in rest),
        peers=len(rest) + 1,
        verdict=joined_verdict(first, others, alike, MINIMUM),
        before=tuple(judge(bearer.load, among, MINIMUM) for bearer in both),
    )
