"""What every command of one run shares: the language of its messages, its settings, and the way to its store."""

import getpass
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli import output
from api.settings import Language, Settings
from graph.errors import PlangraphError, StoreError, StoreInUseError
from graph.history.entries import Act, Deed
from graph.messages.sentences import say, worded
from graph.stores.kinds import in_file
from graph.stores.open import is_noted, open_again, open_store
from graph.stores.protocol import Store

if TYPE_CHECKING:
    from api.ingest.upkeep.up_to_date import Upkeep

PATIENCE = 10.0
"""Seconds in which a command that writes waits for another program that does."""
_PAUSE = 0.1
NAMED = 5
"""Files that a sentence names before it only counts them."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program."""

    lang: Language
    settings: Settings

    def tell(self, key: str, **values: object) -> None:
        """Write the sentence of this key on stderr."""
        output.tell(say(self.lang, key, **values))

    def sentence(self, error: PlangraphError) -> str:
        """The error's sentence in the reader's language."""
        return worded(self.lang, error.message)

    def where(self, store: str) -> str:
        """The store that is meant: the one named, else that of the settings."""
        return store or self.settings.store

    @property
    def base_iri(self) -> str:
        """What names of things begin with in RDF. Raises UsageError where it is set to what is none."""
        from graph.exports.rdf.names import checked_base  # noqa: PLC0415 - few commands need it

        return checked_base(self.settings.base_iri)

    @contextmanager
    def reading(self, store: str) -> Iterator[Store]:
        """The store that is meant, opened so that nothing can be written."""
        opened = open_store(self.where(store), read_only=True)
        try:
            yield opened
        finally:
            opened.close()

    @contextmanager
    def writing(
        self,
        store: str,
        act: Act = "other",
        *,
        who: str = "",
        as_it_is: bool = False,
        new: bool = False,
        again: bool = False,
    ) -> Iterator[Store]:
        """The store that is meant, opened to be written, its graph brought up to date unless asked for `as_it_is`; made
        where there is none only if it may be `new`, and made `again` where it is damaged. The history notes what
        changes as this act of `who`, else of the person at the login.

        Where another program has the store open so, wait for it (`PATIENCE`). Raises StoreInUseError if that does not
        end, StoreError where there is no store.
        """
        # All that builds a graph is loaded only where one is written.
        from api.ingest.upkeep.up_to_date import keep_up  # noqa: PLC0415
        from graph.history.noting import noting  # noqa: PLC0415

        where = self.where(store)
        if not new and in_file(where) and not Path(where).exists() and not is_noted(where):
            raise StoreError("store.missing", path=where)
        opened = _opened(open_again if again else open_store, where, time.monotonic() + PATIENCE)
        try:
            noted = noting(opened, Deed(who or author(os.environ), act))
            if not as_it_is:
                self.tell_upkeep(keep_up(noted))
            yield noted
        finally:
            opened.close()

    def tell_upkeep(self, done: "Upkeep") -> None:
        """Say what was done to bring a graph up to date."""
        if done.backed_up:
            self.tell("upkeep.backed_up", path=done.backed_up)
        if done.taken_in:
            self.tell("upkeep.taken_in", path=done.taken_in)
        for one in done.left_out:
            self.tell("upkeep.left_out", verdict=one.verdict, one=one.names[0], other=one.names[1])
        if done.recovered:
            again = done.recovered
            self.tell("upkeep.recovered", files=len(again.files), decisions=again.decisions, reports=again.reports)
        if done.recovered.missing:
            missing = done.recovered.missing
            self.tell("upkeep.missing", number=len(missing), names=named(self.lang, missing))
        if done.register:
            self.tell("upkeep.register", path=done.register)
        if done.rebuilt:
            self.tell("rebuilt.by_others")
        if done.read_again:
            self.tell("upkeep.read_again", number=len(done.read_again))
        if done.waiting:
            self.tell("upkeep.waiting", number=len(done.waiting), names=named(self.lang, done.waiting))


def named(lang: Language, files: Sequence[str]) -> str:
    """The names of the first files, and how many there are where these are not all."""
    names = say(lang, "loaded.between").join(files[:NAMED])
    return names if len(files) <= NAMED else say(lang, "loaded.and_others", names=names, number=len(files))


def author(environment: Mapping[str, str]) -> str:
    """Who changes something: PLANGRAPH_USER, else the name of the login, "" where the system knows none."""
    try:
        return environment.get("PLANGRAPH_USER", "").strip() or getpass.getuser()
    except (OSError, KeyError):
        return ""


def _opened(opening: Callable[[str], Store], where: str, deadline: float) -> Store:
    """The store, opened to be written as soon as no other program has it so."""
    while True:
        try:
            return opening(where)
        except StoreInUseError:
            if time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE)


def session(context: typer.Context) -> Session:
    """The session that `api.cli.program.main` gave to this command."""
    found = context.obj
    if not isinstance(found, Session):
        raise TypeError("a command runs in a Session")
    return found
