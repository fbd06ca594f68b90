"""Titles of plans, changes of places and seats in groups as people corrected them: what hangs on a passage, over what
it says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.corrections.corrections import Correction
from graph.corrections.matching import Hung, in_force
from graph.corrections.rows import bounds
from graph.statements import AppointmentStatement, ChangeParty, ChangeRole, ChangeStatement, PlanStatement
from graph.words.names import name_form


def corrected_title(title: str, stated: Iterable[tuple[PlanStatement, Iterable[Hung]]]) -> str:
    """The title of a plan: what people say of the passages that name it, the last of several."""
    held = [one for plan, hung in stated for one in in_force(plan, hung) if one.what == "plan"]
    return max(held, key=lambda one: (one.made_on, one.id)).value[0] if held else title


def corrected_change(change: ChangeStatement, hung: Iterable[Hung]) -> ChangeStatement | None:
    """A change with the day and the places that people say; None for what is none, or leaves no place."""
    for one in in_force(change, hung):
        if one.what == "no_change":
            return None
        if one.what == "change":
            change = _with(change, one)
    return change if change.before or change.after else None


def _with(change: ChangeStatement, one: Correction) -> ChangeStatement:
    match one.field:
        case "before":
            return replace(change, before=_parties(change.before, one.value, "ends"))
        case "after":
            return replace(change, after=_parties(change.after, one.value, "created"))
        case _:
            when = "".join(one.value)
            earliest, latest = bounds(when) if when else ("", "")
            return replace(change, on=when, earliest=earliest, latest=latest)


def _parties(read: Sequence[ChangeParty], names: Iterable[str], usual: ChangeRole) -> tuple[ChangeParty, ...]:
    """The places of a side by these names: one that was read stays as it was, others are as those that are no more
    than a name.
    """
    known = {name_form(party.name): party for party in read}
    role = next((party.role for party in read if party.role != "continues"), usual)
    return tuple(known.get(name_form(name)) or ChangeParty(name, role) for name in names)


def corrected_seat(seat: AppointmentStatement, hung: Iterable[Hung]) -> AppointmentStatement | None:
    """A seat as people say that it is filled; None where nobody is seated. A group that is no unit has no name."""
    standing = in_force(seat, hung)
    what = {one.what for one in standing}
    if what & {"no_seat", "not_person"}:
        return None
    if "not_unit" in what:
        seat = replace(seat, unit="")
    said = {one.field: one.value[0] for one in standing if one.what == "seat"}
    return replace(
        seat,
        person=said.get("person", seat.person),
        role=said.get("role", seat.role),
        post=said.get("post", seat.post),
        unit=said.get("unit", seat.unit),
    )
