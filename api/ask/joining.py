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
    return {
        (row["id"], row["other_id"]): JoinEffect(
            len({task for identity in (row["id"], row["other_id"]) for task in _tasks(store, row["kind"], identity)}),
            loads.get((row["id"], row["other_id"])),
        )
        for row in rows
    }


def _tasks(store: Store, kind: str, identity: str) -> set[str]:
    """The tasks of a unit, or those that concern a place."""
    if not identity:
        return set()
    named = (identity,)
    return set(chosen(store, Choice(unit=named) if kind == "unit" else Choice(place=named)))
