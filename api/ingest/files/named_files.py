"""Files that a command reads one by one, without a store: what folders and containers among them hold, as `load` takes
it; any other file as it is named.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from api.ingest.files.find import find
from graph.errors import FileRefusedError
from loaders.containers.opening import CONTAINER_ENDINGS


def is_of_many(path: Path) -> bool:
    """Whether a path is that of a folder or a container, which stands for the files in it."""
    return path.is_dir() or (path.suffix.lower() in CONTAINER_ENDINGS and path.is_file())


def named_files(given: Iterable[Path]) -> Iterator[Path | FileRefusedError]:
    """The files to read in the order in which they are given, and why others are none."""
    for path in given:
        if not is_of_many(path):
            yield path
            continue
        base = path if path.is_dir() else path.parent
        inside = find([path])
        yield from (base / one.name for one in inside.found)
        yield from (FileRefusedError.at(one.path, one.reason) for one in inside.refused)
