"""Where a Neo4j server is and how one gets in: `neo4j://user@host:7687/database`, and the password from elsewhere.

A password in an address would stand in lists of processes, histories of shells and messages, so none is taken there.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from graph.errors import StoreError, UsageError, reason_of

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""As the driver reads them: routed or direct, plain, encrypted, or encrypted with a certificate of one's own."""

PASSWORD = "PLANGRAPH_NEO4J_PASSWORD"  # noqa: S105 - names of variables
PASSWORD_FILE = "PLANGRAPH_NEO4J_PASSWORD_FILE"  # noqa: S105

_USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Address:
    """A server (`uri`, as the driver takes it), a user, and one of its databases ("" for the user's own)."""

    uri: str
    user: str
    database: str


def read_address(where: str) -> Address:
    """The address in its parts. Raises UsageError, which repeats no password, for one that is none."""
    parts = urlsplit(where)
    if parts.password is not None:
        raise UsageError("server.password")
    try:
        port = parts.port
    except ValueError as error:
        raise UsageError("server.port", typed=where) from error
    if parts.scheme not in SCHEMES or not parts.hostname or "/" in parts.path[1:]:
        raise UsageError("server.address", typed=where)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    uri = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    return Address(uri, unquote(parts.username or _USER), unquote(parts.path[1:]))


def read_password() -> str:
    """The password that the environment gives, itself or in a file; "" if none.

    Raises StoreError where the file cannot be read.
    """
    if PASSWORD in os.environ:
        return os.environ[PASSWORD]
    path = os.environ.get(PASSWORD_FILE, "")
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("server.password_file", path=path, reason=reason_of(error)) from error
