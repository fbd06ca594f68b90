"""Whether every answer is that of a whole state: one writer, many readers, and clients that leave half-way.

usage: python -m benchmarks.states [FILE…] [--neo4j] [--seconds 60] [--readers 32]

The writer uploads documents and takes them out, and after each change, when nothing else changes, asks every address
itself: that is the state which its entity tag names. Whatever a reader got must be an answer that the writer got, to
the byte. Others begin an upload and leave in the midst of it, or ask and leave before the answer is there.
"""

import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from random import Random
from threading import Event

from benchmarks import running
from benchmarks.leaving import leave
from benchmarks.run import default_files
from benchmarks.running import Running
from benchmarks.writing import FORM, TOKEN, Writer, form

ADDRESSES = (
    "/api/documents",
    "/api/tasks?limit=1000",
    "/api/leaders?limit=1000",
    "/api/units?limit=1000",
    "/api/changes?limit=1000",
    "/api/workload?by=leader&limit=1000",
    "/api/export.nt",
    "/leaders",
    "/",
)
LEAVERS = 2
Answer = tuple[str, str, str]
"""An address, the entity tag of its answer, and a hash of the answer's body."""


def main() -> None:
    """Let them write and read as the command line asks, and end with 1 where an answer was not of a whole state."""
    asked = ArgumentParser(description="Look whether all answers are of whole states while documents come and go.")
    asked.add_argument("files", nargs="*", type=Path, help="documents that are uploaded and taken out")
    asked.add_argument("--neo4j", action="store_true", help="on a Neo4j server of this run")
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--readers", type=int, default=32)
    given = asked.parse_args()
    files = given.files or default_files()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plangraph-")))
        store = stack.enter_context(running.loaded(files[:1], folder, on_server=given.neo4j))
        service = stack.enter_context(running.plangraph(store, folder / "service.log", TOKEN))
        wrong = watch(service, Writer(service, files[1:]), given.seconds, given.readers)
        wrong += unforeseen(folder / "service.log")
    raise SystemExit(1 if wrong else 0)


def watch(service: Running, writer: Writer, seconds: float, readers: int) -> int:
    """Write, read and leave for so many seconds; print what was seen, and tell how many answers were of no state."""
    stop, half = Event(), form(writer.files[0], "half.txt")
    whole = {answer(service, address) for address in ADDRESSES}
    with ThreadPoolExecutor(readers + LEAVERS) as pool:
        reading = [pool.submit(read, service, stop, seed) for seed in range(readers)]
        leaving = [pool.submit(leave, service, stop, seed, ADDRESSES, half, FORM) for seed in range(LEAVERS)]
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                writer.change()
                whole |= {answer(service, address) for address in ADDRESSES}
        finally:
            stop.set()
        got = sum((one.result() for one in reading), Counter[Answer]())
        left = sum(one.result() for one in leaving)
    states = Counter((address, tag) for address, tag, _ in whole)
    print(
        f"{writer.changes} changes, {len(states) // len(ADDRESSES)} states, {got.total()} answers to {readers} readers"
    )
    print(f"{left} clients left half-way; the service had at most {service.peak:.0f} MiB")
    strange = {one: times for one, times in got.items() if one not in whole}
    twofold = [state for state, times in states.items() if times > 1]
    for (address, tag, _), times in strange.items():
        print(f"{times} x no answer of a whole state: {address} {tag}")
    for address, tag in twofold:
        print(f"two answers of one state: {address} {tag}")
    print(f"{sum(strange.values())} answers were of no whole state, {len(twofold)} states had two answers")
    return len(strange) + len(twofold)


def read(service: Running, stop: Event, seed: int) -> Counter[Answer]:
    """Ask one address after the other until it is time to stop."""
    random = Random(seed)  # noqa: S311 - a choice of what to ask, no secret
    got: Counter[Answer] = Counter()
    while not stop.is_set():
        got[answer(service, random.choice(ADDRESSES))] += 1
    return got


def answer(service: Running, address: str) -> Answer:
    """What comes back now; a status other than 200 stands where the tag would."""
    reply = service.get(address, {"Accept-Language": "zh"})
    return (
        address,
        reply.tag if reply.status == HTTPStatus.OK else f"status {reply.status}",
        sha256(reply.body).hexdigest(),
    )


def unforeseen(log: Path) -> int:
    """How many faults the log tells of; the first is printed."""
    lines = [
        line for line in log.read_text(encoding="utf-8").splitlines() if "Traceback" in line or '"status": 5' in line
    ]
    print(f"{len(lines)} faults in the log of the service", *lines[:1], sep="\n")
    return len(lines)


if __name__ == "__main__":
    main()
