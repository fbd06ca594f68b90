"""A cache of bounded size, for many threads: what was made once is not made again."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

Thing = TypeVar("Thing")


def _nothing() -> None:
    """Nothing is to be done before waiting."""


class Cache(Generic[Thing]):
    """Entries by key; eviction takes those that were not asked for longest. An entry is read, never changed.

    Single flight: threads that ask for one key at the same time wait for the first of them, and get what it makes, also
    where that is too large to be kept, or the error that it raises, which is never kept.
    """

    def __init__(self, size: Callable[[Thing], int], *, most: int, largest: int) -> None:
        """Keep entries of this size together at `most`, and none by itself that is larger than `largest`."""
        self._largest = largest
        self._lock = Lock()
        self._entries: LRUCache[Hashable, Thing] = LRUCache(most, getsizeof=size)
        self._flights: dict[Hashable, Future[Thing]] = {}

    def get(
        self, key: Hashable, make: Callable[[], Thing], *, before_waiting: Callable[[], object] = _nothing
    ) -> Thing:
        """The entry of this key; `make` makes it where there is none. It must not ask for the same key itself.

        `before_waiting` is called before the thread waits for another one. Raises what `make` raises.
        """
        with self._lock:
            if key in self._entries:
                return self._entries[key]
            flight = self._flights.get(key)
            first = flight is None
            if flight is None:
                flight = self._flights[key] = Future()
        if first:
            return self._make(key, make, flight)
        before_waiting()
        return flight.result()

    def clear(self) -> None:
        """Keep nothing of what was made until now, nor of what is being made: it follows from what is no more."""
        with self._lock:
            self._entries.clear()
            self._flights.clear()

    def _make(self, key: Hashable, make: Callable[[], Thing], flight: "Future[Thing]") -> Thing:
        try:
            made = make()
            small = self._entries.getsizeof(made) <= self._largest
        except BaseException as error:
            with self._lock:
                self._end(key, flight)
            flight.set_exception(error)
            raise
        with self._lock:
            if self._end(key, flight) and small:
                self._entries[key] = made
        flight.set_result(made)
        return made

    def _end(self, key: Hashable, flight: "Future[Thing]") -> bool:
        """Let nobody join this flight any more; whether it still counts, as the cache was not cleared meanwhile."""
        counts = self._flights.get(key) is flight
        if counts:
            del self._flights[key]
        return counts
