"""An event before it is placed in time: what its statements tell together."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.places.changes import StatedChange
from graph.places.dates import EventDates, dates_of
from graph.places.roles import Roles, roles_of

Order = tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event before it is placed in time: its statements, the roles of its places, its dates."""

    told: tuple[StatedChange, ...]
    roles: Roles
    dates: EventDates

    @property
    def order(self) -> Order:
        """By date, then by the ways to the places before and after."""
        before, after = (tuple(party.path for party in side) for side in (self.roles.before, self.roles.after))
        return self.dates.order, before, after

    @property
    def taken(self) -> tuple[str, ...]:
        """The places that go in."""
        return tuple(party.place for party in self.roles.before)

    @property
    def given(self) -> tuple[str, ...]:
        """The places that come out."""
        return tuple(party.place for party in self.roles.after)

    @property
    def ways(self) -> set[str]:
        """The ways to all its places, as the papers name them."""
        return {party.path for one in self.told for party in (*one.before, *one.after)}

    @property
    def ways_in(self) -> set[str]:
        """The ways to the places that go in, as the papers name them."""
        return {party.path for one in self.told for party in one.before}

    @property
    def outliving(self) -> set[str]:
        """The places that go on under their name: they take others in or give a part of themselves."""
        return {party.place for party in self.roles.before if party.said.role == "continues"} & (
            set(self.given) | {party.place for party in self.roles.before if party.said.share == "part"}
        )

    @property
    def leaving(self) -> set[str]:
        """The places that bear their name no longer: they end, move or take another."""
        gone = {party.place for party in self.roles.before if party.said.role in {"ends", "moved"}}
        return (gone | set(self.taken if self.roles.kind == "rename" else ())) - set(self.given)

    @property
    def above(self) -> str:
        """The lasting place above its result."""
        return (self.given or self.taken)[0].rpartition("/")[0]


def happening(event: Sequence[StatedChange]) -> Happening:
    """What a group of statements tells."""
    return Happening(tuple(event), roles_of(event), dates_of(event))
