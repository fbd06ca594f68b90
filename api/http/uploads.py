"""Uploaded files over HTTP: the names that are taken, and changes by the one writer of the library."""

from collections.abc import Mapping
from typing import BinaryIO

from api.http.around.problems import ProblemError
from api.http.library.library import Library
from api.ingest.loading.load import Progress
from api.uploads import intake, removal, trash
from api.uploads.full_disk import told_of_faults
from api.uploads.intake import UploadOutcome
from api.uploads.names import LONGEST
from api.uploads.removal import RemovalOutcome
from api.uploads.trash import TrashEntry
from graph.history.entries import Deed


def name_of(typed: str | None) -> str:
    """The name under which an uploaded file is kept: the last part of the one sent.

    Raises ProblemError (422) for a name that is none, hidden, too long, or holds signs that cannot be seen.
    """
    name = (typed or "").replace("\\", "/").rpartition("/")[2].strip()
    plain = name.isprintable() and not name.startswith(".")
    if not name or not plain or len(name.encode("utf-8", "replace")) > LONGEST:
        raise ProblemError(422, "http.bad_file_name", name=name[:40])
    return name


def take_in(
    library: Library,
    files: Mapping[str, BinaryIO],
    progress: Progress | None = None,
    *,
    replacing: bool = False,
    who: str = "",
) -> UploadOutcome:
    """Load files, by name, in one transaction; with `replacing` each takes the place of its namesake, whatever it is.

    Raises StoreError where the store fails, NoRoomError where the disk is full; then nothing has changed.
    """
    with library.writing(Deed(who, "upload")) as store:
        return intake.take_in(store, files, replacing="always" if replacing else "same paper", progress=progress)


def take_out(library: Library, document: str, who: str = "") -> RemovalOutcome:
    """Take a document out, by its id, number or a file's name; what was uploaded of it goes to the trash.

    Raises NotFoundError where nothing is named so.
    """
    with library.writing(Deed(who, "unload")) as store:
        return removal.remove(store, document)


def restore(library: Library, identity: str, *, replacing: bool = False, who: str = "") -> UploadOutcome:
    """Load a file of the trash again; with `replacing` it takes the place of its namesake.

    Raises NotFoundError where there is no such entry, FileRefusedError where it can no longer be read.
    """
    with library.writing(Deed(who, "trash restore")) as store:
        return intake.restore(store, identity, replacing="always" if replacing else "never")


def trashed(library: Library) -> tuple[TrashEntry, ...]:
    """What lies in the trash, the latest first. Raises StoreError where it cannot be read."""
    with told_of_faults():
        return trash.entries(library.where)


def empty_trash(library: Library, days: int) -> None:
    """Delete what has lain in the trash for so many days. Raises StoreError where that cannot be done."""
    with library.writing() as store, told_of_faults():
        trash.empty(store.where, days)
