"""The rule that says who is overloaded: Tukey's fences over the loads of peers.

Above Q3 + 1.5 x IQR is overloaded (超负荷), above Q3 + 3 x IQR severely overloaded (严重超负荷); where half of the
peers have one and the same load (IQR = 0) above twice and four times the median. Never below a load of 5, never where
fewer than five can be compared. The rule knows nothing of tasks or stores: loads are numbers.
"""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["severely overloaded", "overloaded", "not overloaded", "too few to compare", "not compared"]

FEWEST_PEERS = 5


@dataclass(frozen=True, slots=True)
class Fences:
    """What the loads of peers give: their quartiles and the loads above which one is overloaded, or severely so."""

    peers: int
    q1: float
    median: float
    q3: float
    threshold: float
    severe: float

    @property
    def spread(self) -> float:
        """The distance between the quartiles, IQR."""
        return self.q3 - self.q1

    @property
    def comparable(self) -> bool:
        """Whether there are enough peers to compare."""
        return self.peers >= FEWEST_PEERS


def fences(loads: Iterable[float]) -> Fences:
    """The fences over the loads of all peers, with quartiles by linear interpolation, inclusive."""
    values = list(loads)
    if not values:
        return Fences(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    q1, median, q3 = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    spread = q3 - q1
    if spread == 0:
        return Fences(len(values), q1, median, q3, 2 * median, 4 * median)
    return Fences(len(values), q1, median, q3, q3 + 1.5 * spread, q3 + 3 * spread)


def judge(load: float, among: Fences, minimum: float) -> Verdict:
    """The verdict on a load among those of its peers, its own included."""
    if not among.comparable:
        return "too few to compare"
    if load < minimum or load <= among.threshold:
        return "not overloaded"
    return "severely overloaded" if load > among.severe else "overloaded"
