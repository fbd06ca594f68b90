"""How many requests a second the service holds: 95 of 100 answered within 200 milliseconds, and none with an error.

usage: python -m benchmarks.serving [--store STORE | FILE…] [--neo4j] [--seconds 10] [--first 10]

A mix of requests (benchmarks/mix.py) comes at rising constant rates (benchmarks/open_load.py) to `plangraph serve`, and
in the same run, at the same rates, to a bare FastAPI endpoint with answers of the same length; the rates are doubled
while they are held, then narrowed down for each of the two. Without a store the files are loaded into one of this run,
by default the real documents beside the project, else the examples; with --neo4j on a server of this run.
"""

import json
import os
import statistics
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterable
from contextlib import ExitStack, closing
from itertools import islice, repeat, takewhile
from pathlib import Path

from benchmarks import mix, running
from benchmarks.climbing import Climb
from benchmarks.open_load import BROWSER, Request
from benchmarks.report import HEAD, faults, kinds, row, verdict
from benchmarks.running import Running
from benchmarks.target import Target
from graph.stores.open import open_store
from graph.stores.read_back import count

SAMPLE = 60
AT_MOST = 60.0
"""Requests, and seconds, that are asked one after the other before anything is measured."""
PAGES = 50
"""Pages of /api/tasks whose cursors are asked for later."""


def main() -> None:
    """Measure as the command line asks."""
    asked = ArgumentParser(description="Measure how many requests a second the service holds.")
    asked.add_argument("files", nargs="*", type=Path, help="documents to load into a store of this run")
    asked.add_argument("--store", default="", help="a store that is there already")
    asked.add_argument("--neo4j", action="store_true", help="load the documents on a server of this run")
    asked.add_argument("--seconds", type=float, default=10.0, help="how long each rate lasts")
    asked.add_argument("--first", type=float, default=10.0, help="the first rate, requests a second")
    given = asked.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plangraph-")))
        store = given.store or stack.enter_context(running.loaded(given.files, folder, on_server=given.neo4j))
        service = stack.enter_context(running.plangraph(store, folder / "service.log"))
        prepared, length = prepare(store, service, given.seconds, given.first)
        least = stack.enter_context(running.bare(length, folder / "bare.log"))
        bare = Target(least, repeat(Request("bare", "/")), "/", given.seconds, Climb(given.first))
        compare(prepared, bare)


def prepare(store: str, service: Running, seconds: float, first: float) -> tuple[Target, int]:
    """The service with the requests that it will get, drawn from its store; and the usual length of its answers, found
    by some requests, which also are the first that it gets.
    """
    with closing(open_store(store, read_only=True)) as opened:
        held = mix.names(opened, cursors(service))
        nodes, edges = count(opened)
        print(f"{opened.engine}: {nodes} nodes, {edges} relationships, {len(held['task'])} tasks")
    requests = mix.requests(held)
    length = usual_length(service, islice(requests, SAMPLE))
    print(f"{os.cpu_count()} cores, of which the generator of requests takes one; {seconds:g} s at each rate")
    print(f"the bare endpoint answers with {length / 1024:.0f} KiB of JSON, the median of the service's answers\n")
    return Target(service, requests, "/readyz", seconds, Climb(first)), length


def cursors(service: Running) -> list[str]:
    """The cursors that lead through the first pages of all tasks."""
    found = [""]
    while len(found) < PAGES:
        told = json.loads(
            service.get(f"/api/tasks?cursor={found[-1]}", {"Accept-Language": BROWSER["Accept-Language"]}).body
        )
        if not told["next"]:
            break
        found.append(told["next"])
    return found


def usual_length(service: Running, requests: Iterable[Request]) -> int:
    """The median length of answers, in bytes, before they are packed."""
    until = time.monotonic() + AT_MOST
    asked = takewhile(lambda _: time.monotonic() < until, requests)
    return int(statistics.median(len(service.get(request.path).body) for request in asked))


def compare(service: Target, bare: Target) -> None:
    """Raise the rates until neither holds them, and print what they held."""
    print(HEAD)
    print(row(service.warm(service.climb.first), None) + "  the first answers, not counted", flush=True)
    while rate := service.climb.next:
        print(row(service.measure(rate), bare.measure(rate)), flush=True)
    while rate := bare.climb.next:
        print(row(None, bare.measure(rate)), flush=True)
    print()
    print(verdict("plangraph serve", service.climb, service.running.peak))
    print(verdict("the bare endpoint", bare.climb, bare.running.peak))
    if service.climb.held:
        print(f"\nat {service.climb.held:.0f} requests a second, in milliseconds:")
        print("\n".join(kinds(service.answers[service.climb.held])))
    if wrong := [line for answers in service.answers.values() for line in faults(answers)]:
        print("\nerrors at the rates that were not held:")
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
