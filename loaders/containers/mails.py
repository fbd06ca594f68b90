"""The files in a mail: what it says, as a page or as text, what is attached, and those of mails forwarded in it."""

from collections.abc import Iterator
from email.message import Message
from functools import partial

from loaders.containers.member import ContainedFile
from loaders.files.mail import bytes_of, name_of, parse_mail, parts_in

_BODY = "正文"
"""What the words of a mail are called among its files."""
_ENDINGS = {"text/html": ".html", "text/plain": ".txt"}
"""Of words in two forms the first is taken: it has tables."""


def members_of_mail(data: bytes) -> Iterator[ContainedFile]:
    """The files in a mail. Raises FileRefusedError for one that is damaged or beyond the limits."""
    yield from _files(parse_mail(data))


def _files(mail: Message) -> Iterator[ContainedFile]:
    """The words of a mail, which pictures may part, a file of each kind; then its files, and those of mails in it."""
    words: dict[str, list[Message]] = {kind: [] for kind in _ENDINGS}
    files: list[Message] = []
    for part in _told(mail):
        kind = part.get_content_type()
        is_words = kind in words and not name_of(part) and part.get_content_disposition() != "attachment"
        (words[kind] if is_words else files).append(part)
    for kind, parts in words.items():
        if any(bytes_of(part).strip() for part in parts):
            length = sum(map(_length, parts))
            yield ContainedFile(_BODY + _ENDINGS[kind], length, partial(_joined, tuple(parts)))
    for part in files:
        if part.get_content_type() == "message/rfc822":
            for inner in parts_in(part):
                yield from _files(inner)
        elif name := name_of(part):
            yield ContainedFile(name, _length(part), partial(bytes_of, part))


def _told(part: Message) -> Iterator[Message]:
    """The parts of a mail that hold no others, and mails in it; of words told in several forms the best form."""
    if not part.get_content_type().startswith("multipart/"):
        yield part
        return
    parts = [list(_told(one)) for one in parts_in(part)]
    if part.get_content_type() == "multipart/alternative" and parts:
        best = next((one for kind in _ENDINGS for one in parts if _holds(one, kind)), parts[-1])
        parts = [best, *([one for one in form if name_of(one)] for form in parts if form is not best)]
    for form in parts:
        yield from form


def _holds(parts: list[Message], kind: str) -> bool:
    return any(part.get_content_type() == kind and bytes_of(part).strip() for part in parts)


def _joined(parts: tuple[Message, ...]) -> bytes:
    return b"\n".join(map(bytes_of, parts))


def _length(part: Message) -> int:
    payload = part.get_payload()
    return len(payload) if isinstance(payload, str) else 0
