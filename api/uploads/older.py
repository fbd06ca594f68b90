"""What an upload left behind that was killed under version 0.2: the files that stood in the folder before lie aside in
it by their names, an empty one where none stood.
"""

from hashlib import file_digest
from pathlib import Path

from graph.durable_files import sync_folder
from graph.refresh.delta import Copy

BEFORE = "before"


def settle_older(folder: Path, aside: Path, held: frozenset[Copy]) -> None:
    """Bring back what stood in the folder, but where the file that came is held. Raises OSError."""
    for old in sorted(aside.iterdir()):
        path = folder / old.name
        if path.exists() and (sha256_of(path), path.name) in held:
            continue
        if old.stat().st_size:
            old.replace(path)
        else:
            path.unlink(missing_ok=True)
    sync_folder(folder)


def sha256_of(path: Path) -> str:
    """The hash of the bytes at a path, "" where no file lies there. Raises OSError where it cannot be read."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
