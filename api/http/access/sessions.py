"""Who has signed in: a signed cookie that tells the name given and under which token.

It is signed with a key made from the token by scrypt, so a session ends with its token, outlives a restart of the
service, and tells nobody a token that could be guessed from it in bearable time.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import scrypt, sha256

from itsdangerous import BadData, Signer, URLSafeTimedSerializer

from api.http.access.tokens import Token

COOKIE = "plangraph_session"
SECONDS = 7 * 24 * 3600
"""How long a session lasts at most: a week of work."""
_SALT = b"plangraph session"
_COST = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt: 16 MiB and some 50 ms a token, once in the life of a service."""
_NONCE = 12
"""Random bytes that name a session."""


@dataclass(frozen=True, slots=True)
class BrowserSession:
    """Somebody who signed in: the name given, the token, and what names this session among others."""

    name: str
    token: Token
    nonce: str

    @property
    def form_token(self) -> str:
        """What the forms of this session bear, which a page elsewhere cannot know."""
        return _signer(self.token).get_signature(self.nonce).decode()


def begin(token: Token, name: str) -> str:
    """The cookie of a new session."""
    written = _serializer(token).dumps({"name": name, "nonce": secrets.token_urlsafe(_NONCE)})
    return written if isinstance(written, str) else written.decode()


def session_of(cookie: str, tokens: Iterable[Token]) -> BrowserSession | None:
    """The session of a cookie under one of the tokens that count; None where it is none, is too old or was altered."""
    for token in tokens if cookie else ():
        try:
            told = _serializer(token).loads(cookie, max_age=SECONDS)
            return BrowserSession(str(told["name"]), token, str(told["nonce"]))
        except BadData:
            continue
    return None


def _serializer(token: Token) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(
        _key(token.secret), salt=b"session", signer_kwargs={"key_derivation": "hmac", "digest_method": sha256}
    )


def _signer(token: Token) -> Signer:
    return Signer(_key(token.secret), salt=b"form", key_derivation="hmac", digest_method=sha256)


@lru_cache(maxsize=1000)
def _key(secret: str) -> bytes:
    return scrypt(secret.encode(), salt=_SALT, **_COST)
