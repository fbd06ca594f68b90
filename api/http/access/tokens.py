"""The tokens of a service, each with a role: those of a small file, which is read again when it changes, and the one of
the settings.
"""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from threading import Lock
from typing import Any, Literal, get_args

import structlog

from graph.errors import UsageError, reason_of
from graph.messages.sentences import say

Role = Literal["read", "decide", "load"]
"""What the holder of a token may do; each may do what those before it may."""
ROLES: tuple[Role, ...] = get_args(Role)
SHORTEST = 16
"""Characters of a token at least: with fewer it can be guessed."""
LONGEST_NAME = 40
"""Characters of a name at most, of a holder in the file and of a person who signs in."""
_KEYS = {"name", "role", "token"}
Reading = Literal["open", "signed"]
"""Who may read: all who reach the service, or those who sign in."""
READINGS: tuple[Reading, ...] = get_args(Reading)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its secret, what it allows, and who holds it ("" for the one of the settings)."""

    secret: str
    role: Role
    holder: str = ""

    def allows(self, role: Role) -> bool:
        """Whether its holder may do what needs this role."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class TokenFile:
    """What a file of tokens says: the tokens, and who may read ("" where it does not say)."""

    tokens: tuple[Token, ...] = ()
    reading: Reading | Literal[""] = ""


class Tokens:
    """The tokens that count now. What is taken out of the file counts no more from the next request on."""

    def __init__(self, secret: str = "", path: Path | None = None, reading: Reading | Literal[""] = "") -> None:
        """The token of the settings ("" for none; it may load), those of a file, and who may read by the settings.

        Raises UsageError where the file cannot be read or is no such file, and where one must sign in to read and there
        is nothing to sign in with.
        """
        self._own = (Token(secret, "load"),) if secret else ()
        self._path = path
        self._lock = Lock()
        self._seen = _seen(path) if path else ()
        self._reading = reading
        self._read: tuple[Token, ...] = ()
        self._limited = reading == "signed"
        self.fault: UsageError | None = None
        if path:
            self._take(read_token_file(path))
        if self._limited and not self.configured:
            raise UsageError("tokens.none_to_read")

    @property
    def configured(self) -> bool:
        """Whether anybody can sign in at all."""
        return bool(self._own) or self._path is not None

    def known(self) -> tuple[Token, ...]:
        """All tokens. Where the file has become unreadable, none of it counts, and `fault` says why."""
        if self._path is not None:
            with self._lock:
                self._look(self._path)
        return (*self._own, *self._read)

    @property
    def limit_reading(self) -> bool:
        """Whether one must sign in to read: where the settings or the file say so, and where a token for reading was
        given out and neither says otherwise. Whatever becomes of the file, this holds until the service ends: to take a
        token away, or all, lets nobody read who could not before.
        """
        self.known()
        return self._limited

    def _look(self, path: Path) -> None:
        """Read the file again if it has changed."""
        seen = _seen(path)
        if seen == self._seen:
            return
        self._seen = seen
        try:
            self._take(read_token_file(path))
        except UsageError as error:
            self._read, self.fault = (), error
            structlog.get_logger("plangraph.http").warning("tokens_unread", why=say("en", error.key, **error.values))

    def _take(self, read: TokenFile) -> None:
        self._read, self.fault = read.tokens, None
        said = {self._reading, read.reading}
        given_out = any(one.role == "read" for one in read.tokens)
        self._limited = self._limited or "signed" in said or ("open" not in said and given_out)

    def holding(self, given: str) -> Token | None:
        """The token that somebody gave, None where it is none. It is compared with all, each in the same time."""
        found = None
        for one in self.known():
            if compare_digest(_digest(given), _digest(one.secret)):
                found = one
        return found


def _seen(path: Path) -> tuple[int, ...]:
    """What changes with a file, nothing where there is none."""
    try:
        told = path.stat()
    except OSError:
        return ()
    return told.st_mtime_ns, told.st_size, told.st_ino


def read_token_file(path: Path) -> TokenFile:
    """What a file of tokens says: a [[token]] table each, with `name`, `role` and `token`, and who may read.

    Raises UsageError, one sentence, for what is no such file; it tells no token.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("tokens.unread", path=path, reason=reason_of(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError("tokens.no_toml", path=path) from error
    rows = told.get("token", [])
    if not isinstance(rows, list):
        raise UsageError("tokens.no_tables", path=path)
    reading = next((one for one in READINGS if one == told.get("reading")), None)
    if set(told) - {"token", "reading"} or ("reading" in told and reading is None):
        raise UsageError("tokens.reading", path=path, known=READINGS)
    tokens = tuple(_token(row, number, path) for number, row in enumerate(rows, start=1))
    if len({one.secret for one in tokens}) < len(tokens):
        raise UsageError("tokens.twice", path=path)
    return TokenFile(tokens, reading or "")


def _token(row: Any, number: int, path: Path) -> Token:  # noqa: ANN401 - as TOML gives it
    if not isinstance(row, dict) or set(row) != _KEYS or not all(isinstance(value, str) for value in row.values()):
        raise UsageError("tokens.no_row", path=path, number=number)
    role = next((known for known in ROLES if known == row["role"]), None)
    if role is None:
        raise UsageError("tokens.role", path=path, number=number, known=ROLES)
    if len(row["token"]) < SHORTEST:
        raise UsageError("tokens.short", path=path, number=number, least=SHORTEST)
    name = row["name"].strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UsageError("tokens.name", path=path, number=number, most=LONGEST_NAME)
    return Token(row["token"], role, name)


def _digest(token: str) -> bytes:
    """Hashes have one length, so that comparing them takes one time."""
    return sha256(token.encode()).digest()
