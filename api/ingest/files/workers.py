"""Work on many things in several processes: what came of each, in the order given, also where a process dies.

Whoever dies takes down all that wait with him, and nobody tells which of the things at work it was; so each of those is
tried alone, until one kills its process again.

A process of a pool ends with the one that gives out the work, also where that one is killed: it would wait for ever,
and hold what it inherited, the lock of the store among it.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def each(work: Callable[[Thing], Made], things: Sequence[Thing], workers: int) -> Iterator[Made | None]:
    """What `work` makes of each thing, in their order; None for one that ends the process that works on it. Raises what
    `work` raises.
    """
    left = list(things)
    while left:
        done = 0
        for made in _until_one_dies(work, left, workers):
            yield made
            done += 1
        left = left[done:]
        for _ in range(min(len(left), _at_work(workers))):
            tried = _alone(work, left.pop(0))
            yield tried
            if tried is None:
                break


def _at_work(workers: int) -> int:
    """The most things that a pool has given out at a time: one each, and one that waits for whoever is ready."""
    return workers + 1


def _until_one_dies(work: Callable[[Thing], Made], things: Sequence[Thing], workers: int) -> Iterator[Made]:
    """What comes of the things, up to the first that the death of a process left without."""
    pool = pool_of(workers)
    try:
        futures: list[Future[Made]] = []
        with suppress(BrokenProcessPool):
            futures.extend(pool.submit(work, thing) for thing in things)
        for future in futures:
            try:
                made = future.result()
            except BrokenProcessPool:
                return
            yield made
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(work: Callable[[Thing], Made], thing: Thing) -> Made | None:
    with pool_of(1) as pool:
        try:
            return pool.submit(work, thing).result()
        except BrokenProcessPool:
            return None


def pool_of(workers: int) -> ProcessPoolExecutor:
    """A pool of so many processes."""
    return ProcessPoolExecutor(workers, initializer=_depend_on_the_one_who_waits)


def _depend_on_the_one_who_waits() -> None:
    """Ctrl+C goes to all processes of a terminal; the one that gives out the work ends it; its end is theirs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
