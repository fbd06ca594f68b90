"""Entity tags and the conditions that readers send with them (RFC 9110, 8.8.3 and 13.1.2)."""

import re
from collections.abc import Iterable

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def entity_tag(*parts: str) -> str:
    """The tag of an answer that follows from these parts; "" counts as none. It is weak: the bytes may be packed."""
    return f'W/"{"-".join(filter(None, parts))}"'


def names(conditions: Iterable[str], tag: str) -> bool:
    """Whether the values of If-None-Match name this tag; by weak comparison: whether a tag is weak does not matter."""
    return tag.removeprefix("W/") in {one for condition in conditions for one in _TAG.findall(condition)}


def names_any(conditions: Iterable[str]) -> bool:
    """Whether they name any answer there is, with a star."""
    return [condition.strip() for condition in conditions] == ["*"]
