"""What every command of one run shares: the language of its messages, its settings, and the way to its store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import typer

from api import output, words
from api.settings import Language, Settings
from graph.errors import PlangraphError
from graph.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program."""

    lang: Language
    settings: Settings

    def tell(self, key: str, **values: object) -> None:
        """Write the sentence of this key on stderr."""
        output.tell(words.say(self.lang, key, **values))

    def sentence(self, error: PlangraphError) -> str:
        """The error's sentence in the reader's language."""
        return words.error(self.lang, str(error))

    @contextmanager
    def reading(self, store: str) -> Iterator[Store]:
        """The store of this name (of the settings where it is ""), opened so that nothing can be written."""
        opened = open_store(store or self.settings.store, read_only=True)
        try:
            yield opened
        finally:
            opened.close()


def session(context: typer.Context) -> Session:
    """The session that `api.cli.main` gave to this command."""
    found = context.obj
    if not isinstance(found, Session):
        raise TypeError("a command runs in a Session")
    return found
