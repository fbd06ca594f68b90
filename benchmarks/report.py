"""What was measured of the service and of the bare endpoint, side by side, a line a rate."""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.climbing import ENOUGH, Climb, Step, quantile
from benchmarks.open_load import Answer

_COLUMNS = f"{'p50':>7} {'p95':>7} {'p99':>7} {'errors':>6} {'core':>5}"
HEAD = (
    f"{'':8} {'plangraph serve':36} | bare endpoint\n"
    f"{'rate/s':>8} {_COLUMNS} | {_COLUMNS} | {'generator':>9} {'late ms':>7}"
)
"""Times in milliseconds, cores in per cent of one."""
LATE = 0.02
"""Where requests are sent later than this, the generator is at its end too."""


def row(service: Step | None, bare: Step | None) -> str:
    """What was measured at one rate."""
    both = [one for one in (service, bare) if one]
    busy, late = max(one.generator for one in both), max(one.late for one in both)
    warning = "  the generator is late" if late > LATE else ""
    cells = " | ".join(_cells(one) for one in (service, bare))
    return f"{both[0].rate:8.1f} {cells} | {busy:9.0%} {late * 1e3:7.1f}{warning}"


def _cells(step: Step | None) -> str:
    if step is None:
        return f"{'':36}"
    times = " ".join(f"{seconds * 1e3:7.1f}" for seconds in (step.p50, step.p95, step.p99))
    return f"{times} {step.errors:6} {step.service:5.0%}"


def verdict(name: str, climb: Climb, peak: float) -> str:
    """The highest rate held, and the most memory that the service had, in MiB."""
    return (
        f"{name} holds {climb.held:.0f} requests a second (p95 below {ENOUGH * 1e3:.0f} ms, no error); "
        f"at most {peak:.0f} MiB"
    )


def kinds(answers: Sequence[Answer]) -> Iterator[str]:
    """The times of each kind of request, the slowest first."""
    by_kind: dict[str, list[float]] = {}
    for answer in answers:
        by_kind.setdefault(answer.kind, []).append(answer.seconds)
    yield f"{'kind of request':28} {'asked':>6} {'p50':>7} {'p95':>7} {'most':>7}"
    for kind, times in sorted(by_kind.items(), key=lambda item: -quantile(sorted(item[1]), 0.5)):
        times.sort()
        shown = " ".join(
            f"{seconds * 1e3:7.1f}" for seconds in (quantile(times, 0.5), quantile(times, 0.95), times[-1])
        )
        yield f"{kind:28} {len(times):6} {shown}"


def faults(answers: Sequence[Answer]) -> Iterator[str]:
    """Why answers were errors, the most frequent reason first."""
    counted = Counter((answer.fault, answer.kind) for answer in answers if answer.fault)
    for (fault, kind), times in counted.most_common():
        yield f"{times:6} x {fault}: {kind}"
