"""Where an uploaded file goes: to its name where that is free or holds the same paper, else beside its namesake.

By rules, never by likeness: the same bytes are the same file; files of one paper (`graph.papers.identities.one_paper`)
are one, and the newer text takes the place of the older; all else stays beside, as 通知 (2).txt, unless a person says
that it replaces. A file in which nothing was read replaces nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from api.ingest.files.file_hash import hash_of
from api.ingest.files.recognise import Seen, look
from api.ingest.files.register import Register, RegisterEntry
from api.ingest.loading.held_papers import HeldPapers
from api.ingest.loading.replace import of_one_paper
from api.uploads.names import candidates, family
from api.uploads.papers import called, papers_of
from graph.messages.message import Message, message
from graph.refresh.delta import Copy
from graph.stores.kinds import on_server
from graph.stores.protocol import Store

Replacing = Literal["never", "same paper", "always"]
"""What may give way to a file: nothing (to what comes from the trash), other text of its paper, what has its name."""


@dataclass(frozen=True, slots=True)
class UploadPlace:
    """The name under which a file is kept, the copies that give way to it, and why it is kept beside another (None
    where it is not).
    """

    name: str
    older: frozenset[Copy] = frozenset()
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class UploadShelf:
    """What is there when files come: the copies that the store holds and their papers, the folder of uploads, the
    register of where files lie.
    """

    store: Store
    held: frozenset[Copy]
    papers: HeldPapers
    folder: Path
    register: Register

    def here(self, name: str) -> Copy | None:
        """The copy that lies in the folder under a name, if it is held."""
        entry = self.register.entries.get(self.path(name))
        copy = (entry.sha256, entry.name) if entry else None
        return copy if copy in self.held else None

    def path(self, name: str) -> Path:
        """The absolute path of a name in the folder."""
        return self.folder.resolve() / name

    def named(self, name: str) -> frozenset[Copy]:
        """All held copies of a name, wherever they lie."""
        return frozenset(copy for copy in self.held if copy[1] == name)

    def is_free(self, name: str) -> bool:
        """Whether neither the graph nor the folder has the name."""
        return not self.named(name) and not self.path(name).exists()

    def known_names(self) -> set[str]:
        """All names that the graph or the folder has."""
        lying = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        return {name for _, name in self.held} | lying


def adopt(shelf: UploadShelf) -> None:
    """Enter in the register the held copies that lie in the folder and are in no register: it may have been lost."""
    for name in sorted(shelf.known_names()):
        path = shelf.path(name)
        if path not in shelf.register.entries and path.is_file() and shelf.named(name):
            copy = (hash_of(path), name)
            if copy in shelf.held:
                shelf.register.entries[path] = RegisterEntry(name, copy[0])


def place_of(shelf: UploadShelf, one: Seen, replacing: Replacing, reserved: Collection[str]) -> UploadPlace:
    """Where a file goes; `reserved` are names of other files that come with it. Raises OSError, StoreError."""
    name = one.file.name
    own = [known for known in family(name, shelf.known_names()) if known not in reserved]
    same = [known for known in own if _is_same(shelf, known, one.sha256)]
    if same and (replacing != "always" or name in same):
        return UploadPlace(same[0])
    read = one if one.document else next(look([one.file], frozenset()))
    says_something = not read.says_nothing
    if replacing == "always" and says_something and (gone := _all_named(shelf, name)):
        twice = {(one.sha256, known) for known in same} & {shelf.here(known) for known in same}
        return UploadPlace(name, gone | twice)
    if same:
        return UploadPlace(same[0])
    if replacing != "never" and says_something:
        for known in own:
            if older := _of_its_paper(shelf, one, known):
                return UploadPlace(known, older)
    free = next(one for one in candidates(name) if one not in reserved and shelf.is_free(one))
    return UploadPlace(free, why=None if free == name else _why(shelf, read, free))


def _is_same(shelf: UploadShelf, name: str, sha256: str) -> bool:
    """Whether a name holds these bytes already, in the graph or in the folder."""
    return (sha256, name) in shelf.held or hash_of(shelf.path(name)) == sha256


def _all_named(shelf: UploadShelf, name: str) -> frozenset[Copy]:
    """What gives way where a person says that a file replaces its namesake: the one that lies here, else, where the
    store is nobody else's, all that are named so.
    """
    here = shelf.here(name)
    if here is not None:
        return frozenset({here})
    return frozenset() if on_server(shelf.store.where) else shelf.named(name)


def _of_its_paper(shelf: UploadShelf, one: Seen, name: str) -> frozenset[Copy]:
    """What gives way by rule: what lies here under a name and is of the same paper; where nothing does, what is named
    so and lies nowhere that is known.
    """
    here = shelf.here(name)
    if here is not None:
        return of_one_paper(shelf.papers, one, frozenset({here}), lying_here=True)
    lying = {(entry.sha256, entry.name) for entry in shelf.register.entries.values()}
    if shelf.path(name).exists() or shelf.named(name) & lying:
        return frozenset()
    return of_one_paper(shelf.papers, one, shelf.named(name))


def _why(shelf: UploadShelf, one: Seen, kept_as: str) -> Message:
    """Why a file is kept beside its namesake."""
    name = one.file.name
    here = shelf.here(name)
    standing = shelf.named(name) if here is None else frozenset({here})
    papers = papers_of(shelf.store, {sha256 for sha256, _ in standing})
    paper = min((title for paper in papers.values() if (title := called(paper))), default="")
    if one.says_nothing:
        return message("beside.nothing_read", name=name, kept_as=kept_as)
    if standing and here is None:
        return message("beside.elsewhere", name=name, kept_as=kept_as, paper=paper or name)
    if not paper:
        return message("beside.namesake", name=name, kept_as=kept_as)
    if of_one_paper(shelf.papers, one, standing, lying_here=True):
        return message("beside.same_paper", name=name, kept_as=kept_as, paper=paper)
    return message("beside.other_paper", name=name, kept_as=kept_as, paper=paper)
