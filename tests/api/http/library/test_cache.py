"""A cache makes an entry once, also for threads that ask at the same time, and stays within its size."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest

from api.http.library.cache import Cache

ASKERS = 8


class Maker:
    """Makes a text when it is let, and counts how often."""

    def __init__(self, text: str = "abc", *, waits: bool = False) -> None:
        self.text = text
        self.made = 0
        self.begun, self.let = Event(), Event()
        if not waits:
            self.let.set()

    def __call__(self) -> str:
        self.made += 1
        self.begun.set()
        assert self.let.wait(10)
        if not self.text:
            raise ValueError("nothing to say")
        return self.text


def texts(most: int = 20, largest: int = 10) -> Cache[str]:
    return Cache(len, most=most, largest=largest)


def ask_together(cache: Cache[str], make: Maker, meanwhile: Callable[[], object] = lambda: None) -> list[Future[str]]:
    """What threads get that ask for one key while it is being made: all of them wait before it is let be made."""
    with ThreadPoolExecutor(ASKERS) as pool:
        first = pool.submit(cache.get, "a", make)
        assert make.begun.wait(10)
        waiting = [Event() for _ in range(ASKERS - 1)]
        others = [pool.submit(cache.get, "a", make, before_waiting=event.set) for event in waiting]
        assert all(event.wait(10) for event in waiting)
        meanwhile()
        make.let.set()
        return [first, *others]


def test_an_entry_is_made_once_until_the_cache_is_cleared() -> None:
    cache, make = texts(), Maker()
    assert [cache.get("a", make) for _ in range(3)] == ["abc"] * 3
    assert make.made == 1
    cache.clear()
    assert cache.get("a", make) == "abc"
    assert make.made == 2


def test_threads_that_ask_at_the_same_time_share_what_the_first_makes() -> None:
    cache, make = texts(), Maker(waits=True)
    assert [one.result() for one in ask_together(cache, make)] == ["abc"] * ASKERS
    assert make.made == 1
    assert cache.get("a", make) == "abc"
    assert make.made == 1


def test_what_is_too_large_to_be_kept_is_shared_by_those_who_wait_for_it_and_evicts_nothing() -> None:
    cache, make, short = texts(), Maker("x" * 11, waits=True), Maker()
    cache.get("short", short)
    assert [one.result() for one in ask_together(cache, make)] == ["x" * 11] * ASKERS
    assert make.made == 1
    cache.get("a", make)
    assert make.made == 2
    cache.get("short", short)
    assert short.made == 1


def test_an_error_reaches_all_who_wait_and_is_not_kept() -> None:
    cache, make = texts(), Maker("", waits=True)
    for one in ask_together(cache, make):
        with pytest.raises(ValueError, match="nothing to say"):
            one.result()
    assert make.made == 1
    make.text = "now"
    assert cache.get("a", make) == "now"


def test_what_is_being_made_while_the_cache_is_cleared_is_not_kept() -> None:
    cache, old, new = texts(), Maker("old", waits=True), Maker("new")

    def change() -> None:
        cache.clear()
        assert cache.get("a", new) == "new"

    assert [one.result() for one in ask_together(cache, old, change)] == ["old"] * ASKERS
    assert cache.get("a", old) == "new"


def test_entries_not_asked_for_longest_are_evicted_first() -> None:
    cache = texts()
    makers = {key: Maker("x" * 5) for key in "abcde"}
    for key in "abcd":
        cache.get(key, makers[key])
    cache.get("a", makers["a"])
    for key in "eacdb":
        cache.get(key, makers[key])
    assert {key: make.made for key, make in makers.items()} == {"a": 1, "b": 2, "c": 1, "d": 1, "e": 1}


def test_who_asks_first_does_not_wait() -> None:
    waited: list[str] = []
    cache = texts()
    cache.get("a", Maker(), before_waiting=lambda: waited.append("a"))
    cache.get("a", Maker(), before_waiting=lambda: waited.append("a"))
    assert waited == []
