"""How many connections are open, in all and from one address, and which one gives way where there are too many.

A client that opens connections and sends half a request on each would take every place. So the one that has waited
longest for a request to become whole gives its place to a new one; only where all are being answered is a new one
refused. Connections that take too long are closed by a look at all of them, once a second.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Protocol

import structlog

LOOK = 1.0
"""Seconds between two looks at all connections."""
TELL = 60.0
"""Seconds between two lines in the log on connections that were closed or refused."""
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Limits:
    """Connections in all and of one address, of which `proxies` may have more; seconds in which the headers of a
    request must be here, and seconds in which a client must take at least `rate` bytes a second of its answer.
    """

    connections: int
    of_address: int
    header_seconds: float
    answer_seconds: float
    rate: int
    proxies: tuple[Network, ...] = ()


class Connection(Protocol):
    """An open connection."""

    since: float
    """When it was opened or its last answer was complete, as the loop counts."""

    @property
    def address(self) -> str:
        """Where it comes from."""
        ...

    @property
    def waits(self) -> bool:
        """Whether no whole head of a request is here that is not answered yet."""
        ...

    def too_slow(self, now: float) -> bool:
        """Whether its client takes an answer too slowly; to be asked once a look."""
        ...

    def drop(self) -> None:
        """Close it at once, whatever is still to be sent."""
        ...


@dataclass(slots=True)
class Connections:
    """All connections of one service, for the thread of its loop."""

    limits: Limits
    _open: dict[Connection, str] = field(default_factory=dict)
    _of: Counter[str] = field(default_factory=Counter)
    _closed: Counter[str] = field(default_factory=Counter)
    _told: float = float("-inf")
    _looking: bool = False

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def admit(self, new: Connection) -> bool:
        """Count a new connection, for which another one may have to give way; whether there is a place for it."""
        address = new.address
        if self._of[address] >= self.limits.of_address and not self._is_proxy(address):
            room = self._make_room(one for one, its in self._open.items() if its == address)
        else:
            room = len(self._open) < self.limits.connections or self._make_room(self._open)
        if not room:
            self._closed["refused"] += 1
            return False
        self._open[new] = address
        self._of[address] += 1
        self._keep_looking()
        return True

    def leave(self, gone: Connection) -> None:
        """Count a connection no more; a second time does nothing."""
        address = self._open.pop(gone, None)
        if address is None:
            return
        self._of[address] -= 1
        if not self._of[address]:
            del self._of[address]

    def _make_room(self, among: Iterable[Connection]) -> bool:
        """Close the one of these that has waited longest for a request; whether there was one."""
        waiting = min((one for one in among if one.waits), key=lambda one: one.since, default=None)
        if waiting is not None:
            self._drop(waiting, "gave_way")
        return waiting is not None

    def _drop(self, one: Connection, why: str) -> None:
        self._closed[why] += 1
        self.leave(one)
        one.drop()

    def _keep_looking(self) -> None:
        if not self._looking:
            self._looking = True
            asyncio.get_running_loop().call_later(LOOK, self._look)

    def _look(self) -> None:
        """Close what takes too long, and tell of what was closed."""
        now = asyncio.get_running_loop().time()
        self._looking = False
        for one in list(self._open):
            if one.waits and now - one.since > self.limits.header_seconds:
                self._drop(one, "no_request")
            elif one.too_slow(now):
                self._drop(one, "slow_reader")
        if self._closed and now - self._told > TELL:
            self._told = now
            structlog.get_logger("plangraph.http").warning("connections_closed", **self._closed)
            self._closed.clear()
        if self._open or self._closed:
            self._keep_looking()

    def _is_proxy(self, address: str) -> bool:
        try:
            number = ip_address(address)
        except ValueError:
            return False
        return any(number in network for network in self.limits.proxies)


def networks(typed: str) -> tuple[Network, ...]:
    """Addresses and networks parted by commas, as uvicorn takes them; * is all. Names are passed over: a connection
    comes from a number.
    """
    if typed.strip() == "*":
        return (ip_network("0.0.0.0/0"), ip_network("::/0"))
    found = []
    for one in typed.split(","):
        try:
            found.append(ip_network(one.strip(), strict=False))
        except ValueError:
            continue
    return tuple(found)
