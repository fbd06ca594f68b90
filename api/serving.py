"""Settings of the service, and the store that it serves."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from limits import parse
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.http.access.tokens import SHORTEST, Tokens
from api.http.emptying import emptied_daily
from api.http.library.lending import LentStore, lending
from api.http.library.library import Library
from api.ingest.loading.load import load
from api.ingest.upkeep.up_to_date import Upkeep, keep_up
from api.uploads.journal import settle
from graph.errors import UsageError, reason_of
from graph.exports.rdf.names import DEFAULT_BASE, checked_base
from graph.history.entries import Deed
from graph.history.noting import noting
from graph.messages.message import message
from graph.stores.kinds import in_file
from graph.stores.open import DEFAULT_STORE, open_store

PROJECT = Path(__file__).resolve().parent.parent
"""The project's folder, where this is a checkout of it."""
MEBIBYTE = 1024 * 1024


class ServiceSettings(BaseSettings):
    """What the one who runs the service may set, each also as PLANGRAPH_… in the environment.

    `token` (or the first line of `token_file`) is asked of those who upload or remove documents; `tokens_file` has more
    of them, each with a role (`api.http.access.tokens`). Without any the service only reads. `reading` says who may
    read: all ("open") or who signs in ("signed"). `allowed_hosts` and
    `cors_origins` are lists parted by commas: further names under which the service may be asked, and origins of pages
    elsewhere that may read its answers. `rate_limit` is a number of requests of one address ("6000/minute", or "none"),
    `upload_limit` is in MiB. `connections` may be open at once, so many of them from one address; a request's headers
    must be here after some seconds, its body must not stand still as long as `body_seconds`, nor an answer that the
    client takes as long as `answer_seconds`, and longer ones go on at `least_rate` bytes a second or more. `base_iri`
    is what names of things begin with in RDF. `trash_days` is how long uploads that were replaced or removed lie in the
    trash. `examples` is a folder of documents that are served instead of a store. `word_template` is the office's own
    template for lists in Word, read whenever one is made. What the environment sets to nothing counts as not set.
    """

    model_config = SettingsConfigDict(env_prefix="PLANGRAPH_", env_ignore_empty=True, extra="ignore")

    store: str = DEFAULT_STORE
    examples: Path | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    token: SecretStr = SecretStr("")
    token_file: Path | None = None
    tokens_file: Path | None = None
    reading: Literal["", "open", "signed"] = ""
    allowed_hosts: str = ""
    cors_origins: str = ""
    rate_limit: str = "6000/minute"
    upload_limit: int = Field(default=64, ge=1)
    connections: int = Field(default=500, ge=1)
    connections_per_address: int = Field(default=100, ge=1)
    header_seconds: float = Field(default=10, gt=0)
    body_seconds: float = Field(default=30, gt=0)
    answer_seconds: float = Field(default=30, gt=0)
    least_rate: int = Field(default=500, ge=1)
    base_iri: str = DEFAULT_BASE
    word_template: Path | None = None
    trash_days: int = Field(default=30, ge=1, le=36500)

    @field_validator("base_iri")
    @classmethod
    def _base(cls, typed: str) -> str:
        """The base. Raises UsageError, which pydantic lets through, for what is none."""
        return checked_base(typed)

    @field_validator("rate_limit")
    @classmethod
    def _rate(cls, typed: str) -> str:
        """The rate, "" for none. Raises UsageError, which pydantic lets through, for what is no rate."""
        if typed in {"", "none"}:
            return ""
        try:
            known = parse(typed).amount > 0
        except ValueError:
            known = False
        if not known:
            raise UsageError("serve.setting", name="RATE_LIMIT", reason=message("serve.no_rate", typed=typed))
        return typed

    @property
    def secret(self) -> str:
        """The token, "" if none is set. Raises UsageError where its file cannot be read or holds none, and where it is
        too short.
        """
        token = self._token()
        if token and len(token) < SHORTEST:
            raise UsageError("serve.token_short", number=SHORTEST)
        return token

    @property
    def tokens(self) -> Tokens:
        """The tokens that count, at any time. Raises UsageError for a bad token or file of tokens."""
        return Tokens(self.secret, self.tokens_file, self.reading)

    @property
    def takes_changes(self) -> bool:
        """Whether the store is opened to be changed, as somebody may be let do that. Raises UsageError as `tokens`."""
        return self.tokens.configured

    def _token(self) -> str:
        if self.token_file is None:
            return self.token.get_secret_value()
        try:
            lines = self.token_file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError("serve.token_unread", path=self.token_file, reason=reason_of(error)) from error
        if not lines[0].strip():
            raise UsageError("serve.token_none", path=self.token_file)
        return lines[0].strip()

    @property
    def loopback(self) -> bool:
        """Whether only programs of this machine can reach the service."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def max_bytes(self) -> int:
        """The largest body of a request, in bytes."""
        return self.upload_limit * MEBIBYTE


@contextmanager
def open_library(
    settings: ServiceSettings, tell: Callable[[int], None], tell_upkeep: Callable[[Upkeep], None]
) -> Iterator[Library]:
    """The store of the settings until the end of the block: open for writing, and made, where a token is set, else lent
    to other programs that wait to change it.

    A service that only reads can serve example documents, in a store that is gone afterwards: those of the folder in
    the settings; those of the project where nothing was chosen and nothing has been loaded yet. `tell` is told how many
    files they are, `tell_upkeep` what was done to bring a store up to date. Raises StoreError as
    `graph.stores.open.open_store`, UsageError where no examples can be served.
    """
    examples = _examples(settings)
    if not examples:
        with _library(settings, tell_upkeep) as library:
            yield library
        return
    with TemporaryDirectory(prefix="plangraph-") as folder:
        elsewhere = settings.model_copy(update={"store": str(Path(folder) / DEFAULT_STORE)})
        with closing(open_store(elsewhere.store)) as store:
            tell(len(load(store, examples).read))
        with _library(elsewhere, tell_upkeep) as library:
            yield library


def _examples(settings: ServiceSettings) -> list[Path]:
    """The example documents to serve, none where the store of the settings is served."""
    chosen = settings.examples
    if chosen is not None:
        if settings.takes_changes:
            raise UsageError("serve.examples_token")
        examples = sorted(chosen.glob("*.txt"))
        if not examples:
            raise UsageError("demo.no_examples", folder=chosen)
        return examples
    nothing_yet = settings.store == DEFAULT_STORE and not Path(settings.store).exists()
    checkout = (PROJECT / "pyproject.toml").exists()
    return (
        sorted((PROJECT / "examples").glob("*.txt")) if nothing_yet and checkout and not settings.takes_changes else []
    )


@contextmanager
def _library(settings: ServiceSettings, tell_upkeep: Callable[[Upkeep], None]) -> Iterator[Library]:
    where = settings.store
    if settings.takes_changes or not in_file(where):
        store = open_store(where, read_only=not settings.takes_changes)
        with closing(store):
            if settings.takes_changes:
                settle(store)
                tell_upkeep(keep_up(noting(store, Deed(act="upkeep"))))
            library = Library(store)
            with emptied_daily(library, settings.trash_days) if settings.takes_changes else nullcontext():
                yield library
        return
    with closing(Library(LentStore(where))) as library, lending(library, where):
        yield library
