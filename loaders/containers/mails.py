"""The files in a mail: what it says, as a page or as text, and what is attached to it."""

from collections.abc import Iterator
from email.message import Message
from functools import partial

from loaders.containers.member import ContainedFile
from loaders.files.mail import bytes_of, name_of, parts_of

_BODY = "正文"
"""What the words of a mail are called among its files."""
_ENDINGS = {"text/html": ".html", "text/plain": ".txt"}
"""Of a body in two forms the first is taken: it has tables."""


def members_of_mail(data: bytes) -> Iterator[ContainedFile]:
    """The files in a mail. Raises FileRefusedError for one that is damaged or beyond the limits."""
    bodies: dict[str, Message] = {}
    for part in parts_of(data):
        name, kind = name_of(part), part.get_content_type()
        if name:
            yield _member(name, part)
        elif kind in _ENDINGS and part.get_content_disposition() != "attachment":
            bodies.setdefault(kind, part)
    for kind, ending in _ENDINGS.items():
        if kind in bodies and bytes_of(bodies[kind]).strip():
            yield _member(_BODY + ending, bodies[kind])
            return


def _member(name: str, part: Message) -> ContainedFile:
    payload = part.get_payload()
    length = len(payload) if isinstance(payload, str) else 0
    return ContainedFile(name, length, partial(bytes_of, part))
