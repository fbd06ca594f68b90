"""The only door to the store for a question: `ask(store, "tasks/by_leader", leader=ids)`.

It sees to it that what a query declares is what it is given, that its columns come back as declared, and that passages
are shown as places in files (`path:line`). Questions take ids; `queries.resolve` finds those that a name means.

`ask` gives rows of the type that the query declares (`queries.rows`), by the query's literal name; a name that is known
only at run time is asked by `ask_any`, whose rows are plain mappings.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from graph.facts import Value
from graph.stores.protocol import Store
from queries import values
from queries.caching import kept, uncached
from queries.catalogue import Query, query
from queries.citations import citation

if TYPE_CHECKING:
    from queries.signatures import Ask

Row = dict[str, Value]

_PASSAGES_AT_ONCE = 5000


def ask_any(store: Store, name: str, params: Mapping[str, object]) -> list[Row]:
    """The rows that answer the question of this name, in its order, keys and types as its columns declare.

    A store with a cache gives the same rows again, in a list of the caller's own: a row is read, never changed.

    Raises UsageError for an unknown question, a parameter that is unknown, missing or no value of its type (a bad
    date); StoreError where the store fails.
    """
    question = query(name)
    bound = values.bind(name, question.params, params)
    return list(kept(store, ("ask", name, *sorted(bound.items())), lambda: _rows(uncached(store), question, bound)))


def _ask(store: Store, name: str, /, **params: object) -> list[Row]:
    """The same by keyword. Store and name are given by position alone, so that a question may declare parameters
    called so.
    """
    return ask_any(store, name, params)


ask = cast("Ask", _ask)
"""The rows that answer a question, as `ask_any` gives them, each of the type that the query declares."""


def _rows(store: Store, question: Query, bound: Mapping[str, Value]) -> list[Row]:
    found = store.read(question.text_for(store.engine), bound)
    read = [(column.name, values.reader(column)) for column in question.columns]
    rows = [{name: of(row[name]) for name, of in read} for row in found]
    return _cited(store, question, rows)


def _cited(store: Store, question: Query, rows: Sequence[Row]) -> list[Row]:
    """The rows with passages named by where they stand instead of by id."""
    columns = [column.name for column in question.columns if column.type == "sources"]
    passages = sorted({passage for row in rows for name in columns for passage in _ids(row[name])})
    known = citations_of(store, passages) if passages else {}
    return [
        row | {name: tuple(known[passage] for passage in _ids(row[name]) if passage in known) for name in columns}
        for row in rows
    ]


def _ids(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def citations_of(store: Store, passages: Iterable[str]) -> dict[str, str]:
    """Where each passage stands, by its id: `path:line`, or other words where the format has no lines."""
    wanted = list(passages)
    return {
        row["passage_id"]: citation(row)
        for start in range(0, len(wanted), _PASSAGES_AT_ONCE)
        for row in ask(store, "sources/of_passages", passages=wanted[start : start + _PASSAGES_AT_ONCE])
    }
