"""The files that are a store's own, and so are never loaded into it: exactly these, whatever others are called."""

from dataclasses import dataclass
from pathlib import Path

from api.ingest.files.register import DAMAGED, ENDING, register_path
from graph.durable_files import NEW, OLD
from graph.gazetteer.lists import ENDING as GAZETTEER
from graph.stores.kept_backups import backups_folder
from graph.stores.kinds import MEMORY, beside_store, on_server
from graph.stores.ladybug.endings import OWN

DECISIONS = "decisions.toml"
"""The file in which human decisions stood beside the store, before they stood in it (`api.ingest.upkeep`)."""
UPLOADS = ".uploads"
TRASH = ".trash"
RULES = ".rules"
"""The ending of a file in which older versions kept a digest of decisions and rules."""
_BESIDE = (
    *(ENDING + ending for ending in ("", NEW, OLD, DAMAGED)),
    *(RULES, RULES + NEW),
    *(GAZETTEER, GAZETTEER + "-journal"),
)


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """The files of a store by absolute path, and the folders in which uploads to it are kept, those that went, and its
    backups.
    """

    files: frozenset[Path]
    uploads: Path
    trash: Path
    backups: Path

    def holds(self, path: Path) -> bool:
        """Whether an absolute path is that of a file of the store, or lies in one of its folders."""
        return self.never_read(path) or self.uploads in path.parents

    def never_read(self, path: Path) -> bool:
        """Whether what lies at an absolute path is never read as a document, even where it is named alone."""
        return path in self.files or not {self.trash, self.backups}.isdisjoint(path.parents)


def own_files(where: str) -> OwnFiles:
    """The own files of the store `where`. One on a server has here what stands `_BESIDE`, and its uploads."""
    register = register_path(where)
    if register is None:
        names = []
    elif on_server(where):
        names = [register.with_name(register.name.removesuffix(ENDING) + ending) for ending in _BESIDE]
    else:
        # The engine's files lie where a link leads, the others beside the link.
        linked = Path(where).resolve()
        names = [Path(where + ending) for ending in (*OWN, *_BESIDE)]
        names += [linked.with_name(linked.name + ending) for ending in OWN]
        names += [Path(where).parent / name for name in (DECISIONS, DECISIONS + ".new")]
    folders = uploads_folder(where), trash_folder(where), backups_folder(where)
    return OwnFiles(frozenset(map(_absolute, names)), *(folder.resolve() for folder in folders))


def decisions_path(where: str) -> Path | None:
    """Where decisions for a store stood before they stood in it: beside it, or in the working folder for one on a
    server; nowhere for one in memory.
    """
    if on_server(where):
        return Path(DECISIONS)
    return None if where == MEMORY else Path(where).parent / DECISIONS


def left_over(where: str) -> list[Path]:
    """Files that older versions kept beside a store and nobody needs any more."""
    register = register_path(where)
    if register is None:
        return []
    kept = register.with_name(register.name.removesuffix(ENDING) + RULES)
    return [path for path in (kept, kept.with_name(kept.name + ".new")) if path.exists()]


def uploads_folder(where: str) -> Path:
    """Where uploads to a store are kept: beside it, or in the working folder (`graph.stores.kinds`)."""
    return beside_store(where, UPLOADS)


def trash_folder(where: str) -> Path:
    """Where uploads lie that were replaced or removed, until they are old enough to be deleted."""
    return beside_store(where, TRASH)


def _absolute(path: Path) -> Path:
    return path.parent.resolve() / path.name
