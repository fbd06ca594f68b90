"""Limits of connections fit the files that the process may open."""

import asyncio
import resource
from collections.abc import Iterable

import pytest

from api.http.around.connections import Connections, Limits, networks
from api.server import server_options
from api.serving import ServiceSettings
from tests.own_loop import in_thread


class Waiting:
    """A connection that waits for its request, or is being answered."""

    def __init__(self, address: str, since: float, *, waits: bool = True) -> None:
        self.address, self.since, self.waits = address, since, waits
        self.dropped = False

    def too_slow(self, now: float) -> bool:
        return now < 0

    def drop(self) -> None:
        self.dropped = True


def admitted(room: Connections, new: Iterable[Waiting]) -> list[bool]:
    """Whether each of these was let in, one after the other."""

    async def admit() -> list[bool]:
        return [room.admit(one) for one in new]

    return in_thread(lambda: asyncio.run(admit()))


def limits(proxies: str = "") -> Limits:
    return Limits(3, 2, header_seconds=1, answer_seconds=1, rate=1, proxies=networks(proxies))


@pytest.mark.parametrize(
    ("most", "connections", "backlog"),
    [(1024, 500, 100), (300, 116, 30), (60, 8, 6), (resource.RLIM_INFINITY, 500, 100)],
)
def test_there_are_fewer_connections_where_few_files_may_be_opened(
    monkeypatch: pytest.MonkeyPatch, most: int, connections: int, backlog: int
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (most, most))
    options = server_options(ServiceSettings())
    assert options["http"].room.limits.connections == connections
    assert options["backlog"] == backlog


def test_the_one_that_has_waited_longest_gives_way() -> None:
    room = Connections(limits())
    some = [Waiting("a", 2), Waiting("b", 1), Waiting("c", 0, waits=False), Waiting("d", 3)]
    assert admitted(room, some) == [True] * 4
    assert [one.dropped for one in some] == [False, True, False, False]
    assert len(room) == 3


def test_an_address_that_has_its_share_takes_no_place_of_others() -> None:
    room = Connections(limits())
    some = [Waiting("a", 2), Waiting("b", 1), Waiting("a", 3), Waiting("a", 4)]
    assert admitted(room, some) == [True] * 4
    assert [one.dropped for one in some] == [True, False, False, False]


def test_where_all_are_being_answered_a_new_one_is_refused() -> None:
    room = Connections(limits())
    busy = [Waiting(name, 0, waits=False) for name in "abc"]
    assert admitted(room, [*busy, Waiting("d", 1)]) == [True, True, True, False]
    assert not any(one.dropped for one in busy)


def test_a_proxy_has_as_many_connections_as_there_are() -> None:
    some = [Waiting("10.0.0.7", n, waits=False) for n in range(3)]
    assert admitted(Connections(limits("10.0.0.0/8, nginx")), some) == [True, True, True]
    assert admitted(Connections(limits("10.1.0.0/16")), some) == [True, True, False]
    assert admitted(Connections(limits("*")), some) == [True, True, True]


def test_who_has_left_is_counted_no_more() -> None:
    room = Connections(limits())
    one = Waiting("a", 1, waits=False)
    assert admitted(room, [one]) == [True]
    room.leave(one)
    room.leave(one)
    assert admitted(room, [Waiting("a", n, waits=False) for n in range(2)]) == [True, True]
