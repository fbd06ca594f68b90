"""What a page or a file keeps others from, and what not."""

from contextlib import closing
from threading import Thread

from starlette.requests import Request

from api.app import create_app
from api.http.answers import asked
from api.http.library.library import Library
from api.pages.shelf import Made
from api.pages.view import view
from api.serving import ServiceSettings
from graph.facts import Facts
from graph.stores.open import open_store


def request_of(library: Library) -> Request:
    """A plain question to the service."""
    app = create_app(ServiceSettings(store=library.where), library)
    scope = {"type": "http", "method": "GET", "path": "/", "root_path": "", "query_string": b"", "headers": []}
    return Request(scope | {"app": app, "scheme": "http", "server": ("localhost", 80)})


def test_a_file_is_made_when_others_may_change_the_graph_again() -> None:
    with closing(Library(open_store(":memory:"))) as library:

        def change() -> None:
            with library.writing() as store:
                store.replace(Facts(), Facts())

        def make() -> Made:
            other = Thread(target=change)
            other.start()
            other.join(10)
            return Made(b"waiting" if other.is_alive() else b"changed", "a.txt")

        response = view(asked(request_of(library))).file("text/plain", lambda _: make)
    assert response.body == b"changed"
    assert response.headers["content-disposition"].endswith("a.txt")
