"""Where the things stand that a page names: an address for each name of a unit or leader in a place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from api.ask.resolve import similar, unknown
from api.pages.links import Links
from api.pages.view import ElsewhereError, View
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import AT_ONCE
from queries.resolve import Candidate, Findable, candidates, known_names, names_of
from queries.rows import ThingRow


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
            {(kinds.get(row["kind"], row["kind"]), row["place"], row["name"]): row["id"] for row in found},
        )

    def address(self, kind: str, place: object, name: object) -> str:
        """The page of a unit or leader named in a task of a place; where it is unknown there, a search for it."""
        found = self.ids.get((kind, str(place), str(name)))
        return self.links.thing(kind, found) if found else self.links.to("/search", q=name)


def _owners(store: Store, tasks: Sequence[str]) -> list[ThingRow]:
    return ask(store, "tasks/owners", tasks=tasks)


def find(
    view: View, store: Store, kind: Findable, wanted: str, among: Callable[[Candidate], bool] = lambda _: True
) -> Candidate:
    """What an id names. A name leads to the page of the one who bears it, or, where several do, to the search for it;
    `among` says which of those who bear it a name leads to. Raises NotFoundError with near names, and ElsewhereError
    for a name.
    """
    found = [one for one in candidates(store, kind, wanted) if one.fit != "part"]
    for one in found:
        if one.id == wanted:
            return one
    bearers = [one for one in found if among(one)]
    if len(bearers) == 1:
        raise ElsewhereError(view.links.thing(kind.removesuffix("s"), bearers[0].id, **view.links.kept()))
    if bearers:
        raise ElsewhereError(view.links.to("/search", q=wanted))
    raise unknown(kind, wanted, similar(wanted, known_names(store, kind)))


def inside_words(view: View, store: Store) -> str:
    """What the page is narrowed to, by name; "" for all places."""
    return "、".join(names_of(store, view.asker(store).inside))
