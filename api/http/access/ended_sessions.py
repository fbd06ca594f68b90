"""Sessions that people ended by signing out: a cookie that somebody kept of one counts no more.

They are known to this process alone, until the cookie would have ended by itself; after a restart of the service such a
cookie counts again, until then or until its token is taken out of the file.
"""

import time
from threading import Lock

from api.http.access.sessions import SECONDS, BrowserSession


class EndedSessions:
    """The sessions that were ended, by what names them."""

    def __init__(self) -> None:
        """None has been ended yet."""
        self._until: dict[str, float] = {}
        self._lock = Lock()

    def end(self, session: BrowserSession) -> None:
        """End a session; what has run out meanwhile is forgotten."""
        now = time.monotonic()
        with self._lock:
            self._until = {nonce: until for nonce, until in self._until.items() if until > now}
            self._until[session.nonce] = now + SECONDS

    def __contains__(self, session: BrowserSession) -> bool:
        """Whether a session was ended."""
        return session.nonce in self._until
