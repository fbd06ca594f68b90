"""One page: asked of a whole state of the graph, filled into its template, answered with an entity tag."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends
from starlette.responses import RedirectResponse, Response

from api.ask.questions import Asker
from api.http.answers import Asked, Found, Question
from api.http.around.problems import STATUS
from api.pages import words
from api.pages.days import day_of
from api.pages.links import Links
from api.pages.shelf import Made, Shelf
from api.pages.templates import environment
from api.settings import Language
from api.words import words as program_words
from graph.errors import PlangraphError
from graph.stores.protocol import Store

HTML = "text/html; charset=utf-8"
Values = Mapping[str, object]


class ElsewhereError(Exception):
    """What was asked for stands on another page, at this address."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


Make = Callable[[], Made]
"""Makes a file of what was found; it asks the store nothing more, so that others may change the graph again."""


@dataclass(frozen=True, slots=True)
class View:
    """A request as the pages see it: `day` is the one that the reader looks from."""

    asked: Asked
    links: Links
    within: str
    typed_day: str

    @property
    def lang(self) -> Language:
        """The language of the page's own words."""
        return self.asked.lang

    @property
    def day(self) -> str:
        """The day that the reader looks from. Raises UsageError for what is none."""
        return day_of(self.typed_day)

    @property
    def can_write(self) -> bool:
        """Whether the service has a token, without which it only reads."""
        return bool(self.asked.request.app.state.secret)

    def asker(self, store: Store) -> Asker:
        """Who asks the questions of this page."""
        return Asker(store, self.within, self.lang)

    def say(self, key: str, **values: object) -> str:
        """The words of a key."""
        return words.say(self.lang, key, **values)

    def html(self, template: str, find: Callable[[Store], Values]) -> Response:
        """The page of a template, filled with what is found; an error has a page of its own."""
        try:
            return self._tagged(HTML, lambda store, tag: self._kept(template, find, store, tag), bytes)
        except ElsewhereError as elsewhere:
            return RedirectResponse(elsewhere.address, HTTPStatus.SEE_OTHER)
        except PlangraphError as error:
            return self._sorry(error)

    def refusal(self, status: int, sentence: str) -> Response:
        """The page that says why there is none."""
        return Response(self.fill("error.html", {"status": status, "sentence": sentence}), status, media_type=HTML)

    def file(self, media_type: str, find: Callable[[Store], Make], *, keep: bool = False) -> Response:
        """A file to take along. What is long in the making may be kept for those who ask the same of this state."""
        shelf, names = self._shelf(), []

        def found(store: Store, tag: str) -> Make:
            key = self._key(tag)
            if keep and (kept := shelf.kept(key)) is not None:
                return lambda: kept
            make = find(store)
            return (lambda: shelf.get(key, make)) if keep else make

        def written(make: Make) -> bytes:
            made = make()
            names.append(made.name)
            return made.content

        try:
            response = self._tagged(media_type, found, written)
        except ElsewhereError:
            return self.refusal(HTTPStatus.NOT_FOUND, self.say("error.unknown"))
        except PlangraphError as error:
            return self._sorry(error)
        for name in names:
            response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return response

    def _sorry(self, error: PlangraphError) -> Response:
        """The page of an error of the layers below."""
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
        return self.refusal(status, program_words.error(self.lang, words.as_labelled(self.lang, str(error))))

    def fill(self, template: str, values: Values) -> str:
        """The text of a template."""
        told: dict[str, object] = {
            "view": self,
            "lang": self.lang,
            "link": self.links,
            "t": self.say,
            "unread": partial(words.unread, self.lang),
            "column": partial(program_words.header, self.lang),
            "value": partial(program_words.value, self.lang),
        }
        return environment().get_template(template).render({**told, **values})

    def _kept(self, template: str, find: Callable[[Store], Values], store: Store, tag: str) -> bytes:
        """The page of a template in the state that a tag names, made once."""
        return self._shelf().get(self._key(tag), lambda: Made(self.fill(template, find(store)).encode())).content

    def _shelf(self) -> Shelf:
        shelf = self.asked.request.app.state.shelf
        if not isinstance(shelf, Shelf):
            raise TypeError("the app has a shelf of pages")
        return shelf

    def _key(self, tag: str) -> tuple[str, ...]:
        """All that an answer follows from, in the state that a tag names."""
        url = self.asked.request.url
        return tag, self.links.root, url.path, url.query

    def _tagged(
        self, media_type: str, find: Callable[[Store, str], Found], write: Callable[[Found], bytes]
    ) -> Response:
        """What is found, as `write` writes it, unless the reader has it already: as it was in this state of the graph,
        on this day. `find` is given the store and the entity tag.
        """
        with self.asked.library.reading() as snapshot:
            tag = f'W/"{snapshot.state}-{self.lang}-{self.day}-{media_type.partition(";")[0].rpartition("/")[2]}"'
            told = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
            known = self.asked.request.headers.get("if-none-match", "")
            if tag in {one.strip() for one in known.split(",")}:
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)
            found = find(snapshot.store, tag)
        return Response(write(found), headers=told, media_type=media_type)


def view(asked: Asked) -> View:
    """The page of this request, narrowed to the place and seen from the day that it names."""
    params = asked.request.query_params
    return View(asked, Links.of(asked.request), params.get("in", "")[:200], params.get("as_of", "")[:40])


async def _view(asked: Question) -> View:
    """The same, without a thread of its own."""
    return view(asked)


Viewing = Annotated[View, Depends(_view)]
