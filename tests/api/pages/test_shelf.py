"""A page is made once in a state of the graph, and never kept beyond it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from starlette.testclient import TestClient

from api.pages.shelf import Made, Shelf
from tests.api.papers import NOTICE, TASK_LIST, write


def test_a_page_is_made_once() -> None:
    shelf = Shelf()
    made: list[str] = []

    def make() -> Made:
        made.append("page")
        return Made("村".encode())

    assert shelf.get(("a",), make) == shelf.get(("a",), make) == Made("村".encode())
    assert shelf.get(("b",), make) == Made("村".encode())
    assert len(made) == 2


def test_pages_that_are_too_many_or_too_large_are_made_again() -> None:
    shelf = Shelf(40)
    for number in range(5):
        page = Made(bytes([number] * 10))
        assert shelf.get((str(number),), partial(replace, page)) == page
    assert shelf.kept(("0",)) is None
    assert shelf.kept(("4",)) is not None
    assert len(shelf.get(("long",), lambda: Made(b"z" * 11))) == 11
    assert shelf.kept(("long",)) is None


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
