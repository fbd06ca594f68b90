"""A site written into a folder of its own: what has not changed is not written again, what is gone is removed where it
is still as it was written, and nothing is touched that somebody else put there.

The folder holds a list of the site's files with their digests (MANIFEST), written before the files and again after, so
that a run that was broken off is gone on with.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from api.ingest.files.own_files import own_files
from api.publishing.site import SiteFile
from graph.errors import FileRefusedError, reason_of

MANIFEST = "plangraph-site.json"
_ASIDE = f".{MANIFEST}.new"
"""Where each file is written before it takes its place."""
_KIND = "plangraph site"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Published:
    """How many files were written, were there already, and were removed; `kept` are those that are no longer part of
    the site and were changed by somebody.
    """

    written: int
    same: int
    removed: int
    kept: tuple[str, ...]


def publish(folder: Path, files: Iterable[SiteFile], store: str) -> Published:
    """Write the files of a site of the store `store` into a folder.

    Raises FileRefusedError where the folder holds anything and is no site, where it or a file's place belongs to others
    or leads elsewhere, and where something cannot be written; what lies there then is whole, each file old or new.
    """
    coming = {one.path: one for one in files}
    try:
        before = _before(folder, store)
        for path in coming:
            _check_free(folder, path, before)
        folder.mkdir(parents=True, exist_ok=True)
        digests, written = dict(before), 0
        _write_manifest(folder, {**dict.fromkeys(coming, ""), **before})
        for path, one in coming.items():
            content = one.make()
            digests[path] = sha256(content).hexdigest()
            if _digest(folder / path) != digests[path]:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                _put(folder, path, content)
                written += 1
        gone = sorted(before.keys() - coming.keys())
        kept = tuple(path for path in gone if not _remove(folder, path, before[path]))
        _write_manifest(folder, {path: digests[path] for path in (*coming, *kept)})
    except OSError as error:
        raise FileRefusedError("publish.not_written", path=folder, reason=reason_of(error)) from error
    return Published(written, len(coming) - written, len(gone) - len(kept), kept)


def _before(folder: Path, store: str) -> Mapping[str, str]:
    """The files of the site that a folder holds with their digests; none for a folder that is new or empty."""
    at = folder.resolve()
    own = own_files(store)
    if own.holds(at / MANIFEST) or own.holds(at) or at in (own.uploads, own.trash, own.backups):
        raise FileRefusedError("publish.of_store", path=folder)
    if folder.exists() and not folder.is_dir():
        raise FileRefusedError("publish.no_folder", path=folder)
    if not folder.exists() or all(one.name == _ASIDE for one in folder.iterdir()):
        return {}
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        ours = (told["kind"], told["format"]) == (_KIND, _FORMAT)
        files = {str(path): str(digest) for path, digest in told["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FileRefusedError("publish.not_ours", path=folder) from error
    if not ours or not all(map(_is_inside, files)):
        raise FileRefusedError("publish.not_ours", path=folder)
    return files


def _is_inside(path: str) -> bool:
    """Whether an address of a manifest leads to a file within the folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and all(one not in {"..", ".", "/"} and not {"\\", ":", "\0"} & set(one) for one in parts)


def _check_free(folder: Path, path: str, before: Mapping[str, str]) -> None:
    """Raise FileRefusedError where a file of the site would take the place of what others put there."""
    at = folder / path
    if (elsewhere := _led_elsewhere(folder, at)) is not None:
        raise FileRefusedError("publish.in_the_way", path=elsewhere)
    if at.exists() and (path not in before or not at.is_file()):
        raise FileRefusedError("publish.in_the_way", path=at)


def _led_elsewhere(folder: Path, at: Path) -> Path | None:
    """The file, or the folder above it, that is a link or lies outside of the site's folder."""
    within = folder.resolve()
    for one in (at, *at.parents):
        if one == folder:
            return None
        if one.is_symlink() or within not in one.resolve().parents:
            return one
    return None


def _put(folder: Path, path: str, content: bytes) -> None:
    """Write a file whole or not at all. It is not synced: what a loss of power takes, the next run finds missing."""
    aside = folder / _ASIDE
    aside.unlink(missing_ok=True)
    with aside.open("xb") as file:
        file.write(content)
    aside.replace(folder / path)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _remove(folder: Path, path: str, digest: str) -> bool:
    """Remove a file that is still as it was written, and the folders that are empty then; whether it is gone."""
    at = folder / path
    if _led_elsewhere(folder, at) or (at.exists() and (not at.is_file() or _digest(at) != digest)):
        return False
    at.unlink(missing_ok=True)
    with suppress(OSError):  # the first that holds anything
        for above in at.parents:
            if above == folder:
                break
            above.rmdir()
    return True


def _write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    told = {"kind": _KIND, "format": _FORMAT, "files": dict(sorted(files.items()))}
    content = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    if _digest(folder / MANIFEST) != sha256(content).hexdigest():
        _put(folder, MANIFEST, content)
