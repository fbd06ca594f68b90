"""One question over HTTP: it is asked of a whole state of the graph and answered in the form that the reader wants, to
programs and on pages alike.

A state has a name, which every answer bears in its entity tag: who has the answer of this state already gets 304.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, TypeVar
from urllib.parse import quote

from fastapi import Depends, Request
from starlette.responses import Response

from api.http.around.languages import language_of
from api.http.entity_tags import entity_tag, names, names_any
from api.http.filters import Filters
from api.http.library.cache import Cache
from api.http.library.finished import Finished
from api.http.library.library import Library, Snapshot
from api.http.paging import ListRows, Page, key_of, page
from api.settings import Language
from graph.stores.protocol import Store
from queries.caching import kept, uncached

JSON = "application/json"
Payload = TypeVar("Payload")
VARY = "Accept, Accept-Encoding, Accept-Language"
"""What of a request decides between the forms of an answer, beside its address."""


@dataclass(frozen=True, slots=True)
class Representation:
    """The form in which an answer is given, beside the language of the request (RFC 9110, 3.2).

    `day` is the one that it is seen from, "" where it does not matter. `key` is all that its bytes follow from beside
    the state of the graph: they are kept by it, and not at all where it is empty. `headers` are further ones. `viewer`
    names the session of the person whose name the answer bears, `template` the file of the office that it is made by.
    """

    media_type: str
    day: str = ""
    key: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    viewer: str = ""
    template: str = ""

    @property
    def subtype(self) -> str:
        """The media type without what stands before and behind: csv of text/csv; charset=utf-8."""
        return self.media_type.partition(";")[0].rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the endpoints see it."""

    request: Request
    library: Library
    finished: Cache[Finished]
    lang: Language

    def rows(self, filters: Filters, key: Sequence[str], find: Callable[[Store], ListRows], day: str = "") -> Response:
        """The page of a list that the filters ask for; `key` are the columns that together name a row, `day` is the one
        that it is seen from, "" where it does not matter.
        """
        return self.paged(filters.limit, filters.cursor, key, find, day)

    def paged(
        self, limit: int, cursor: str, key: Sequence[str], find: Callable[[Store], ListRows], day: str = ""
    ) -> Response:
        """A page of at most `limit` rows, where `cursor` leads to ("" for the first)."""

        def found(snapshot: Snapshot, question: str) -> Page[Mapping[str, object]]:
            rows = kept(snapshot.store, ("list", question), lambda: find(snapshot.store))
            return page(rows, key_of(key), question, limit, cursor)

        return self._page(found, day)

    def by_id(
        self, filters: Filters, find: Callable[[Store], Sequence[str]], fill: Callable[[Store, Sequence[str]], ListRows]
    ) -> Response:
        """The page of a long list whose rows are known by one id: `find` gives all ids, `fill` the rows of a page."""

        def found(snapshot: Snapshot, question: str) -> Page[Mapping[str, object]]:
            got = page(find(snapshot.store), lambda one: [one], question, filters.limit, filters.cursor)
            return Page(fill(snapshot.store, got.items), got.next, got.total)

        return self._page(found)

    def _page(self, find: Callable[[Snapshot, str], Page[Mapping[str, object]]], day: str = "") -> Response:
        """A page of the list that the address names, as `find` finds it."""
        params = sorted((k, v) for k, v in self.request.query_params.multi_items() if k not in {"limit", "cursor"})
        question = json.dumps([self.request.url.path, params, self.lang, *filter(None, [day])])

        def written(got: Page[Mapping[str, object]]) -> Finished:
            return _finished(to_json({"items": got.items, "next": got.next, "total": got.total}))

        return self.respond(Representation(JSON, day), lambda snapshot: find(snapshot, question), written)

    def json(self, find: Callable[[Store], object]) -> Response:
        """What is found, as JSON."""
        return self.answer(JSON, find, to_json)

    def answer(
        self,
        media_type: str,
        find: Callable[[Store], Payload],
        write: Callable[[Payload], str | bytes],
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """What is found in the graph, as `write` writes it."""
        form = Representation(media_type, headers=headers or {})
        return self.respond(form, lambda snapshot: find(snapshot.store), lambda found: _finished(write(found)))

    def whole(
        self,
        media_type: str,
        find: Callable[[Store], Payload],
        write: Callable[[Payload], str],
        headers: Mapping[str, str],
    ) -> Response:
        """What is long in the making, and follows from the state and the form alone: it is made once for all."""
        form = Representation(media_type, key=("whole", media_type), headers=headers)
        return self.respond(
            form, lambda snapshot: find(uncached(snapshot.store)), lambda found: _finished(write(found))
        )

    def respond(
        self, form: Representation, find: Callable[[Snapshot], Payload], write: Callable[[Payload], Finished]
    ) -> Response:
        """What is found in a state of the graph, as `write` writes it when others may change the graph again; 304 where
        the reader has it. Raises what `find` and `write` raise.
        """
        conditions = self.request.headers.getlist("if-none-match")
        with ExitStack() as turn:
            snapshot = turn.enter_context(self.library.reading())
            tag = entity_tag(snapshot.state, self.lang, form.day, form.subtype, form.viewer, form.template)
            told = {"ETag": tag, "Cache-Control": "no-cache", "Vary": VARY, **form.headers}
            if names(conditions, tag):
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)

            def make() -> Finished:
                found = find(snapshot)
                turn.close()
                return write(found)

            if form.key:
                made = self.finished.get((snapshot.state, *form.key), make, before_waiting=turn.close)
            else:
                made = make()
        if names_any(conditions):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)
        if made.name:
            told["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(made.name, safe='')}"
        return Response(made.content, headers=told, media_type=form.media_type)


def _finished(written: str | bytes) -> Finished:
    return Finished(written.encode() if isinstance(written, str) else written)


def to_json(value: object) -> str:
    """JSON as the command line prints it, in one line; what JSON cannot hold is escaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def asked(request: Request) -> Asked:
    """The question of this request."""
    library, finished = request.app.state.library, request.app.state.finished
    if not isinstance(library, Library) or not isinstance(finished, Cache):
        raise TypeError("the app has a library and a cache of finished answers")
    return Asked(request, library, finished, language_of(request))


async def _asked(request: Request) -> Asked:
    """The same, without a thread of its own."""
    return asked(request)


Question = Annotated[Asked, Depends(_asked)]
