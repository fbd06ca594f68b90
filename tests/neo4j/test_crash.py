"""What is left when a program or the server dies in the middle of a load: each change wholly in, or not at all."""

import secrets
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from neo4j import Driver

from graph.errors import StoreError
from graph.facts import Facts
from graph.stores.neo4j.address import PASSWORD, read_address
from graph.stores.neo4j.setup import connect
from graph.stores.neo4j.writer import Writer
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.state import read_state
from tests.graph.examples import edge, facts, node
from tests.neo4j.fixtures import started
from tests.neo4j.server import Server

TASKS = 700


def change(number: int) -> Facts:
    """A unit with its tasks."""
    unit = node("Unit", f"u{number:03}")
    tasks = [node("Task", f"{number:03}-{n:04}") for n in range(TASKS)]
    return facts(unit, *tasks, *(edge("LEADS", unit, task) for task in tasks))


def whole_changes(store: Store) -> int:
    """How many changes are in; fails where one is in by half."""
    units = store.read("MATCH (u:Unit) RETURN count(u) AS n")[0]["n"]
    assert isinstance(units, int)
    assert store.read("MATCH (t:Task) RETURN count(t) AS n") == [{"n": units * TASKS}]
    assert store.read("MATCH (:Unit)-[r:LEADS]->(:Task) RETURN count(r) AS n") == [{"n": units * TASKS}]
    return units


@pytest.mark.parametrize("moment", [0.0, 0.3, 0.9, 1.5])
def test_a_program_killed_while_it_writes_leaves_each_change_wholly_in_or_out(
    neo4j: str, root: Path, moment: float
) -> None:
    code = """
        import sys
        from graph.facts import Facts
        from graph.stores.open import open_store
        from tests.neo4j.test_crash import change
        store = open_store(sys.argv[1])
        print("open", flush=True)
        for number in range(100):
            store.replace(Facts(), change(number))
    """
    command = [sys.executable, "-c", textwrap.dedent(code), neo4j]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        time.sleep(moment)
        program.kill()
    with closing(open_store(neo4j)) as store:
        done = whole_changes(store)
        assert read_state(store).number == done
        store.replace(Facts(), change(100))
        assert whole_changes(store) == done + 1


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of our own, to be killed; its password in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        server = started(Server(tmp_path_factory.mktemp("crash"), secrets.token_urlsafe(12)))
        patch.setenv(PASSWORD, server.password)
        yield server
        server.kill()
        shutil.rmtree(server.home)


def test_a_server_killed_while_it_writes_has_each_change_wholly_in_or_out_when_it_runs_again(server: Server) -> None:
    failed: list[str] = []
    committed: list[int] = []

    def write(store: Store) -> None:
        try:
            for number in range(100):
                store.replace(Facts(), change(number))
                committed.append(number)
        except StoreError as error:
            failed.append(str(error))

    store = open_store(server.address)
    writing = threading.Thread(target=write, args=(store,))
    writing.start()
    while len(committed) < 2:
        time.sleep(0.05)
    time.sleep(0.1)
    server.kill()
    writing.join(timeout=60)
    assert failed
    assert server.address in failed[0]

    server.start()
    with pytest.raises(StoreError):  # the right to write went with the old server, and another may have taken it
        store.replace(Facts(), change(101))
    store.close()
    with closing(open_store(server.address)) as again:
        assert len(committed) <= whole_changes(again) <= len(committed) + 1
        again.replace(Facts(), change(100))


def test_a_server_killed_while_a_program_waits_for_the_right_to_write_is_a_sentence(server: Server) -> None:
    told: list[BaseException] = []

    def wait(driver: Driver) -> None:
        try:
            Writer(server.address, driver, None)
        except StoreError as error:
            told.append(error)

    open_store(server.address).close()  # the schema by which one waits for the other
    with closing(connect(server.address, read_address(server.address))) as driver:
        holder = Writer(server.address, driver, None)
        waiting = threading.Thread(target=wait, args=(driver,))
        waiting.start()
        time.sleep(1)
        server.kill()
        waiting.join(timeout=150)  # it may first look for other servers
        assert len(told) == 1
        assert server.address in str(told[0])
        holder.release()
    server.start()


def test_a_server_that_only_reads_is_asked_and_refuses_to_be_written(server: Server) -> None:
    server.stop()
    server.settings = "server.databases.default_to_read_only=true\n"
    server.start()
    with closing(open_store(server.address, read_only=True)) as store:
        assert whole_changes(store)
    with pytest.raises(StoreError, match="cannot be written: its server only reads"):
        open_store(server.address)
