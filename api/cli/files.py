"""Files that commands write: whole or not at all, texts always UTF-8, and never over what nobody could get back."""

from collections.abc import Iterator
from pathlib import Path

from api.ingest.files.own_files import own_files
from api.ingest.files.register import read_register
from graph.durable_files import file_of_others
from graph.errors import FileRefusedError, reason_of
from graph.stores.ladybug.endings import HEADER

_KIND = 14
"""Bytes at the beginning of a file by which it is told to be of the kind of another one: they hold the signature of
images, that of workbooks without what follows from their content, and the first word or two of what is text.
"""


def write(
    path: Path,
    content: str | bytes,
    where: str,
    *,
    mark: bool = False,
    force: bool = False,
    besides: Path | None = None,
) -> None:
    """Write an export of the store `where`, making its folder; a text is UTF-8, and `mark` puts a BOM first, by which
    spreadsheets know it. What stands there is replaced where it is of the same kind, as an earlier export is, or by
    `force`.

    Raises FileRefusedError where it cannot be written, where a store has the path, but for `besides`, for a file of its
    own, where a file lies that was loaded, and where one of another kind does that is not to be replaced.
    """
    coming = content if isinstance(content, bytes) else content.encode("utf-8-sig" if mark else "utf-8")
    try:
        # First, as a path may lead through a folder that is not there and back to a file that is.
        path.parent.mkdir(parents=True, exist_ok=True)
        _check(path, coming, where, besides, force=force)
        with file_of_others(path) as aside:
            aside.write_bytes(coming)
    except OSError as error:
        raise FileRefusedError("file.not_written", path=path, reason=reason_of(error)) from error


def _check(path: Path, coming: bytes, where: str, besides: Path | None, *, force: bool) -> None:
    """Raise FileRefusedError where an export may not be written to a path."""
    meant = {path.parent.resolve() / path.name, path.resolve()}
    allowed = {besides.resolve()} if besides else set()
    for store in (where, *map(str, _stores_beside(meant))):
        own = own_files(store)
        if any(own.holds(one) for one in meant - allowed):
            raise FileRefusedError("file.of_store", path=path, store=store)
    if not path.exists():
        return
    if not path.is_file():
        raise FileRefusedError("file.no_file", path=path)
    with path.open("rb") as file:
        head = file.read(_KIND)
    if head.startswith(HEADER):
        raise FileRefusedError("file.of_store", path=path, store=path)
    if meant & read_register(where).entries.keys():
        raise FileRefusedError("file.was_loaded", path=path, store=where)
    if head and head != coming[:_KIND] and not force:
        raise FileRefusedError("file.other_kind", path=path)


def _stores_beside(meant: set[Path]) -> Iterator[Path]:
    """Embedded stores to which paths may belong by their names: those that they, or a folder above, continue with
    an ending.
    """
    for path in sorted(meant):
        for part in (path, *path.parents):
            for at, sign in enumerate(part.name):
                base = part.with_name(part.name[:at]) if at and sign == "." else None
                if base is not None and _is_store(base):
                    yield base


def _is_store(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def words_or_file(argument: str) -> str:
    """An argument that is words, or the path of a file that holds them (UTF-8). Raises FileRefusedError."""
    try:
        path = Path(argument)
        return path.read_text(encoding="utf-8-sig") if path.is_file() else argument
    except UnicodeDecodeError as error:
        raise FileRefusedError("rdf.unreadable", path=argument, reason="UTF-8") from error
    except (OSError, ValueError):  # too long for a path, or of characters that none has
        return argument
