"""What a decision on a proposal would change, told before it is taken."""

from dataclasses import dataclass

from api.ask.proposing import ProposalRow
from graph.stores.protocol import Store
from queries.chosen import Choice, chosen
from queries.header import Ids
from queries.joining import JoinedLoad, joined_loads


@dataclass(frozen=True, slots=True)
class JoinEffect:
    """What would be if the two names of a proposal were one: the tasks of both, and the load of a unit in its year,
    None where that is not compared.
    """

    tasks: int
    load: JoinedLoad | None


def effects(store: Store, rows: list[ProposalRow], within: Ids = ()) -> dict[tuple[str, str], JoinEffect]:
    """The effect of each proposal, by the ids of its two. Raises StoreError where the store fails."""
    units = [(row["id"], row["other_id"]) for row in rows if row["kind"] == "unit"]
    loads = joined_loads(store, units, within)
    found = {}
    for row in rows:
        pair = (row["id"], row["other_id"])
        load = loads.get(pair)
        found[pair] = JoinEffect(load.tasks if load else len(_tasks(store, row["kind"], pair)), load)
    return found


def _tasks(store: Store, kind: str, pair: tuple[str, str]) -> set[str]:
    """The tasks of two units, or those that concern two places."""
    named = tuple(filter(None, pair))
    return set(chosen(store, Choice(unit=named) if kind == "unit" else Choice(place=named))) if named else set()
