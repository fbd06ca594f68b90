"""A free question has a limit of time and one of bytes, and runs no module of the folder in which it is asked."""

from pathlib import Path

import pytest

from api.ask.free_question import answer
from graph.errors import StoreError, UsageError
from graph.stores.open import DEFAULT_STORE
from tests.api.conftest import Program

pytestmark = pytest.mark.slow
PRODUCT = "MATCH (a), (b), (c), (d), (e) WHERE a.id < b.id AND b.id < c.id AND d.id <> e.id RETURN count(DISTINCT a.id)"


@pytest.mark.usefixtures("loaded")
def test_the_rows_come_as_the_store_has_them() -> None:
    asked = "MATCH (t:Task) RETURN count(t) AS tasks, 1.5 AS half, '县' AS name, ['a', 'b'] AS list, true AS yes"
    assert answer(DEFAULT_STORE, asked, "zh") == [
        {"tasks": 33, "half": 1.5, "name": "县", "list": ["a", "b"], "yes": True}
    ]


@pytest.mark.usefixtures("loaded")
def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(UsageError, match="longer than 2"):
        answer(DEFAULT_STORE, PRODUCT, "zh", seconds=2)


@pytest.mark.usefixtures("loaded")
def test_what_gives_too_much_is_broken_off() -> None:
    long = "UNWIND range(1, 30) AS x RETURN repeat('a', 100000) + cast(x AS STRING) AS text"
    assert len(answer(DEFAULT_STORE, long, "zh", megabytes=4)) == 30
    with pytest.raises(UsageError, match="longer than 1 MB"):
        answer(DEFAULT_STORE, long, "zh", megabytes=1)


@pytest.mark.usefixtures("loaded")
def test_errors_are_told_as_they_are_elsewhere() -> None:
    with pytest.raises(UsageError, match="只能提问"):
        answer(DEFAULT_STORE, "CREATE (n:Task)", "zh")
    with pytest.raises(StoreError, match="There is no store"):
        answer("nothing.lbug", "RETURN 1", "en")


def test_no_module_of_the_working_folder_is_run(loaded: Program, home: Path) -> None:
    for name in ("json.py", "signal.py", "ladybug.py", "api/__init__.py", "graph.py"):
        path = home / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("open('RAN', 'w'); raise SystemExit(1)\n", encoding="utf-8")
    run = loaded("cypher", "MATCH (t:Task) RETURN count(t) AS tasks", "--json")
    assert (run.code, run.out) == (0, '[\n{"tasks": 33}\n]\n')
    assert not (home / "RAN").exists()
