"""One page: asked of a whole state of the graph, filled into its template, answered with an entity tag."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends
from starlette.responses import RedirectResponse, Response

from api.ask.questions import Asker
from api.http.access.people import Person, access_of
from api.http.access.tokens import Role
from api.http.answers import VARY, Asked, Question, Representation
from api.http.around.paths import told_of
from api.http.around.problems import STATUS
from api.http.library.finished import Finished
from api.pages.days import day_of
from api.pages.links import Links
from api.pages.templates import environment
from api.settings import Language
from api.words import words
from graph.errors import PlangraphError
from graph.messages.sentences import reason_words, say, worded
from graph.stores.protocol import Store
from queries.lineage import notes
from queries.reasons import sentence

HTML = "text/html; charset=utf-8"
_FIELDS = {
    "as_of": "site.as_of",
    "due_after": "tasks.due_after",
    "due_before": "tasks.due_before",
    "in_force": "count.in_force",
    "period": "load.period",
}
"""Parameters of addresses that are days or periods, with the words of their fields."""
Values = Mapping[str, object]


class ElsewhereError(Exception):
    """What was asked for stands on another page, at this address."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


Make = Callable[[], Finished]
"""Makes a file of what was found; it asks the store nothing more, so that others may change the graph again."""


@dataclass(frozen=True, slots=True)
class View:
    """A request as the pages see it: `day` is the one that the reader looks from, `person` who signed in."""

    asked: Asked
    links: Links
    within: str
    typed_day: str
    person: Person | None = None

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
        return access_of(self.asked.request).tokens.configured

    @property
    def examples(self) -> bool:
        """Whether the service shows the example papers, as nothing else was loaded."""
        return bool(self.asked.request.app.state.examples)

    def may(self, role: Role) -> bool:
        """Whether who signed in may do what needs a role."""
        return access_of(self.asked.request).may(self.person, role)

    def asker(self, store: Store) -> Asker:
        """Who asks the questions of this page."""
        return Asker(store, self.within, self.lang)

    def say(self, key: str, **values: object) -> str:
        """The words of a key."""
        return say(self.lang, key, **values)

    def html(self, template: str, find: Callable[[Store], Values]) -> Response:
        """The page of a template, filled with what is found; an error has a page of its own."""
        try:
            return self.asked.respond(
                self._form(HTML, keep=True),
                lambda snapshot: find(snapshot.store),
                lambda values: Finished(self.fill(template, values).encode()),
            )
        except ElsewhereError as elsewhere:
            return RedirectResponse(elsewhere.address, HTTPStatus.SEE_OTHER)
        except PlangraphError as error:
            return self.sorry(error)

    def refusal(self, status: int, sentence: str) -> Response:
        """The page that says why there is none."""
        return Response(self.fill("error.html", {"status": status, "sentence": sentence}), status, media_type=HTML)

    def file(
        self, media_type: str, find: Callable[[Store], Make], *, keep: bool = False, template: str = ""
    ) -> Response:
        """A file to take along. What is long in the making may be kept for those who ask the same of this state;
        `template` names the file of the office that it is made by.
        """
        try:
            form = replace(self._form(media_type, keep=keep), template=template)
            return self.asked.respond(form, lambda snapshot: find(snapshot.store), lambda make: make())
        except ElsewhereError:
            return self.refusal(HTTPStatus.NOT_FOUND, self.say("error.unknown"))
        except PlangraphError as error:
            return self.sorry(error)

    def sorry(self, error: PlangraphError) -> Response:
        """The page of an error of the layers below."""
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
        labels = {name: self.say(key) for name, key in _FIELDS.items()}
        return self.refusal(status, worded(self.lang, words.renamed(told_of(error), labels)))

    def fill(self, template: str, values: Values) -> str:
        """The text of a template."""
        told: dict[str, object] = {
            "view": self,
            "lang": self.lang,
            "link": self.links,
            "t": self.say,
            "reason": partial(reason_words, self.lang),
            "load_reason": partial(sentence, self.lang),
            "note": partial(notes, self.lang),
            "column": partial(words.header, self.lang),
            "value": partial(words.value, self.lang),
        }
        return environment().get_template(template).render({**told, **values})

    def _form(self, media_type: str, *, keep: bool) -> Representation:
        """The form of this answer; where it is kept, by all that it follows from. Raises UsageError for a bad day."""
        url, day = self.asked.request.url, self.day
        viewer = self.person.key if self.person else ""
        key = (self.lang, day, media_type, self.links.root, url.path, url.query, viewer) if keep else ()
        own = {"Cache-Control": "private, no-cache"} if viewer else {}
        return Representation(media_type, day, key, {"Vary": f"{VARY}, Cookie", **own}, viewer)


def view(asked: Asked) -> View:
    """The page of this request, narrowed to the place and seen from the day that it names."""
    params = asked.request.query_params
    person = access_of(asked.request).signed_in(asked.request)
    return View(asked, Links.of(asked.request), params.get("in", "")[:200], params.get("as_of", "")[:40], person)


async def _view(asked: Question) -> View:
    """The same, without a thread of its own."""
    return view(asked)


Viewing = Annotated[View, Depends(_view)]
