"""A store of another version of the program: what its nodes and relationships lack of the model, or that it is newer.

Only more can be brought to a store, never less: facts follow from passages and decisions and are built again, and a
file whose readers have changed is read again. Who finds in a store what the model does not know is the older program.
"""

from collections.abc import Collection, Iterator, Mapping

from graph.errors import StoreError
from graph.model import NODES, RECORDS, RELATIONSHIPS
from graph.model_types import Property


def missing(where: str, had: Mapping[str, Collection[str]]) -> Iterator[tuple[str, Property]]:
    """The properties that a store lacks, each with its label or type; `had` has the names of those that it knows, for
    each label and type of which it knows any.

    Raises StoreError where it has one that the model does not know.
    """
    declared = {one.label: one.properties for one in (*NODES, *RECORDS)}
    declared |= {one.type: one.properties for one in RELATIONSHIPS}
    for name, names in had.items():
        if name not in declared or set(names) - {p.name for p in declared[name]}:
            raise newer(where)
        yield from ((name, p) for p in declared[name] if p.name not in names)


def newer(where: str) -> StoreError:
    """The error for a store that knows more than this program does."""
    return StoreError("store.newer", store=where)


def older(where: str) -> StoreError:
    """The error for a store of another version that is only to be read, and so cannot be brought up to date."""
    return StoreError("store.older", store=where)


def foreign(where: str) -> StoreError:
    """The error for a store with data that is not ours."""
    return StoreError("server.other_data", store=where)
