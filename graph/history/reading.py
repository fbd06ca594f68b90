"""The history that a store keeps, and whether it is whole."""

from collections.abc import Collection, Iterator, Sequence

from graph.history.changes import FILE
from graph.history.entries import LABEL, HistoryEntry, entries_in
from graph.stores.protocol import Store
from graph.stores.read_back import read_records


def history(store: Store) -> tuple[HistoryEntry, ...]:
    """All entries, the oldest first. Raises StoreError where the store fails."""
    return entries_in(node.properties for node in read_records(store, LABEL))


def missing_numbers(entries: Sequence[HistoryEntry]) -> tuple[int, ...]:
    """The numbers of entries that must have been there, as later ones are."""
    numbers = {one.number for one in entries}
    return tuple(number for number in range(1, max(numbers, default=0)) if number not in numbers)


def told_otherwise(
    entries: Sequence[HistoryEntry], held: Collection[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], bool]]:
    """The copies of files (hash and path) of which the history tells last that they came (True) or went (False), and
    the store holds otherwise, sorted. What came before there was a history is told by none.
    """
    there: dict[tuple[str, str], bool] = {}
    for entry in entries:
        for one in entry.changes:
            if one.label == FILE:
                there[one.id, str(one.told["path"])] = one.change == "added"
    yield from sorted((copy, came) for copy, came in there.items() if came != (copy in held))
