"""Who may change the graph: those who send the service's token."""

from hashlib import sha256
from hmac import compare_digest

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from api.http.around.problems import ProblemError

_SCHEME = HTTPBearer(auto_error=False, description="The token of the service (PLANGRAPH_TOKEN or its file).")


def _allowed(request: Request) -> None:
    secret: str = request.app.state.secret
    if not secret:
        raise ProblemError(403, "http.403")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    same = compare_digest(_digest(given.strip().encode("latin-1")), _digest(secret.encode()))
    if scheme.lower() != "bearer" or not same:
        raise ProblemError(401, "http.401")


def _digest(token: bytes) -> bytes:
    """Hashes have one length, so that comparing them takes one time."""
    return sha256(token).digest()


NEEDED = [Depends(_SCHEME), Depends(_allowed)]
"""What an endpoint that changes the graph depends on; it is looked at before the body is read."""
