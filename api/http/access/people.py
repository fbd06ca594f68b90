"""Who sends a request: by the token in its header, or by the cookie of a session."""

from dataclasses import dataclass

from starlette.requests import Request

from api.http.access.attempts import Attempts
from api.http.access.ended_sessions import EndedSessions
from api.http.access.sessions import COOKIE, BrowserSession, session_of
from api.http.access.tokens import Role, Token, Tokens
from api.http.around.problems import ProblemError


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may do something: the name by which what they do is kept ("" where none is known), and their token.
    One who signed in has a session; programs send the token each time.
    """

    name: str
    token: Token
    session: BrowserSession | None = None

    @property
    def key(self) -> str:
        """What pages that are made for this person follow from."""
        return f"{self.session.nonce}-{self.token.role}" if self.session else ""


class Access:
    """The tokens of a service, the wrong ones that were tried, and the sessions that people ended."""

    def __init__(self, tokens: Tokens) -> None:
        """Let in those who have one of these tokens."""
        self.tokens = tokens
        self.attempts = Attempts()
        self.ended = EndedSessions()

    @property
    def reading_is_limited(self) -> bool:
        """Whether one must sign in to read."""
        return self.tokens.limit_reading

    def try_token(self, request: Request, given: str) -> Token:
        """The token that was given. Raises ProblemError: 401 where it is none, 429 where too many were none, 503
        where the file of tokens cannot be read.

        A right one is let in however many wrong ones came before: an office behind a proxy has one address, and one of
        its people who mistypes shuts nobody else out.
        """
        token = self.tokens.holding(given)
        if token is not None:
            return token
        if self.tokens.fault is not None:
            raise ProblemError(503, "http.tokens_unread")
        address = request.client.host if request.client else ""
        if seconds := self.attempts.wait(address):
            raise ProblemError(429, "http.too_many_tokens", seconds=seconds)
        self.attempts.failed(address)
        raise ProblemError(401, "http.wrong_token")

    def signed_in(self, request: Request) -> Person | None:
        """Who signed in, by the cookie; None where nobody did, or their token counts no more."""
        session = session_of(request.cookies.get(COOKIE, ""), self.tokens.known())
        if session is not None and session in self.ended:
            return None
        return Person(signature(session.name, session.token), session.token, session) if session else None

    def person(self, request: Request) -> Person | None:
        """Who sends a request, None for anybody. Raises ProblemError for a wrong token in its header."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.tokens.configured:
            token = self.try_token(request, given.strip())
            return Person(token.holder, token)
        return self.signed_in(request)

    def may(self, person: Person | None, role: Role) -> bool:
        """Whether somebody may do what needs a role; everybody may read where reading is not limited."""
        if role == "read" and not self.reading_is_limited:
            return True
        return person is not None and person.token.allows(role)


def signature(name: str, token: Token) -> str:
    """The name under which what somebody does is kept: the one given, with the holder of the token where that is
    another.
    """
    return name if token.holder in ("", name) else f"{name}（{token.holder}）"


def access_of(request: Request) -> Access:
    """The access of the service that was asked."""
    access = request.app.state.access
    if not isinstance(access, Access):
        raise TypeError("the app has an access")
    return access
