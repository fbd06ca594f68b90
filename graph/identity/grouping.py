"""Things that belong together because they share something, directly or over others."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def connected(things: Iterable[Thing], shares: Callable[[Thing], Iterable[Hashable]]) -> list[list[Thing]]:
    """The things in groups: two that share a key are in one group, and so is whatever joins them.

    Groups and their members keep the order in which the things come.
    """
    listed = list(things)
    parent = list(range(len(listed)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[Hashable, int] = {}
    for number, thing in enumerate(listed):
        for key in shares(thing):
            other = root(first.setdefault(key, number))
            here = root(number)
            parent[max(here, other)] = min(here, other)
    groups: dict[int, list[Thing]] = {}
    for number, thing in enumerate(listed):
        groups.setdefault(root(number), []).append(thing)
    return list(groups.values())
