"""A file within another: its name there, its length as that states it, and its bytes when they are asked for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_LONGEST = 80
"""Characters of a name that are kept of each of its parts: systems allow 255 bytes."""


@dataclass(frozen=True, slots=True)
class ContainedFile:
    """A file in a container. `read` raises FileRefusedError where it is damaged or too large."""

    name: str
    length: int
    read: Callable[[], bytes]


def plain_name(name: str) -> str:
    """The name of a member without steps out of the container and signs that cannot be seen; "" where nothing is left.

    It only names: nothing is ever written under it.
    """
    parts = [_UNSEEN.sub("", part).strip() for part in name.replace("\\", "/").split("/")]
    kept = [_cut(part) for part in parts if part not in ("", ".", "..") and not part.endswith(":")]
    return "/".join(kept)


def _cut(part: str) -> str:
    ending = PurePosixPath(part).suffix[:10]
    return part if len(part) <= _LONGEST else part[: _LONGEST - len(ending)] + ending
