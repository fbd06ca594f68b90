"""Uploaded files: kept in a folder beside the store, so that their quotes can be verified, and loaded like any other.

A file is known by its name: another one of the same name takes its place. A file that is refused, and one whose load
fails, leaves what was there.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from api.http.around.problems import ProblemError
from api.http.library.library import Library
from api.http.staging import in_place, settle
from api.ingest.load import Progress, load, unload
from api.ingest.own_files import uploads_folder
from api.ingest.register import read_register
from api.ingest.summary import Summary
from graph.refresh.load import held_copies
from graph.stores.protocol import Store

_LONGEST = 255
"""Bytes of a file's name, as many as systems allow."""


def name_of(typed: str | None) -> str:
    """The name under which an uploaded file is kept: the last part of the one sent.

    Raises ProblemError (422) for a name that is none, hidden, too long, or holds signs that cannot be seen.
    """
    name = (typed or "").replace("\\", "/").rpartition("/")[2].strip()
    plain = name.isprintable() and not name.startswith(".")
    if not name or not plain or len(name.encode("utf-8", "replace")) > _LONGEST:
        raise ProblemError(422, "http.bad_file_name", name=name[:40])
    return name


def take_in(library: Library, files: Mapping[str, BinaryIO], progress: Progress | None = None) -> Summary:
    """Load files, by name, in one transaction. Raises StoreError where the store fails; then nothing has changed."""
    with library.writing() as store:
        folder = uploads_folder(store.where)
        with in_place(folder, files, lambda: held_copies(store)):
            summary = load(store, [folder / name for name in files], at_once=True, progress=progress)
    shown = tuple(replace(one, path=Path(one.path).name) for one in summary.refused)
    return replace(summary, refused=shown)


def recover(store: Store) -> None:
    """Put right what an upload left behind that was killed. Raises StoreError where the store fails."""
    settle(uploads_folder(store.where), lambda: held_copies(store))


def take_out(library: Library, document: str) -> tuple[str, ...]:
    """Take a document out, by its id, number or a file's name, with what was kept of it; the names of its files.

    Raises NotFoundError where nothing is named so.
    """
    with library.writing() as store:
        names = unload(store, document)
        folder = uploads_folder(store.where)
        lying = set(read_register(store.where).entries)
        for name in names:
            if "/" not in name and (folder / name).resolve() not in lying:
                (folder / name).unlink(missing_ok=True)
    return names
