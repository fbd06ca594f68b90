"""Taking files into a store and out of it.

Loading again changes nothing: the same bytes at the same path are known; other bytes at the same path take the place
of the old ones (`api.ingest.replace`); the same bytes at another path are one file at two paths; another file of the
same issued paper is another copy of it. A file that cannot be read is refused and does not stop the others.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from api.ingest.chunks import chunks
from api.ingest.file_hash import hash_where_readable
from api.ingest.find import find
from api.ingest.own_files import own_files
from api.ingest.recognise import look
from api.ingest.register import Register, read_register
from api.ingest.summary import Summary, together
from api.ingest.take_in import take_in
from api.ingest.up_to_date import keep_up
from graph.errors import NotFoundError, UsageError
from graph.model import node_types, relationship_types
from graph.refresh.delta import Copy, Delta
from graph.refresh.load import held_copies
from graph.refresh.refresh import refresh
from graph.stores import ddl
from graph.stores.protocol import Store
from graph.words.names import number_form

Progress = Callable[[str, int, int], None]
"""Told of each file that has been looked at: its name, how many have been, how many there are."""


def load(
    store: Store,
    paths: Iterable[str | Path],
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Summary:
    """Load files, folders and patterns into a store; what is one is joined by rules and by the decisions in the store.

    A graph that is not up to date is brought so first (`api.ingest.up_to_date`). A long load is several transactions;
    a file is wholly in or wholly out, whatever happens. Raises StoreError where the store fails; what was committed
    before stays.
    """
    search = find(paths, besides=own_files(store.where))
    upkeep = keep_up(store, (one.path for one in search.found), workers=workers)
    register = read_register(store.where)
    parts = [Summary(refused=search.refused, passed_over=search.passed_over)]
    looked = 0
    for chunk in chunks(search.found):
        seen = []
        known = frozenset(sha256 for sha256, _ in held_copies(store))
        for one in look(chunk, known, workers):
            looked += 1
            seen.append(one)
            if progress is not None:
                progress(one.file.name, looked, len(search.found))
        parts.append(take_in(store, seen, register))
    return together(parts, upkeep)


def unload(store: Store, what: str) -> tuple[str, ...]:
    """Take a document out of a store: by its id, its number (文号), or the path of one of its files.

    An id or a number takes all its copies, a path that copy alone; where the same bytes were loaded under the same name
    from another path too, and still lie there, only the path is forgotten. Returns the names of the files taken out or
    forgotten, sorted.
    The files themselves stay where they lie (of those that were uploaded see `api.uploads.removal`). Raises
    NotFoundError where nothing is named so, UsageError where different files are.
    """
    keep_up(store)
    register = read_register(store.where)
    gone = copies_named(store, what, register)
    if _forgotten(what, gone, register):
        return tuple(sorted(name for _, name in gone))
    take_out(store, gone, register)
    return tuple(sorted(name for _, name in gone))


def _forgotten(what: str, gone: frozenset[Copy], register: Register) -> bool:
    """Whether a path was forgotten at which one copy was loaded, since its bytes still lie at another one."""
    path = Path(what).parent.resolve() / Path(what).name
    entry = register.entries.get(path)
    if entry is None or (entry.sha256, entry.name) not in gone:
        return False
    others = [one for one in register.lying(entry.name, entry.sha256) if one != path]
    if not any(hash_where_readable(one) == entry.sha256 for one in others):
        return False
    del register.entries[path]
    register.write()
    return True


def take_out(store: Store, gone: frozenset[Copy], register: Register) -> None:
    """Take copies out of a store, and out of the register."""
    held = gone & held_copies(store)
    if held:
        refresh(store, Delta(gone=held))
    register.entries = {p: e for p, e in register.entries.items() if (e.sha256, e.name) not in gone}
    register.write()


def copies_named(store: Store, what: str, register: Register) -> frozenset[Copy]:
    """The copies that a path names, else those of the documents that an id or a number names; else those that only the
    register still knows under a path, because a program died that took them out.

    Raises NotFoundError where nothing is named so, UsageError where different files are.
    """
    held = held_copies(store)
    entry = register.entries.get(Path(what).parent.resolve() / Path(what).name)
    lying = {(entry.sha256, entry.name)} & held if entry else set()
    at_path = lying or {copy for copy in held if copy[1] == what}
    if len(at_path) > 1:
        raise UsageError("unload.several", what=what)
    if at_path:
        return frozenset(at_path)
    number = number_form(what)
    documents = tuple(
        str(row["id"])
        for row in store.read(ddl.read_nodes(node_types()["Document"]))
        if row["id"] == what or (number and number_form(str(row["number"])) == number)
    )
    copies = ddl.read_edges(relationship_types()["COPY_OF"], "File", "Document", at="end")
    files = {row["start_id"] for row in store.read(copies, {"ids": documents})} if documents else set()
    named = frozenset(copy for copy in held if copy[0] in files)
    if not named:
        named = _registered(what, register)
    if not named:
        raise NotFoundError("unload.unknown", what=what)
    return named


def _registered(what: str, register: Register) -> frozenset[Copy]:
    """The copies that the register knows under a path, or a name."""
    path = Path(what).parent.resolve() / Path(what).name
    return frozenset((one.sha256, one.name) for at, one in register.entries.items() if path == at or what == one.name)
