"""Taking files into a store.

Loading again changes nothing: the same bytes at the same path are known; other bytes at the same path take the place
of the old ones (`api.ingest.loading.replace`); the same bytes at another path are one file at two paths; another
file of the same issued paper is another copy of it. A file that cannot be read is refused and does not stop the others.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from api.ingest.files.chunks import chunks
from api.ingest.files.find import find
from api.ingest.files.own_files import own_files
from api.ingest.files.recognise import look
from api.ingest.files.register import read_register
from api.ingest.files.schemes import held_schemes, under_scheme
from api.ingest.loading.summary import Summary, together
from api.ingest.loading.take_in import take_in
from api.ingest.upkeep.up_to_date import keep_up
from graph.history.entries import Deed
from graph.history.noting import noting
from graph.refresh.load import held_copies
from graph.stores.protocol import Store

Progress = Callable[[str, int, int], None]
"""Told of each file that has been looked at: its name, how many have been, how many there are."""


def load(
    store: Store,
    paths: Iterable[str | Path],
    *,
    workers: int = 1,
    progress: Progress | None = None,
    scheme: str = "",
) -> Summary:
    """Load files, folders and patterns into a store; what is one is joined by rules and by the decisions in the store.
    Codes of tables that name no scheme are of `scheme`; without it, of one by the name of the file.

    A graph that is not up to date is brought so first (`api.ingest.upkeep.up_to_date`). A long load is several
    transactions; a file is wholly in or wholly out, whatever happens. Raises StoreError where the store fails; what
    was committed before stays.
    """
    store = noting(store, Deed(act="load"))
    search = find(paths, besides=own_files(store.where))
    upkeep = keep_up(store, (one.path for one in search.found), workers=workers)
    register = read_register(store.where)
    parts = [Summary(refused=search.refused, passed_over=search.passed_over)]
    looked = 0
    for chunk in chunks(search.found):
        seen = []
        known = frozenset(sha256 for sha256, _ in held_copies(store))
        held = held_schemes(store) if scheme and known else {}
        for one in look(chunk, known, workers):
            looked += 1
            seen.append(under_scheme(one, scheme, held))
            if progress is not None:
                progress(one.file.name, looked, len(search.found))
        parts.append(take_in(store, seen, register))
    return together(parts, upkeep)
