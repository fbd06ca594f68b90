"""Rising rates: what was measured at each, and the search for the highest that a service holds."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.open_load import Answer

ENOUGH = 0.2
"""Seconds within which 95 of 100 requests are answered where a rate is held."""
FINE = 1.15
"""The rate held and the lowest one not held are at most this far apart at the end."""
TRIES = 2
"""So often a rate is tried that is not held."""
LEAST = 0.5
"""The lowest rate that is tried, requests a second."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was measured at one rate: seconds within which half, 95 and 99 of 100 requests were answered, how many were
    not, the seconds by which 95 of 100 were sent late at most, and the shares of a core taken by the service and by the
    generator.
    """

    rate: float
    p50: float
    p95: float
    p99: float
    errors: int
    late: float
    service: float
    generator: float

    @property
    def held(self) -> bool:
        """Whether the service answers quickly enough and without an error."""
        return not self.errors and self.p95 < ENOUGH


def step(rate: float, answers: Sequence[Answer], service: float, generator: float) -> Step:
    """What these answers say of a rate. An answer that is an error counts with the time that it took."""
    times = sorted(answer.seconds for answer in answers)
    p50, p95, p99 = (quantile(times, share) for share in (0.5, 0.95, 0.99))
    late = quantile(sorted(answer.late for answer in answers), 0.95)
    return Step(rate, p50, p95, p99, sum(bool(answer.fault) for answer in answers), late, service, generator)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The smallest of the values that is not below this share of them (nearest rank), without interpolation."""
    return ordered[max(1, math.ceil(share * len(ordered))) - 1]


@dataclass(slots=True)
class Climb:
    """A search for the highest rate held: twice the last one while it is held, then between held and not held. What was
    not held is tried once more, as something else may have taken the machine.
    """

    first: float
    steps: list[Step] = field(default_factory=list)

    @property
    def held(self) -> float:
        """The highest rate held below the lowest that was not; 0 if none was."""
        return max((one.rate for one in self.steps if one.held and one.rate < self.failed), default=0.0)

    @property
    def failed(self) -> float:
        """The lowest rate that was not held at either try; infinite as long as there is none."""
        tries = Counter(one.rate for one in self.steps if not one.held)
        held = {one.rate for one in self.steps if one.held}
        return min((rate for rate, times in tries.items() if times >= TRIES and rate not in held), default=math.inf)

    @property
    def next(self) -> float:
        """The rate to try next, 0 at the end."""
        if not self.steps:
            return self.first
        last = self.steps[-1].rate
        if not self.steps[-1].held and last < self.failed:
            return last
        if math.isinf(self.failed):
            return 2 * self.held
        if not self.held:
            return self.failed / 2 if self.failed / 2 >= LEAST else 0.0
        return math.sqrt(self.held * self.failed) if self.failed > FINE * self.held else 0.0
