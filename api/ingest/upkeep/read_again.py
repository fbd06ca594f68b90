"""Files that other readers have read: where their bytes still lie they are read again, else they wait for that.

The bytes are sought where the file lay when it was loaded, then among the uploads, then among files that are given.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from api.ingest.files.chunks import chunks
from api.ingest.files.file_hash import hash_where_readable
from api.ingest.files.find import FoundFile
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.recognise import look
from api.ingest.files.register import read_register
from graph.model import node_types
from graph.refresh.delta import Delta
from graph.stores import ddl
from graph.stores.protocol import Store
from loaders.edition import readers_digest
from loaders.registers.table import under


@dataclass(frozen=True, slots=True)
class StaleFile:
    """A file that other readers have read: the hash of its bytes, and the names under which it is kept."""

    sha256: str
    names: tuple[str, ...]


def waiting_files(store: Store) -> list[StaleFile]:
    """The files of a store that other readers than those of this program have read, by name. Raises StoreError."""
    rows = store.read(ddl.read_unlike(node_types()["File"], "read_by"), {"value": readers_digest()})
    found = [StaleFile(str(row["id"]), names) for row in rows if isinstance(names := row["paths"], tuple)]
    return sorted(found, key=lambda one: (one.names, one.sha256))


def read_again(
    where: str,
    waiting: Sequence[StaleFile],
    given: Iterable[Path] = (),
    workers: int = 1,
    schemes: Mapping[str, str] | None = None,
) -> Iterator[list[Delta]]:
    """What comes of the waiting files of the store `where` that can be read now, each in the place of itself; in
    chunks, each of which is read when it is asked for. `schemes` are those of tables of registers, by their hashes.
    """
    known = {one.sha256: one for one in waiting}
    lying = _where_they_lie(where, waiting, given)
    schemes = dict(schemes or {})
    for chunk in chunks(FoundFile(path, known[sha256].names[0]) for sha256, path in lying.items()):
        yield [
            Delta(
                read=tuple(
                    replace(under(one.document, schemes.get(one.sha256, "")), path=name)
                    for name in known[one.sha256].names
                ),
                gone=frozenset((one.sha256, name) for name in known[one.sha256].names),
            )
            for one in look(chunk, frozenset(), workers)
            if one.document is not None and one.sha256 in known
        ]


def _where_they_lie(where: str, waiting: Sequence[StaleFile], given: Iterable[Path]) -> dict[str, Path]:
    """By the hash of each waiting file: a path at which its bytes lie."""
    register, uploads = read_register(where), uploads_folder(where)
    lying: dict[str, Path] = {}
    for one in waiting:
        places = [path for name in one.names for path in (*register.lying(name, one.sha256), uploads / name)]
        path = next((path for path in places if hash_where_readable(path) == one.sha256), None)
        if path is not None:
            lying[one.sha256] = path
    lost = {one.sha256 for one in waiting} - lying.keys()
    return lying | {sha256: path for path in (given if lost else ()) if (sha256 := hash_where_readable(path)) in lost}
