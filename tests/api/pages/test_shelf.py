"""A page is made once in a state of the graph, and never kept beyond it."""

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from api.pages.shelf import Shelf
from tests.api.papers import NOTICE, TASK_LIST, write


def test_a_page_is_made_once() -> None:
    shelf = Shelf()
    made: list[str] = []

    def make() -> str:
        made.append("page")
        return "村"

    assert shelf.get(("a",), make) == shelf.get(("a",), make) == "村".encode()
    assert shelf.get(("b",), make) == "村".encode()
    assert len(made) == 2


def test_pages_that_are_too_many_or_too_large_are_made_again() -> None:
    shelf = Shelf(10)
    assert shelf.get(("a",), lambda: "x" * 8) == b"x" * 8
    assert shelf.get(("b",), lambda: "y" * 8) == b"y" * 8
    assert shelf.get(("a",), lambda: "new") == b"new"
    assert shelf.get(("c",), lambda: "z" * 99) == b"z" * 99


def test_readers_of_other_papers_languages_and_days_get_other_pages(
    tmp_path: Path, reading: Callable[..., TestClient]
) -> None:
    reader = reading(write(tmp_path, "a.txt", NOTICE))
    other = reading(write(tmp_path, "b.txt", TASK_LIST))
    pages = {
        reader.get("/tasks").text,
        reader.get("/tasks", params={"lang": "en"}).text,
        reader.get("/tasks", headers={"Accept-Language": "en"}).text,
        reader.get("/tasks", params={"as_of": "2021-12-01"}).text,
        other.get("/tasks").text,
    }
    assert len(pages) == 5
