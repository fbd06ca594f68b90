"""Requests at a constant rate, each sent when its time has come, whether or not the earlier ones are answered.

Users do not wait for one another, so neither does this generator (an open model): a slow answer keeps no later request
back, and the time of an answer counts from when its request was due, not from when it could be sent. The tools at hand
do otherwise: wrk, hey, ab, locust and autocannon have so many connections or users, each of which waits for its answer
before it asks again, and under a load that is too high they ask less. aiohttp sends and reads; the clock is ours.
"""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass

import aiohttp

PATIENCE = 10.0
"""Seconds after which an answer that has not come counts as an error."""
BROWSER = {"Accept-Encoding": "gzip", "Accept-Language": "zh"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: `kind` names it among others of its sort."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: `late` are the seconds after which it was sent, `seconds` those after which the last byte
    of its answer was here, both counted from when it was due; `fault` is "" or why it is an error.
    """

    kind: str
    late: float
    seconds: float
    fault: str


def answers(base: str, requests: Iterable[Request], rate: float) -> list[Answer]:
    """The answers of the service at `base` to requests that come at this rate (a second)."""
    return asyncio.run(_all(base, requests, rate))


async def _all(base: str, requests: Iterable[Request], rate: float) -> list[Answer]:
    patience = aiohttp.ClientTimeout(total=PATIENCE)
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(
        base, timeout=patience, connector=connector, headers=BROWSER, auto_decompress=False
    ) as session:
        begun = time.perf_counter()
        under_way = []
        for number, request in enumerate(requests):
            due = begun + number / rate
            if (early := due - time.perf_counter()) > 0:
                await asyncio.sleep(early)
            under_way.append(asyncio.create_task(_one(session, request, due)))
        return await asyncio.gather(*under_way)


async def _one(session: aiohttp.ClientSession, request: Request, due: float) -> Answer:
    late = time.perf_counter() - due
    try:
        async with session.get(request.path, allow_redirects=False) as response:
            await response.read()
            fault = "" if response.ok else f"status {response.status}"
    except (aiohttp.ClientError, TimeoutError) as error:
        fault = type(error).__name__
    return Answer(request.kind, late, time.perf_counter() - due, fault)
