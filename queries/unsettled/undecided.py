"""Which verdicts are not settled while nobody has decided on spellings: those that some of them, taken as one, change.

Two spellings taken as one may change the verdict on either of them, and by the fences on any of their peers; and what
one pair does not change two pairs together may. So every combination of the open pairs is tried, small ones first.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain, combinations, islice

from graph.identity.grouping import connected
from queries.duties import Bearer
from queries.overload import Verdict, fences, judge

Pair = tuple[str, str]
"""The ids of two that may be one."""

MOST = 2000
"""Combinations that are tried, and that of all pairs: every one of ten pairs, of sixty all of two."""


def undecided(peers: Mapping[str, Bearer], spellings: Sequence[Pair], minimum: float) -> frozenset[str]:
    """Those of some peers (by id) on whom the verdict would be another if some of the pairs were one."""
    pairs = [pair for pair in spellings if pair[0] in peers and pair[1] in peers]
    loads = {identity: bearer.load for identity, bearer in peers.items()}
    before = _verdicts(loads, [], minimum)
    found: set[str] = set()
    for taken in _combinations(pairs):
        units = [_joined(peers, group) for group in connected(taken, set)]
        after = _verdicts(loads, units, minimum)
        found |= {identity for identity, verdict in after.items() if verdict != before[identity]}
    return frozenset(found)


def _combinations(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    some = chain.from_iterable(combinations(pairs, number) for number in range(1, len(pairs)))
    return chain(islice(some, MOST), [pairs] if pairs else [])


def _joined(peers: Mapping[str, Bearer], group: Sequence[Pair]) -> tuple[frozenset[str], float]:
    """Who is one by these pairs, and what that one carries."""
    ids = sorted({identity for pair in group for identity in pair})
    return frozenset(ids), reduce(Bearer.joined, (peers[identity] for identity in ids)).load


def _verdicts(
    loads: Mapping[str, float], units: Sequence[tuple[frozenset[str], float]], minimum: float
) -> dict[str, Verdict]:
    """The verdict on each, where those of each of `units` are one with a load."""
    joined = {identity: load for ids, load in units for identity in ids}
    rest = (load for identity, load in loads.items() if identity not in joined)
    among = fences([*(load for _, load in units), *rest])
    return {identity: judge(joined.get(identity, load), among, minimum) for identity, load in loads.items()}
