"""A store in a folder of its own, and what may be asked of its uploads."""

from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from api.ingest.files.own_files import uploads_folder
from api.uploads.intake import UploadOutcome, take_in
from api.uploads.places import Replacing
from api.uploads.trash import content_of, entries
from graph.refresh.load import held_copies
from graph.stores.open import open_store
from graph.stores.protocol import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on the disk."""
    with closing(open_store(str(tmp_path / "s.lbug"))) as opened:
        yield opened


def sent(store: Store, replacing: Replacing = "same paper", **named: str) -> UploadOutcome:
    """What becomes of uploads, by their names without ending."""
    files = {f"{name}.txt": BytesIO(words.encode()) for name, words in named.items()}
    return take_in(store, files, replacing=replacing)


def lying(store: Store) -> dict[str, str]:
    """The words of all files in the folder of uploads, by name."""
    folder = uploads_folder(store.where)
    found = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else []
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def graphed(store: Store) -> dict[str, str]:
    """The hashes of all files in the graph, by name."""
    return {name: sha256 for sha256, name in sorted(held_copies(store))}


def hashed(words: str) -> str:
    """The hash of a file of these words."""
    return sha256(words.encode()).hexdigest()


def trashed(store: Store) -> list[tuple[str, str]]:
    """The names and words of all whole entries of the trash, sorted."""
    found = [(one.name, content_of(store.where, one.id)) for one in entries(store.where)]
    return sorted((name, path.read_text(encoding="utf-8")) for name, path in found)


def check_whole(store: Store) -> None:
    """The files that lie in the folder are those of the graph, to the byte, and nothing is under way."""
    assert {name: hashed(words) for name, words in lying(store).items()} == graphed(store)
