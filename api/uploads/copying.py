"""Uploads go along with a copied graph: their files into the folder of the target, their paths into its register."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from api.ingest.files.file_hash import hash_of
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import RegisterEntry, read_register
from api.uploads import trash
from api.uploads.full_disk import told_of_faults
from graph.durable_files import sync_file, sync_folder
from graph.refresh.delta import Copy
from graph.refresh.load import held_copies
from graph.stores.protocol import Store

_ASIDE = ".copying"
"""The file that is being copied: hidden, so that no name of an upload can meet it."""


@dataclass(frozen=True, slots=True)
class CopiedUploads:
    """The names of the uploaded files that went along, and of those that did not: they do not lie in their folder as
    they were read, or another file of that name lies in the target's. `trashed` files were left in the trash.
    """

    taken: tuple[str, ...]
    left: tuple[str, ...]
    trashed: int


def copy_uploads(source: Store, target: str) -> CopiedUploads:
    """Copy the uploads of a store into the folder of another one, durably, and the register. Can be done again.

    Raises StoreError where a store fails or a file cannot be written.
    """
    here, there = uploads_folder(source.where).resolve(), uploads_folder(target).resolve()
    register, entries = read_register(target), read_register(source.where).entries
    uploaded = _uploaded(held_copies(source), here, entries)
    with told_of_faults():
        taken = {copy for copy in uploaded if _taken(here / copy[1], there / copy[1], copy[0])}
        if taken and here != there:
            sync_folder(there)
            sync_folder(there.parent)
        trashed = 0 if here == there else len(trash.entries(source.where))
    register.entries |= {path: entry for path, entry in entries.items() if here not in path.parents}
    register.entries |= {there / name: RegisterEntry(name, sha256) for sha256, name in taken}
    register.write()
    left = tuple(sorted(name for _, name in uploaded - taken))
    return CopiedUploads(tuple(sorted(name for _, name in taken)), left, trashed)


def _uploaded(held: frozenset[Copy], folder: Path, entries: Mapping[Path, RegisterEntry]) -> set[Copy]:
    """The held copies that were uploaded: by the register or, as that may be lost, by what lies in the folder."""
    known = {(entry.sha256, entry.name) for path, entry in entries.items() if path.parent == folder}
    lying = {(hash_of(folder / name), name) for _, name in held if "/" not in name}
    return (known | lying) & held


def _taken(path: Path, place: Path, sha256: str) -> bool:
    """Whether the file with this hash lies at a place, after it was copied there from a path where nothing did."""
    if hash_of(place) == sha256:
        return True
    if place.exists() or hash_of(path) != sha256:
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(_ASIDE)
    copyfile(path, aside)
    sync_file(aside)
    aside.replace(place)
    return True
