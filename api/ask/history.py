"""The history of a store as rows: who changed what and when, the latest first."""

from collections.abc import Iterable, Mapping
from typing import Annotated, TypedDict

from api.local_time import local
from graph.facts import Value
from graph.history.changes import FILE
from graph.history.entries import Change, HistoryEntry
from graph.history.reading import history
from graph.stores.protocol import Store
from queries.period import parse


class HistoryChange(TypedDict):
    """One thing that came, went or changed."""

    what: Annotated[str, "File, Decision, or the label of another record"]
    change: Annotated[str, "added, removed, changed; of a file also replaced, where other bytes took its path."]
    name: Annotated[
        str, "The path of a file, the names that were decided on, the words that were corrected, the task of a report."
    ]
    id: str
    told: Annotated[Mapping[str, Value], "What is told of it, by the names of its properties."]


class HistoryRow(TypedDict):
    """An entry of the history."""

    number: int
    at: Annotated[str, "The moment, ISO 8601 by the clock here."]
    who: str
    act: str
    changes: list[HistoryChange]


def history_rows(store: Store, *, since: str = "", who: str = "") -> list[HistoryRow]:
    """The entries since a day (a month or a year counts from its first day) and by a person of this name, the latest
    first. Raises UsageError for what is no day, StoreError where the store fails.
    """
    first = parse(since, "since").first if since else ""
    entries = history(store)
    paths = {one.id: str(one.told["path"]) for entry in entries for one in entry.changes if one.label == FILE}
    return [
        _row(entry, paths)
        for entry in reversed(entries)
        if local(entry.at)[:10] >= first and who in ("", entry.deed.who)
    ]


def _row(entry: HistoryEntry, paths: Mapping[str, str]) -> HistoryRow:
    return {
        "number": entry.number,
        "at": local(entry.at),
        "who": entry.deed.who,
        "act": entry.deed.act,
        "changes": list(_changes(entry.changes, paths)),
    }


def _changes(changes: Iterable[Change], paths: Mapping[str, str]) -> Iterable[HistoryChange]:
    """The changes; of a path that lost one file and got another, one."""
    listed = list(changes)
    came, went = ({one.told["path"] for one in listed if one.label == FILE and one.change == how} for how in _WAYS)
    for one in listed:
        replaced = one.label == FILE and one.told["path"] in came & went
        if replaced and one.change == "removed":
            continue
        told = dict(one.told)
        names = told.get("names", ())
        if isinstance(names, tuple) and names:
            # The editions that a decision is on are named by the hashes of their files.
            told["names"] = names = tuple(paths.get(name, name) for name in names)
        name = str(told.get("path", told.get("quote", told.get("title", "")))) or "、".join(
            names if isinstance(names, tuple) else ()
        )
        yield {
            "what": one.label,
            "change": "replaced" if replaced else one.change,
            "name": name,
            "id": one.id,
            "told": told,
        }


_WAYS = ("added", "removed")
