"""What an upload left behind that was killed under release 0.2: the files that stood in the folder before lie aside in
it by their names, an empty one where none stood.
"""

from pathlib import Path

from api.ingest.files.file_hash import hash_of
from graph.durable_files import sync_folder
from graph.refresh.delta import Copy

BEFORE = "before"
"""The folder in which they lie."""


def roll_back(folder: Path, before: Path, held: frozenset[Copy]) -> None:
    """Bring back what stood in the folder, but where the file that came is held. Raises OSError."""
    for old in sorted(before.iterdir()):
        path = folder / old.name
        if path.exists() and (hash_of(path), path.name) in held:
            continue
        if old.stat().st_size:
            old.replace(path)
        else:
            path.unlink(missing_ok=True)
    sync_folder(folder)
