"""A change of uploaded files under way: written down before anything moves, so that after a kill or a loss of power at
any moment it is ended, forward or back.

The order, each step durable (file and folder synced) before the next:

1. `stage`: the files that come are written into `.coming/new`. A kill here: they are thrown away.
2. `begin`: the plan is written, into `.coming`: which copies come and go in the graph, and what becomes of each
   name.
3. `begin`: what gives way is kept in the trash, with its manifest, and still lies in its place.
4. `begin`: the files that come are renamed into their places.
5. The transaction of the store, which decides: the caller makes it.
6. `settle`: asks the store. Is the change in it, files that go leave their places, and a restored one its trash entry;
   is it not, what was in its place comes back, and the trash entries of step 3 go.
7. `settle`: the plan and `.coming` are deleted. Only now the caller answers.

A file that was acknowledged has passed step 7, so that it lies in its place and in the graph. After a kill before step
5 the file is wholly out, after it wholly in, as soon as `settle` runs: before each change, and when the service starts.
Each step of `settle` can be done again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import copyfileobj, rmtree
from typing import BinaryIO

from api.ingest.files.file_hash import hash_of
from api.ingest.files.own_files import uploads_folder
from api.uploads import trash
from api.uploads.full_disk import told_of_faults
from api.uploads.release_0_2 import BEFORE, roll_back
from api.uploads.trash import TrashEntry
from graph.durable_files import sync_file, sync_folder, write_file
from graph.errors import PlangraphError, StoreError
from graph.refresh.delta import Copy
from graph.refresh.load import held_copies
from graph.stores.protocol import Store

ASIDE = ".coming"
"""The folder of all that is under way: hidden, so that no name of an upload can meet it."""
_NEW = "new"
_PLAN = "journal.json"


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of a name in the folder of uploads: `new` is the hash of the file that comes, by the name `staged`;
    `old` that of the file that lies there; `trash` is the entry in which that is kept. Each is "" where there is none.
    """

    name: str
    new: str = ""
    staged: str = ""
    old: str = ""
    trash: str = ""


@dataclass(frozen=True, slots=True)
class UploadPlan:
    """A change: the copies that come and go in the graph by it, the names that change, and the trash entry that it
    brings back ("" for none).
    """

    come: frozenset[Copy]
    gone: frozenset[Copy]
    changes: tuple[FileChange, ...]
    restored: str = ""

    def is_in(self, held: frozenset[Copy]) -> bool:
        """Whether a store that holds these copies has made the change."""
        return self.come <= held and not self.gone & held


def stage(where: str, files: Mapping[str, BinaryIO]) -> dict[str, Path]:
    """Write the files that come aside, durably; where each lies. Raises OSError."""
    folder = uploads_folder(where)
    new = folder / ASIDE / _NEW
    new.mkdir(parents=True)
    staged = {name: new / name for name in files}
    for name, file in files.items():
        with staged[name].open("wb") as coming:
            copyfileobj(file, coming)
        sync_file(staged[name])
    for one in (new, new.parent, folder, folder.parent):
        sync_folder(one)
    return staged


def begin(where: str, plan: UploadPlan, kept: Iterable[TrashEntry]) -> None:
    """Write the plan down, keep in the trash what gives way, and put what comes into its places. Raises OSError."""
    folder = uploads_folder(where)
    aside = folder / ASIDE
    aside.mkdir(parents=True, exist_ok=True)
    write_file(aside / _PLAN, _written(plan))
    sync_folder(folder)
    for entry in kept:
        trash.keep(where, entry, folder / entry.name)
    for one in plan.changes:
        if one.staged:
            (aside / _NEW / one.staged).replace(folder / one.name)
    sync_folder(folder)


@contextmanager
def settled(store: Store) -> Iterator[None]:
    """A block in which uploaded files change: what was broken off before is ended first, and at the end this change is.

    Raises StoreError where the store fails or the files cannot be written.
    """
    settle(store)
    try:
        with told_of_faults():
            yield
    except PlangraphError:
        with suppress(StoreError):  # what went wrong first is told; the next change ends this one
            settle(store)
        raise
    settle(store)


def settle(store: Store) -> None:
    """End whatever change is under way. Raises StoreError where the store fails or the files cannot be written."""
    folder = uploads_folder(store.where)
    aside = folder / ASIDE
    if not aside.exists():
        return
    with told_of_faults():
        plan = _read(aside / _PLAN)
        if plan is not None:
            _end(store.where, plan, made=plan.is_in(held_copies(store)))
        elif (aside / BEFORE).is_dir():
            roll_back(folder, aside / BEFORE, held_copies(store))
        (aside / _PLAN).unlink(missing_ok=True)
        sync_folder(aside)
        rmtree(aside)
        sync_folder(folder)


def _end(where: str, plan: UploadPlan, *, made: bool) -> None:
    folder = uploads_folder(where)
    for one in plan.changes:
        if made:
            _go_on(folder / one.name, folder / ASIDE / _NEW, one)
        else:
            _go_back(where, folder / one.name, one)
    sync_folder(folder)
    if made and plan.restored:
        trash.drop(where, plan.restored)
    for one in () if made else plan.changes:
        if one.trash:
            trash.drop(where, one.trash)


def _go_on(path: Path, staged: Path, change: FileChange) -> None:
    """The change is in the graph: what comes lies in its place, what goes does not."""
    if change.staged:
        if (staged / change.staged).exists():
            (staged / change.staged).replace(path)
    elif change.old and hash_of(path) == change.old:
        path.unlink()


def _go_back(where: str, path: Path, change: FileChange) -> None:
    """The change is not in the graph: what lay there lies there again."""
    lies = hash_of(path)
    if change.old:
        kept = trash.content_of(where, change.trash) if change.trash else None
        if lies != change.old and kept is not None and hash_of(kept) == change.old:
            kept.replace(path)
    elif change.staged and lies == change.new:
        path.unlink()


def _written(plan: UploadPlan) -> bytes:
    told = {
        "come": sorted(plan.come),
        "gone": sorted(plan.gone),
        "changes": [asdict(one) for one in plan.changes],
        "restored": plan.restored,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _read(path: Path) -> UploadPlan | None:
    """The plan that was written, None where none was. It was written whole, or not at all."""
    if not path.exists():
        return None
    told = json.loads(path.read_text(encoding="utf-8"))
    come, gone = (frozenset((sha256, name) for sha256, name in told[key]) for key in ("come", "gone"))
    return UploadPlan(come, gone, tuple(FileChange(**one) for one in told["changes"]), told["restored"])
