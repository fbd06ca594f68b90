"""Taking files into a store and out of it.

Loading again changes nothing: the same bytes at the same path are known; other bytes at the same path take the place
of the old ones (`api.superseding`); the same bytes at another path are one file at two paths; another file of the same
issued paper is another copy of it. A file that cannot be read is refused and does not stop the others.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from api.finding import Found, Refused, find
from api.in_force import keep_up
from api.looking import Seen, look
from api.own_files import own_files
from api.register import Entry, Register, read_register
from api.summary import Summary, together
from api.superseding import giving_way
from graph import ddl
from graph.decisions import Decisions
from graph.errors import NotFoundError, UsageError
from graph.facts import Facts
from graph.model import node_types, relationship_types
from graph.names import number_form
from graph.refresh import Coming, Copy, refresh
from graph.store import Store

FIRST_CHUNK = 64
"""Files in the first transaction of a load; each further one takes twice as many, so that the cost stays linear."""

Progress = Callable[[str, int, int], None]
"""Told of each file that has been looked at: its name, how many have been, how many there are."""


def load(
    store: Store,
    paths: Iterable[str | Path],
    decisions: Decisions,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Summary:
    """Load files, folders and patterns into a store; what is one is joined by rules and by the `decisions`.

    A graph that was built by other decisions or rules is built again first. Each chunk of files is one transaction: a
    file is wholly in or wholly out, whatever happens. Raises StoreError where the store fails; what was committed
    before stays.
    """
    keep_up(store, decisions)
    register = read_register(store.where)
    search = find(paths, besides=own_files(store.where))
    parts = [Summary(refused=search.refused, passed_over=search.passed_over)]
    looked = 0
    for chunk in _chunks(search.found):
        seen = []
        held = held_copies(store)
        for one in look(chunk, frozenset(sha256 for sha256, _ in held), workers):
            looked += 1
            seen.append(one)
            if progress is not None:
                progress(one.file.name, looked, len(search.found))
        parts.append(_take_in(store, seen, held, decisions, register))
    return together(parts)


def unload(store: Store, what: str, decisions: Decisions) -> tuple[str, ...]:
    """Take a document out of a store: by its id, its number (文号), or the path of one of its files.

    An id or a number takes all its copies, a path that copy alone. Returns the names of the files taken out, sorted.
    Raises NotFoundError where nothing is named so, UsageError where different files are.
    """
    keep_up(store, decisions)
    register = read_register(store.where)
    gone = _copies_named(store, what, register)
    if not gone:
        raise NotFoundError(f"Nothing in the store has the path, the number or the id {what}.")
    refresh(store, decisions, Coming(gone=gone))
    register.entries = {p: e for p, e in register.entries.items() if (e.sha256, e.name) not in gone}
    register.write()
    return tuple(sorted(name for _, name in gone))


def held_copies(store: Store) -> frozenset[Copy]:
    """All copies that a store holds: the hash of a file's bytes with each path at which it lies."""
    rows = store.read(ddl.read_nodes(node_types()["File"]))
    return frozenset((str(row["id"]), path) for row in rows if isinstance(row["paths"], tuple) for path in row["paths"])


def _chunks(found: Sequence[Found]) -> Iterator[Sequence[Found]]:
    start, size = 0, FIRST_CHUNK
    while start < len(found):
        yield found[start : start + size]
        start, size = start + size, size * 2


def _take_in(
    store: Store, seen: Sequence[Seen], held: frozenset[Copy], decisions: Decisions, register: Register
) -> Summary:
    """One transaction of a load: what was seen, into a store that holds `held`."""
    good = [one for one in seen if not one.refusal]
    way = giving_way(store, good, held, register)
    copies = {one.copy for one in good}
    hashes = {sha256 for sha256, _ in held}
    coming = Coming(
        read=tuple(one.document for one in good if one.document is not None),
        found=frozenset(copy for copy in copies - held if copy[0] in hashes),
        gone=frozenset[Copy]().union(*way.older.values()) - copies,
    )
    facts = refresh(store, decisions, coming) if coming != Coming() else Facts()
    register.entries |= {one.file.path: Entry(one.file.name, one.sha256) for one in good}
    register.write()
    outcomes: dict[str, list[str]] = {"read": [], "merged": [], "replaced": [], "unchanged": []}
    papers = {edge.start[1]: edge.end[1] for edge in facts.edges if edge.type == "COPY_OF"}
    known = {paper for sha256, paper in papers.items() if sha256 in hashes}
    for one in good:
        outcomes[_outcome(one, held, way.older[one.file.path], paper_known=papers.get(one.sha256) in known)].append(
            one.file.name
        )
        known.add(papers.get(one.sha256, ""))
    return Summary(
        **{name: tuple(names) for name, names in outcomes.items()},
        beside=tuple(one.file.name for one in good if way.beside.get(one.file.path)),
        empty=tuple(one.file.name for one in good if one.says_nothing),
        refused=tuple(Refused(str(one.file.path), one.refusal) for one in seen if one.refusal),
        unread=tuple(one.file.name for one in good if one.document for _ in one.document.unread),
    )


def _outcome(one: Seen, held: frozenset[Copy], older: frozenset[Copy], *, paper_known: bool) -> str:
    """Which list of a `Summary` a file belongs to; `older` are the copies whose place it took."""
    if any(sha256 != one.sha256 for sha256, _ in older):
        return "replaced"
    if one.copy in held or older:
        return "unchanged"
    return "merged" if paper_known else "read"


def _copies_named(store: Store, what: str, register: Register) -> frozenset[Copy]:
    """The copies that a path names, else those of the documents that an id or a number names."""
    held = held_copies(store)
    entry = register.entries.get(Path(what).parent.resolve() / Path(what).name)
    lying = {(entry.sha256, entry.name)} & held if entry else set()
    at_path = lying or {copy for copy in held if copy[1] == what}
    if len(at_path) > 1:
        raise UsageError(
            f"Several files are named {what}: give the whole path of one, or the id or number of its paper."
        )
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
    return frozenset(copy for copy in held if copy[0] in files)
