"""One question over HTTP: it is asked of a whole state of the graph and answered in the form that the reader wants.

A state has a name, which every answer bears as its entity tag: who has the answer of this state already gets 304.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from starlette.responses import Response

from api.http.around.languages import language_of
from api.http.filters import Filters
from api.http.library.library import Library, Snapshot
from api.http.paging import Page, Rows, key_of, page
from api.settings import Language
from graph.stores.protocol import Store

JSON = "application/json"
Found = TypeVar("Found")
VARY = "Accept, Accept-Encoding, Accept-Language"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the endpoints see it."""

    request: Request
    library: Library
    lang: Language

    def rows(self, filters: Filters, key: Sequence[str], find: Callable[[Store], Rows]) -> Response:
        """The page of a list that the filters ask for; `key` are the columns that together name a row."""
        return self.paged(filters.limit, filters.cursor, key, find)

    def paged(self, limit: int, cursor: str, key: Sequence[str], find: Callable[[Store], Rows]) -> Response:
        """A page of at most `limit` rows, where `cursor` leads to ("" for the first)."""

        def found(snapshot: Snapshot, question: str) -> Page[Mapping[str, object]]:
            rows = snapshot.rows.get(question, lambda: find(snapshot.store))
            return page(rows, key_of(key), question, limit, cursor)

        return self._page(found)

    def by_id(
        self, filters: Filters, find: Callable[[Store], Sequence[str]], fill: Callable[[Store, Sequence[str]], Rows]
    ) -> Response:
        """The page of a long list whose rows are known by one id: `find` gives all ids, `fill` the rows of a page."""

        def found(snapshot: Snapshot, question: str) -> Page[Mapping[str, object]]:
            got = page(find(snapshot.store), lambda one: [one], question, filters.limit, filters.cursor)
            return Page(fill(snapshot.store, got.items), got.next, got.total)

        return self._page(found)

    def _page(self, find: Callable[[Snapshot, str], Page[Mapping[str, object]]]) -> Response:
        """A page of the list that the address names, as `find` finds it."""
        params = sorted((k, v) for k, v in self.request.query_params.multi_items() if k not in {"limit", "cursor"})
        question = json.dumps([self.request.url.path, params, self.lang])

        def written(got: Page[Mapping[str, object]]) -> str:
            return to_json({"items": got.items, "next": got.next, "total": got.total})

        return self._answer(JSON, lambda snapshot: find(snapshot, question), written)

    def json(self, find: Callable[[Store], object]) -> Response:
        """What is found, as JSON."""
        return self.answer(JSON, find, to_json)

    def answer(
        self,
        media_type: str,
        find: Callable[[Store], Found],
        write: Callable[[Found], str | bytes],
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """What is found in the graph, as `write` writes it, when others may change the graph again."""
        return self._answer(media_type, lambda snapshot: find(snapshot.store), write, headers)

    def whole(
        self, media_type: str, find: Callable[[Store], Found], write: Callable[[Found], str], headers: Mapping[str, str]
    ) -> Response:
        """What is long in the making, and follows from the state and the form alone: it is made once for all."""

        def found(snapshot: Snapshot) -> str:
            return snapshot.texts.get(media_type, lambda: write(find(snapshot.store)))

        return self._answer(media_type, found, str, headers)

    def _answer(
        self,
        media_type: str,
        find: Callable[[Snapshot], Found],
        write: Callable[[Found], str | bytes],
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        with self.library.reading() as snapshot:
            tag = self._tag(snapshot, media_type)
            told = {"ETag": tag, "Cache-Control": "no-cache", "Vary": VARY, **(headers or {})}
            if self._has(tag):
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)
            found = find(snapshot)
        return Response(write(found), headers=told, media_type=media_type)

    def _tag(self, snapshot: Snapshot, media_type: str) -> str:
        subtype = media_type.partition(";")[0].rpartition("/")[2]
        return f'W/"{snapshot.state}-{self.lang}-{subtype}"'

    def _has(self, tag: str) -> bool:
        """Whether the reader says that it has this answer."""
        return tag in {one.strip() for one in self.request.headers.get("if-none-match", "").split(",")}


def to_json(value: object) -> str:
    """JSON as the command line prints it, in one line; what JSON cannot hold is escaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def asked(request: Request) -> Asked:
    """The question of this request."""
    library = request.app.state.library
    if not isinstance(library, Library):
        raise TypeError("the app has a library")
    return Asked(request, library, language_of(request))


async def _asked(request: Request) -> Asked:
    """The same, without a thread of its own."""
    return asked(request)


Question = Annotated[Asked, Depends(_asked)]
