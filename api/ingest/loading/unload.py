"""Copies of files that are taken out of a store: which are meant by a path, a number or an id, and that they go.

Who takes them out is `api.uploads.removal`, as of some the files go to the trash.
"""

from pathlib import Path

from api.ingest.files.file_hash import hash_where_readable
from api.ingest.files.register import Register
from graph.errors import NotFoundError, UsageError
from graph.model import node_types, relationship_types
from graph.refresh.delta import Copy, Delta
from graph.refresh.load import held_copies
from graph.refresh.refresh import refresh
from graph.stores import ddl
from graph.stores.protocol import Store
from graph.words.names import number_form


def forget_path(what: str, register: Register) -> tuple[Path, ...]:
    """Where the bytes that were loaded from a path, under the same name, were loaded from too and still lie: then only
    that path is taken out of the register, as after a folder was renamed. Nothing, where they lie nowhere else.
    """
    path = Path(what).parent.resolve() / Path(what).name
    entry = register.entries.get(path)
    if entry is None:
        return ()
    lying = [one for one in register.lying(entry.name, entry.sha256) if one != path]
    others = tuple(one for one in lying if hash_where_readable(one) == entry.sha256)
    if others:
        del register.entries[path]
        register.write()
    return others


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
