"""The pictures of README and the clerk's guide are taken by a script, each of its page and size."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from docs.shots import IMAGES, SHOTS, take

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST = 120 * 1024
"""Bytes of a picture that is kept beside the documents."""
SIDE = 0x3FFF
"""The bits of a side in the head of a frame of VP8, the others scale it."""


def size_of(picture: bytes) -> tuple[int, int]:
    """The width and height of a WebP of one frame."""
    start = picture.index(b"\x9d\x01\x2a") + 3
    return tuple(int.from_bytes(picture[at : at + 2], "little") & SIDE for at in (start, start + 2))  # type: ignore[return-value]


def test_each_picture_is_taken_of_its_page_in_its_size(browser: "Browser", service: str, tmp_path: Path) -> None:
    for shot, file in zip(SHOTS.values(), take(browser, service, tmp_path), strict=True):
        picture = file.read_bytes()
        assert size_of(picture) == (shot.width, shot.height), file.name
        assert len(picture) < MOST, file.name


def test_the_documents_show_the_pictures_that_are_taken(root: Path) -> None:
    pages = "".join((root / name).read_text("utf-8") for name in ("README.md", "README.zh.md", "docs/clerk.zh.md"))
    shown = set(re.findall(r"images/(\w+)\.webp", pages))
    assert shown == set(SHOTS) == {one.stem for one in IMAGES.glob("*.webp")}
