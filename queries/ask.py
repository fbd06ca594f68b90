"""The only door to the store for a question: `ask(store, "tasks/by_leader", leader="冉泰休")`.

It sees to it that what a query declares is what it is given, that its columns come back as declared, that names are
found as written or in their normal form, and that passages are shown as places in files (`path:line`).
"""

from collections.abc import Iterable, Mapping, Sequence

from graph.facts import Value
from graph.stores.protocol import Store
from graph.words.names import name_form
from queries import values
from queries.caching import kept, uncached
from queries.catalogue import Query, query

Row = dict[str, Value]

_PASSAGES_AT_ONCE = 5000


def ask(store: Store, name: str, /, **params: object) -> list[Row]:
    """The rows that answer the question of this name, in its order, keys and types as its columns declare.

    A store with a cache gives the same rows again, in a list of the caller's own: a row is read, never changed. Store
    and name are given by position alone, so that a question may declare parameters called so.

    Raises UsageError for an unknown question, a parameter that is unknown, missing or no value of its type (a bad
    date); StoreError where the store fails.
    """
    question = query(name)
    bound = values.bind(name, question.params, params)
    return list(kept(store, ("ask", name, *sorted(bound.items())), lambda: _rows(uncached(store), question, bound)))


def _rows(store: Store, question: Query, bound: Mapping[str, Value]) -> list[Row]:
    text = question.text_for(store.engine)
    found = store.read(text, bound) or _by_normal_names(store, text, question, bound)
    rows = [{column.name: values.read(column, row[column.name]) for column in question.columns} for row in found]
    return _with_places(store, question, rows)


def _by_normal_names(store: Store, text: str, question: Query, bound: Mapping[str, Value]) -> list[Row]:
    """The rows for names in their normal form, where it is another than the one given: (河长办) for （河长办）."""
    normal = {p.name: name_form(str(bound[p.name])) for p in question.params if p.type == "name"}
    return store.read(text, {**bound, **normal}) if any(bound[name] != form for name, form in normal.items()) else []


def _with_places(store: Store, question: Query, rows: Sequence[Row]) -> list[Row]:
    """The rows with passages named by place instead of id."""
    columns = [column.name for column in question.columns if column.type == "sources"]
    passages = sorted({passage for row in rows for name in columns for passage in _ids(row[name])})
    places = places_of(store, passages) if passages else {}
    return [
        row | {name: tuple(places[passage] for passage in _ids(row[name]) if passage in places) for name in columns}
        for row in rows
    ]


def _ids(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def places_of(store: Store, passages: Iterable[str]) -> dict[str, str]:
    """Where each passage stands, by its id: `path:line`, or other words where the format has no lines."""
    wanted = list(passages)
    return {
        str(row["passage_id"]): place(row)
        for start in range(0, len(wanted), _PASSAGES_AT_ONCE)
        for row in ask(store, "sources/of_passages", passages=wanted[start : start + _PASSAGES_AT_ONCE])
    }


def place(row: Row) -> str:
    """A passage's place in words: `path:line`; elsewhere `path:` and sheet, page, table, row, paragraph."""
    if row["line"]:
        return f"{row['path']}:{row['line']}"
    parts = [f"{name} {row[key]}" for name, key in _PLACES if row[key]]
    return f"{row['path']}:{' '.join(parts)}" if parts else str(row["path"])


_PLACES = (("sheet", "sheet"), ("page", "page"), ("table", "table_no"), ("row", "row_no"), ("paragraph", "paragraph"))
