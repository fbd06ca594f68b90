"""Tries every action at many points and prints a table of what was wrong.

usage: python -m tests.faults.run [ACTION…] [--neo4j] [--points 200] [--losses 100] [--again 1] [--jobs 1] [--rows FILE]

With `--neo4j` the actions are those on a server of this run, one at a time, and the calls what is sent to it.

Each row of `--rows` is a point that was tried, as JSON, with all that is needed to try it again. The folder of the
work should lie in memory (`/dev/shm`, where there is one): nothing is lost with it.
"""

import json
import os
import secrets
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from queue import Empty, SimpleQueue

from graph.stores.neo4j.address import PASSWORD
from tests.faults.actions import available
from tests.faults.driven import Tried, driving
from tests.faults.on_server import SERVER_NAMES
from tests.faults.shim import compiled
from tests.neo4j.server import Server

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it


def main() -> None:
    """Try what the command line asks for, and end with 1 where anything was wrong."""
    asked = ArgumentParser(description="Let calls that change files fail at many points, and judge what is left.")
    asked.add_argument("actions", nargs="*")
    asked.add_argument("--neo4j", action="store_true", help="on a Neo4j server of this run")
    asked.add_argument("--points", type=int, default=200, help="points an action")
    asked.add_argument("--losses", type=int, default=100, help="losses of power an action")
    asked.add_argument("--again", type=int, default=1, help="at every so many points the action is done again")
    asked.add_argument("--jobs", type=int, default=1, help="actions that are tried at the same time")
    asked.add_argument("--rows", type=Path, help="a file for all that was tried, a JSON object a line")
    asked.add_argument("--folder", type=Path, default=_MEMORY if _MEMORY.is_dir() else None)
    given = asked.parse_args()
    known = SERVER_NAMES if given.neo4j else available()
    if unknown := [action for action in given.actions if action not in known]:
        asked.error(f"no such action: {', '.join(unknown)} (there are: {', '.join(known)})")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plangraph-faults-", dir=given.folder)))
        rows = stack.enter_context(given.rows.open("w", encoding="utf-8")) if given.rows else None
        waiting: SimpleQueue[str] = SimpleQueue()
        for action in given.actions or known:
            waiting.put(action)
        server = stack.enter_context(serving(folder / "neo4j")) if given.neo4j else ""
        tried: list[Tried] = []

        def work(number: int) -> None:
            """Try actions in a folder of its own until none waits."""
            base = folder / str(number)
            base.mkdir()
            with driving(shim, base) as driver, suppress(Empty):
                while True:
                    for one in driver.tried(waiting.get(block=False), given.points, given.losses, given.again, server):
                        tried.append(one)
                        if rows:
                            print(json.dumps(asdict(one), ensure_ascii=False), file=rows, flush=True)

        shim = compiled(folder)
        jobs = 1 if given.neo4j else given.jobs
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(work, range(jobs)))
    for line in table(tried):
        print(line)  # noqa: T201 - a program for the command line
    raise SystemExit(any(one.wrong for one in tried))


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of a server, its data in a folder, its password in the environment, until the end of the block."""
    home.mkdir()
    server = Server(home, secrets.token_urlsafe(12))
    server.start()
    os.environ[PASSWORD] = server.password
    try:
        yield server.address
    finally:
        server.kill()


def table(tried: Iterable[Tried]) -> Iterator[str]:
    """A line an action and kind of fault: how many were tried, how many were wrong, in what, and the first of them."""
    yield "| action | calls | fault | tried | wrong | what | first |"
    yield "|---|---|---|---|---|---|---|"
    groups: dict[tuple[str, str], list[Tried]] = {}
    for one in tried:
        groups.setdefault((one.action, one.fault), []).append(one)
    for (action, fault), rows in sorted(groups.items()):
        wrong = [one for one in rows if one.wrong]
        kinds = Counter(kind for one in wrong for kind in one.kinds)
        what = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
        first = min(wrong, key=lambda one: one.at, default=None)
        where = f"{first.at}: {first.met[:2]}{first.met.rpartition('/')[2]}" if first else ""
        yield f"| {action} | {rows[0].calls} | {fault} | {len(rows)} | {len(wrong)} | {what} | {where} |"


if __name__ == "__main__":
    main()
