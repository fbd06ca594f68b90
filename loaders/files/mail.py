"""The parts of a mail, and of a page that was saved as one, within limits."""

import re
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser

from graph.errors import FileRefusedError

MOST_BYTES = 64 * 1024 * 1024
"""The limit of a file: photographs and attachments make it long."""
_MOST_PARTS = 2_000
_MOST_LEVELS = 40
_LEVEL = re.compile(rb"\bboundary\s*=|message/rfc822", re.IGNORECASE)
_ENCODINGS = ("utf-8", "gb18030")


def parse_mail(data: bytes) -> Message:
    """A mail. Raises FileRefusedError for too many parts, beside or within one another, or for bytes that are none."""
    if data.count(b"\n--") > 2 * _MOST_PARTS:
        raise FileRefusedError("file.too_many_parts", limit=_MOST_PARTS)
    if len(_LEVEL.findall(data)) > _MOST_LEVELS:
        raise FileRefusedError("file.too_many_levels", limit=_MOST_LEVELS)
    try:
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        raise FileRefusedError("file.damaged") from error


def parts_of(data: bytes) -> list[Message]:
    """The parts of a mail that hold no others. Raises FileRefusedError as `parse_mail` does."""
    return [part for part in parse_mail(data).walk() if not part.is_multipart()]


def parts_in(part: Message) -> list[Message]:
    """The parts that a part holds."""
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def bytes_of(part: Message) -> bytes:
    """The bytes that a part holds; the words of a text in UTF-8 where it names its encoding rightly."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    charset = part.get_content_charset() if part.get_content_maintype() == "text" else None
    if charset:
        try:
            return payload.decode("gb18030" if charset.startswith("gb") else charset).encode()
        except (UnicodeError, LookupError):
            return payload
    return payload


def name_of(part: Message) -> str:
    """The name of the file that a part holds, "" where it has none."""
    try:
        name = part.get_filename() or ""
        pieces = decode_header(name)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return ""
    return "".join(one if isinstance(one, str) else _decoded(one, charset) for one, charset in pieces)


def _decoded(name: bytes, charset: str | None) -> str:
    for encoding in (charset or "", *_ENCODINGS):
        try:
            return name.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return name.decode("ascii", "replace")
