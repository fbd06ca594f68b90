"""What became of each place in a change, and what kind of change it is: read from all statements of it together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.places.changes import Party, StatedChange
from graph.statements import ChangeKind, ChangeParty, ChangeRole


@dataclass(frozen=True, slots=True)
class Roles:
    """The places of a change on both sides, each once and sorted by their ways, with their roles in the whole of it."""

    kind: ChangeKind
    before: tuple[Party, ...]
    after: tuple[Party, ...]


def roles_of(event: Sequence[StatedChange]) -> Roles:
    """The roles of the places in the statements of one event.

    The one whose name the result bears continues, and so does the one that the words keep (A并入B keeps B) and the one
    that is renamed; the others end.
    """
    before = tuple(_whole_or_kept(party) for party in _united([party for one in event for party in one.before]))
    after = _united([party for one in event for party in one.after])
    kept = {party.place for party in before} & {party.place for party in after}
    if any(party.said.role == "moved" for party in before):
        return Roles("transfer", before, tuple(_as(party, "receives") for party in after))
    if len(before) == 1 and len(after) == 1 and before[0].said.share != "part":
        return Roles("rename", (_as(before[0], "continues"),), (_as(after[0], "continues"),))
    worded = not kept and len(after) == 1 and any(party.said.role == "continues" for party in after)
    before = tuple(_before(party, kept, worded=worded) for party in before)
    after = tuple(_after(party, kept, worded=worded) for party in after)
    return Roles(_kind(before, after), before, after)


def _whole_or_kept(party: Party) -> Party:
    """A place of which a part is moved continues without it."""
    return _as(party, "continues") if party.said.role == "moved" and party.said.share == "part" else party


def _after(party: Party, kept: set[str], *, worded: bool) -> Party:
    if party.place in kept or worded:
        return _as(party, "continues")
    return party if party.said.role == "receives" else _as(party, "created")


def _before(party: Party, kept: set[str], *, worded: bool) -> Party:
    if party.place in kept or (party.said.role == "continues" and (worded or party.said.share == "part")):
        return _as(party, "continues")
    return _as(party, "ends")


def _kind(before: Sequence[Party], after: Sequence[Party]) -> ChangeKind:
    """The kind that the roles make; of several places that become several, fewer are a merger and more a split."""
    if not (before and after):
        return "abolish" if before else "create"
    if any(party.said.share == "part" and party.said.role == "continues" for party in before):
        return "transfer"
    if len(before) == 1 and len(after) > 1:
        return "split"
    if any(party.said.role == "continues" for party in after):
        return "absorb"
    return "merge" if len(before) >= len(after) else "split"


def _as(party: Party, role: ChangeRole) -> Party:
    return replace(party, said=replace(party.said, role=role))


def _united(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Each place once: a whole stands over a part, the words of the first that has any describe the part."""
    by_place: dict[str, Party] = {}
    for party in parties:
        known = by_place.get(party.place)
        by_place[party.place] = _both(known, party) if known else party
    return tuple(sorted(by_place.values(), key=lambda party: (party.path, party.place)))


def _both(known: Party, other: Party) -> Party:
    strength: tuple[ChangeRole, ...] = ("moved", "receives", "continues", "created", "ends")
    role = min(known.said.role, other.said.role, key=strength.index)
    share = "whole" if "whole" in {known.said.share, other.said.share} else known.said.share
    part = "" if share == "whole" else known.said.part or other.said.part
    return replace(known, said=ChangeParty(known.said.name, role, share, part))
