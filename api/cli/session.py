"""What every command of one run shares: the language of its messages, its settings, and the way to its store."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from api.cli import output
from api.ingest.own_files import decisions_path
from api.settings import Language, Settings
from graph.decisions.decisions import Decisions, read_decisions
from graph.errors import PlangraphError, StoreInUseError
from graph.messages.sentences import say, worded
from graph.stores.open import open_store
from graph.stores.protocol import Store

PATIENCE = 10.0
"""Seconds in which a command that writes waits for another program that does."""
_PAUSE = 0.1


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

    @contextmanager
    def reading(self, store: str) -> Iterator[Store]:
        """The store that is meant, opened so that nothing can be written."""
        opened = open_store(self.where(store), read_only=True)
        try:
            yield opened
        finally:
            opened.close()

    @contextmanager
    def writing(self, store: str, *, as_it_is: bool = False) -> Iterator[tuple[Store, Decisions]]:
        """The store that is meant, opened to be written, and the human decisions beside it.

        A graph that was built by other decisions or rules is built again first, unless asked for `as_it_is`. Where
        another program has the store open so, wait for it (`PATIENCE`); raises StoreInUseError if it does not end.
        """
        from api.ingest.up_to_date import keep_up  # noqa: PLC0415 - all that builds a graph is loaded only where one is written

        opened = _opened(self.where(store), time.monotonic() + PATIENCE)
        try:
            decisions = read_decisions(self.decisions_path(store))
            if not as_it_is and keep_up(opened, decisions):
                self.tell("rebuilt.by_others")
            yield opened, decisions
        finally:
            opened.close()

    def decisions_path(self, store: str) -> Path:
        """Where the decisions for the store stand; see `api.ingest.own_files`."""
        return decisions_path(self.where(store))


def _opened(where: str, deadline: float) -> Store:
    """The store, opened to be written as soon as no other program has it so."""
    while True:
        try:
            return open_store(where)
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
