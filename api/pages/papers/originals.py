"""The original of a paper to take along: the very bytes that were loaded, which a browser saves and never shows."""

import os
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from api.kept_files import open_original
from api.pages.directory import find
from api.pages.papers.papers import File
from api.pages.papers.reading import files_of
from api.pages.view import ElsewhereError, View, Viewing
from graph.errors import NotFoundError, PlangraphError
from graph.media_types import MEDIA_TYPES
from graph.stores.protocol import Store
from loaders.containers.opening import INSIDE

router = APIRouter()

BYTES = "application/octet-stream"
_PIECE = 256 * 1024
"""Bytes that are held of an original at a time."""


@router.get("/documents/{which}/original")
def original(view: Viewing, which: str, file: File = "") -> Response:
    """A file of a paper as it was loaded, to be saved; the first of its files where none is named."""
    try:
        with view.asked.library.reading() as snapshot:
            name, sha256 = file_meant(view, snapshot.store, which, file)
            where = snapshot.store.where
        opened = open_original(where, name, sha256)
        if opened is None:
            raise NotFoundError("papers.no_original", name=name)
    except ElsewhereError:
        return view.refusal(HTTPStatus.NOT_FOUND, view.say("error.unknown"))
    except PlangraphError as error:
        return view.sorry(error)
    length = opened.seek(0, os.SEEK_END)
    opened.seek(0)
    bare = PurePath(name.rpartition(INSIDE)[2]).name
    headers = {
        "Content-Type": MEDIA_TYPES.get(PurePath(name).suffix.lower().removeprefix("."), BYTES),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(bare.encode('utf-8', 'replace'), safe='')}",
        "Content-Length": str(length),
        # Else it would be packed on the way, and its length not be told.
        "Content-Encoding": "identity",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "no-cache",
    }
    return StreamingResponse(_pieces(opened, length), headers=headers)


def file_meant(view: View, store: Store, which: str, file: str) -> tuple[str, str]:
    """The name and the hash of the file that is meant. Raises NotFoundError where the paper has no such file."""
    files = files_of(store, find(view, store, "documents", which).id)
    if file and file not in files:
        raise NotFoundError("papers.no_original", name=file)
    name = file or next(iter(files))
    return name, files[name]


def _pieces(opened: BinaryIO, length: int) -> Iterator[bytes]:
    """The bytes of an open file, no more than it had when its length was told."""
    with opened:
        while length > 0 and (piece := opened.read(min(_PIECE, length))):
            length -= len(piece)
            yield piece
