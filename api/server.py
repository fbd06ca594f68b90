"""The server that the service runs in: uvicorn, with limits of connections that fit the files it may open."""

import os
import sys
from typing import Literal, TypedDict

from api.http.around.bounded_protocol import BoundedProtocol, bounded
from api.http.around.connections import Limits, networks
from api.serving import ServiceSettings

LONGEST_HEAD = 16 * 1024
"""Bytes that the line and the headers of a request may have."""
RESERVED = 64
"""Open files that are no connections: the store, the log, files of uploads under way."""
BACKLOG = 100
"""Connections that are accepted in one go, at most."""
_GOES = 4
"""Goes that may be accepted before the first of them is counted, as asyncio makes a connection in three steps."""
_FEWEST = 8
"""Connections that are let in however few files may be opened."""


class ServerOptions(TypedDict):
    """Arguments of `uvicorn.run` and `uvicorn.Config`."""

    http: type[BoundedProtocol]
    backlog: int
    ws: Literal["none"]
    log_config: None
    access_log: bool
    h11_max_incomplete_event_size: int


def server_options(settings: ServiceSettings) -> ServerOptions:
    """How uvicorn runs the service with these settings."""
    files = _open_files()
    backlog = BACKLOG if files is None else max(1, min(BACKLOG, files // 10))
    return {
        "http": bounded(_limits(settings, files, backlog)),
        "backlog": backlog,
        "ws": "none",
        "log_config": None,
        "access_log": False,
        "h11_max_incomplete_event_size": LONGEST_HEAD,
    }


def _limits(settings: ServiceSettings, files: int | None, backlog: int) -> Limits:
    """The limits of the settings, lowered where the process may open too few files for them."""
    most = settings.connections
    if files is not None:
        most = min(most, max(_FEWEST, files - RESERVED - _GOES * backlog))
    return Limits(
        most,
        settings.connections_per_address,
        settings.header_seconds,
        settings.answer_seconds,
        settings.least_rate,
        # Whom uvicorn believes the addresses of others it passes on.
        networks(os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")),
    )


def _open_files() -> int | None:
    """How many files this process may have open at once, None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - a module of Unix alone

    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return None if most == resource.RLIM_INFINITY else most
