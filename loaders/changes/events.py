"""From lists of places to a change: who ends, who goes on, who is new. What kind of change that makes is decided where
all statements of it are put together (`graph.places.roles`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.statements import ChangeParty
from graph.words.levels import VILLAGES, endings_of, level_of, ranks
from loaders.changes.lists.lists import ListedPlace
from loaders.places.names import stem_of


@dataclass(frozen=True, slots=True)
class ChangeParties:
    """A change without its place in the text: what goes in, what comes out, who gives, and below which place."""

    level: str
    before: tuple[ChangeParty, ...]
    after: tuple[ChangeParty, ...]
    givers: tuple[str, ...] = ()
    parent: str = ""

    @property
    def transfers(self) -> bool:
        """Whether nothing ends and nothing begins: places, or pieces of them, come under another place or into it."""
        roles = {party.role for party in (*self.before, *self.after)}
        moves = "receives" in roles or len(self.before) > 1
        return len(self.after) == 1 and moves and roles.isdisjoint({"ends", "created"})


def joined(
    old: Sequence[ListedPlace], new: Sequence[ListedPlace], *, ended: frozenset[str] | None = None
) -> ChangeParties:
    """Old places that become new ones (合并, 更名, 撤销…设立…, 分设). An old one whose name is among the new continues.

    `ended` names those that are said to end, where only some are: a piece of any other leaves its place going on.
    """
    results = {party.name for party in new}
    before = tuple(_incoming(party, results, ended) for party in _once(old))
    kept = {party.name for party in before if party.role == "continues"}
    after = tuple(
        ChangeParty(p.name, "continues" if p.name in kept else "created", p.share, p.part) for p in _once(new)
    )
    return ChangeParties(_level(new, old), before, after, parent=_parent(new, old))


def absorbed(
    old: Sequence[ListedPlace], new: Sequence[ListedPlace], *, ended: frozenset[str] | None = None
) -> ChangeParties:
    """Old places that go into others which go on (甲村并入乙村); `ended` as for `joined`."""
    results = {party.name for party in new}
    outside = [party for party in _once(old) if party.name not in results]
    before = tuple(_incoming(party, results, ended) for party in outside)
    before += tuple(ChangeParty(party.name, "continues") for party in _once(new))
    after = tuple(ChangeParty(party.name, "continues") for party in _once(new))
    return ChangeParties(_level(new, old), before, after, parent=_parent(new, old))


def given(old: Sequence[ListedPlace], receiver: ListedPlace) -> ChangeParties:
    """Pieces of places that go on without them, and the place that receives them (甲村第3组 → 乙村)."""
    before = tuple(ChangeParty(party.name, "continues", party.share, party.part) for party in _once(old))
    after = (ChangeParty(receiver.name, "receives"),)
    return ChangeParties(old[0].level, before, after, parent=_parent([receiver], old))


def perhaps_an_area(change: ChangeParties) -> str:
    """The name of what is set up or ends alone and may be no place: 观察区, 文明村; "" for any other change.

    A district, and a village or community that is set up, is one in words on places only.
    """
    if len(change.before) + len(change.after) != 1:
        return ""
    name = next(party.name for party in (*change.before, *change.after))
    area = name.endswith("区") and level_of(name) in ("county", "city")  # 招聘专区
    return name if area or (change.after and change.level in VILLAGES) else ""


def is_area_of(name: str, known: Callable[[str], bool]) -> bool:
    """Whether a 专区 bears the name of another place that the paper names (平川县, 平川市); any other name will do."""
    if level_of(name) != "city":
        return True
    stem = stem_of(name)
    others = (stem + word for level in ("city", "county") for word in endings_of(level))
    return any(other != name and known(other) for other in others)


def transferred(moved: Sequence[ListedPlace], receiver: ListedPlace) -> list[ChangeParties]:
    """One change for each nearest giver; a piece of a place (甲镇部分区域) leaves its place going on and giving."""
    changes: list[ChangeParties] = []
    groups: dict[str, list[ListedPlace]] = {}
    for party in moved:
        groups.setdefault(party.name if party.share == "part" else party.giver, []).append(party)
    for giver, parties in groups.items():
        before = tuple(
            ChangeParty(party.name, "continues" if party.share == "part" else "moved", party.share, party.part)
            for party in _once(parties)
        )
        after = (ChangeParty(receiver.name, "receives"),)
        givers = (giver,) if giver else ()
        changes.append(ChangeParties(parties[0].level, before, after, givers))
    return changes


def pieces(parties: Sequence[ListedPlace], result: ListedPlace) -> list[ListedPlace]:
    """The parties of 以原…的行政区域 at the level of the result: 江干区的甲街道、乙街道 is a piece of 江干区."""
    found: dict[str, ListedPlace] = {}
    for party in parties:
        lower = ranks().get(party.level, 9) > ranks().get(result.level, 9)
        if not (lower and party.giver):
            found.setdefault(party.name, party)
        elif party.giver in found and found[party.giver].part:
            known = found[party.giver]
            found[party.giver] = known.piece(f"{known.part}、{party.name}")
        else:
            whole = ListedPlace(party.giver, result.level, former=party.former)
            found[party.giver] = whole.piece(party.name)
    return list(found.values())


def _incoming(party: ListedPlace, results: set[str], ended: frozenset[str] | None) -> ChangeParty:
    goes_on = party.name in results or (party.share == "part" and ended is not None and party.name not in ended)
    return ChangeParty(party.name, "continues" if goes_on else "ends", party.share, party.part)


def _once(parties: Sequence[ListedPlace]) -> list[ListedPlace]:
    return list({party.name: party for party in reversed(parties)}.values())[::-1]


def _level(new: Sequence[ListedPlace], old: Sequence[ListedPlace]) -> str:
    """The level of what comes of it, else of what was; a city made of counties alone is of their level (县级市)."""
    first = next(iter((*new, *old)), None)
    if first is None:
        return "unknown"
    of_counties = bool(old) and all(party.level == "county" for party in old)
    return "county" if first.level == "city" and of_counties and not first.rank_said else first.level


def _parent(new: Sequence[ListedPlace], old: Sequence[ListedPlace]) -> str:
    return next(("/".join(party.above) for party in (*new, *old) if party.above), "")
