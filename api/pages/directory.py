"""Where the things stand that a page names: an address for each name of a unit or leader in a place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.ask.resolve import named, names_of, similar, unknown
from api.pages.links import Links
from api.pages.view import ElsewhereError, View
from graph.stores.protocol import Store
from queries.ask import Row, ask
from queries.chosen import AT_ONCE


@dataclass(frozen=True, slots=True)
class Directory:
    """Ids of units and leaders by kind, place and name."""

    links: Links
    ids: Mapping[tuple[str, str, str], str]

    @classmethod
    def of(cls, store: Store, links: Links, tasks: Sequence[str]) -> "Directory":
        """Those of some tasks, by id."""
        found = (
            row for start in range(0, len(tasks), AT_ONCE) for row in _owners(store, tasks[start : start + AT_ONCE])
        )
        kinds = {"person": "leader"}
        return cls(
            links,
            {
                (kinds.get(str(row["kind"]), str(row["kind"])), str(row["place"]), str(row["name"])): str(row["id"])
                for row in found
            },
        )

    def address(self, kind: str, place: object, name: object) -> str:
        """The page of a unit or leader named in a task of a place; where it is unknown there, a search for it."""
        found = self.ids.get((kind, str(place), str(name)))
        return self.links.thing(kind, found) if found else self.links.to("/search", q=name)


def _owners(store: Store, tasks: Sequence[str]) -> list[Row]:
    return ask(store, "tasks/owners", tasks=tasks)


def find(view: View, store: Store, kind: str, wanted: str) -> Row:
    """The row of a leader, unit, plan or document (`kind`) that an id names, as `the_one` finds it in their list."""
    return the_one(view, named(store, kind, wanted) or ask(store, f"{kind}s/list"), kind, wanted)


def the_one(view: View, rows: Iterable[Row], kind: str, wanted: str) -> Row:
    """The row of a list that an id names. A name leads to the page of the one who bears it, or, where several do, to
    the search for it. Raises NotFoundError with near names, and ElsewhereError for a name.
    """
    listed = list(rows)
    for row in listed:
        if next(iter(row.values())) == wanted:
            return row
    bearers = [row for row in listed if wanted in {*names_of(row), row.get("number")}]
    if len(bearers) == 1:
        raise ElsewhereError(view.links.thing(kind, next(iter(bearers[0].values())), **view.links.kept()))
    if bearers:
        raise ElsewhereError(view.links.to("/search", q=wanted))
    near = similar(wanted, {name for row in listed for name in names_of(row)[1:]})
    raise unknown(kind, wanted, near)
