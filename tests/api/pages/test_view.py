"""What a page or a file keeps others from, and what not; which readers get the same one."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

from starlette.requests import Request
from starlette.testclient import TestClient

from api.app import create_app
from api.http.answers import asked
from api.http.library.finished import Finished
from api.http.library.library import Library
from api.ingest.loading.load import load
from api.pages.view import view
from api.serving import ServiceSettings
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.api.papers import NOTICE, TASK_LIST, write


def request_of(library: Library) -> Request:
    """A plain question to the service."""
    app = create_app(ServiceSettings(store=library.where), library)
    scope = {"type": "http", "method": "GET", "path": "/", "root_path": "", "query_string": b"", "headers": []}
    return Request(scope | {"app": app, "scheme": "http", "server": ("localhost", 80)})


def is_changed(library: Library) -> bool:
    """Whether another thread can change the graph now."""

    def change() -> None:
        with library.writing() as store:
            store.replace(Facts(), Facts())

    other = Thread(target=change)
    other.start()
    other.join(10)
    return not other.is_alive()


def test_a_file_is_made_when_others_may_change_the_graph_again() -> None:
    with closing(Library(open_store(":memory:"))) as library:

        def make() -> Finished:
            return Finished(b"changed" if is_changed(library) else b"waiting", "a.txt")

        response = view(asked(request_of(library))).file("text/plain", lambda _: make)
    assert response.body == b"changed"
    assert response.headers["content-disposition"].endswith("a.txt")


def test_who_waits_for_a_file_that_another_makes_keeps_no_change_out() -> None:
    with closing(Library(open_store(":memory:"))) as library:
        request, begun, let = request_of(library), Event(), Event()
        made: list[str] = []

        def make() -> Finished:
            made.append("file")
            begun.set()
            assert let.wait(10)
            return Finished(b"once")

        def get() -> bytes:
            return bytes(view(asked(request)).file("text/plain", lambda _: make, keep=True).body)

        with ThreadPoolExecutor(4) as pool:
            first = pool.submit(get)
            assert begun.wait(10)
            others = [pool.submit(get) for _ in range(3)]
            assert is_changed(library)
            let.set()
        assert {one.result() for one in (first, *others)} == {b"once"}
    assert made == ["file"]


def test_a_page_is_made_once_in_a_state_and_again_when_the_graph_has_changed(tmp_path: Path) -> None:
    with closing(Library(open_store(str(tmp_path / "s.lbug")))) as library:
        page, made = view(asked(request_of(library))), []

        def find(_store: Store) -> Mapping[str, object]:
            made.append("page")
            return {"status": 200, "sentence": "村"}

        assert page.html("error.html", find).body == page.html("error.html", find).body
        assert made == ["page"]
        with library.writing() as store:
            load(store, [write(tmp_path, "a.txt", NOTICE)])
        page.html("error.html", find)
        assert made == ["page", "page"]


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
