"""One of the services that are compared: it is asked at one rate after the other, and what that took is noted."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from benchmarks.climbing import Climb, Step, step
from benchmarks.open_load import Answer, Request, answers
from benchmarks.running import Running

FEWEST = 100
"""Requests at least at one rate: of fewer there is no 95th in 100."""
CALM = 0.1
"""Seconds within which a service answers again that has got over the rate before."""


@dataclass(slots=True)
class Target:
    """A running service with the requests that it gets, an address by which it is seen that it is at rest, and how many
    seconds a rate lasts (longer where too few requests would come).
    """

    running: Running
    requests: Iterator[Request]
    calm: str
    seconds: float
    climb: Climb
    answers: dict[float, list[Answer]] = field(default_factory=dict)

    def measure(self, rate: float) -> Step:
        """Ask at a rate and note in the climb what was measured."""
        self.climb.steps.append(self.warm(rate))
        return self.climb.steps[-1]

    def warm(self, rate: float) -> Step:
        """Ask at a rate; what was measured is for the reader alone."""
        self._rest()
        service, generator, begun = self.running.processor, time.process_time(), time.perf_counter()
        got = answers(self.running.base, islice(self.requests, max(FEWEST, round(rate * self.seconds))), rate)
        passed = time.perf_counter() - begun
        taken = (self.running.processor - service) / passed, (time.process_time() - generator) / passed
        self.answers[rate] = got
        return step(rate, got, *taken)

    def _rest(self) -> None:
        """Wait until nothing is left of the rate before."""
        while True:
            begun = time.perf_counter()
            self.running.get(self.calm)
            if time.perf_counter() - begun < CALM:
                return
