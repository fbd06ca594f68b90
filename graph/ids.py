"""Ids: hashes of what makes a thing itself, alike on every run and on every engine."""

from hashlib import sha256

LENGTH = 20
"""Hexadecimal digits of an id: 80 bits, so that two of a billion ids meet with odds of one in two million."""


def digest(*parts: str | int) -> str:
    """The id made of these parts, in this order."""
    words = "\x1f".join(str(part) for part in parts)
    return sha256(words.encode("utf-8")).hexdigest()[:LENGTH]
