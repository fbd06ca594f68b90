"""The walk through changes of places, forward or back in time, and how much of a place lies in another.

A walk never goes through a change that surely is older than the one it came by (forward) or younger (back); it follows
several changes of one day to their end, and parts through the places that receive them; a change that is only proposed
leads on to nothing later. What holds of two places holds in both directions.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.places.land import held
from graph.stores.protocol import Store
from queries.ask import ask
from queries.period import Period
from queries.rows import PlaceLinkRow

Link = PlaceLinkRow
"""A row of places/before or places/after: a place, a change, and a place one change on."""

Way = Literal["before", "after"]

_WEAKNESS = ("whole", "unknown", "part")
_STOOD = {"continues", "receives"}
_STAYS = {"continues", "moved"}


@dataclass(frozen=True, slots=True)
class Reached:
    """A place on a walk: `link` is the row of places/before or places/after that led to it (None to the beginning),
    `share` how much of the earlier of the two places lies in the later, `open_order` whether the order of the changes
    on the way is not known.
    """

    place: str
    depth: int
    link: Link | None
    share: str
    open_order: bool = False


@dataclass(frozen=True, slots=True)
class _Move:
    """A link behind others: `crossing` is the last of them that led from one lasting place to another."""

    link: Link
    crossing: Link | None
    open_order: bool
    weakness: int
    depth: int

    @property
    def state(self) -> tuple[str, str, str]:
        crossing = self.crossing["change_id"] if self.crossing else ""
        return self.link["place_id"], self.link["change_id"], crossing

    @property
    def rank(self) -> tuple[bool, int, int, str, str]:
        return self.open_order, self.weakness, self.depth, self.link["name"], self.link["change_id"]


def trace(store: Store, start: str, way: Way, window: Period, *, parts: bool) -> list[Reached]:
    """All places before or after a period, each once, by the best way to it: the nearest first.

    Without `parts` those are left out of which only a part went on, or that only received a part.
    """
    links = _links_around(store, start, way)
    best: dict[str, _Move] = {}
    for step in _walk(links, start, way, window):
        best.setdefault(step.link["place_id"], step)
    best.pop(start, None)
    lands = {row["place_id"]: row["land"] for row in ask(store, "places/land", places=(start, *sorted(best)))}
    reached = []
    for place, step in best.items():
        own, other = lands.get(start, ()), lands.get(place, ())
        share = _share(own, other, step) if way == "after" else _share(other, own, step)
        if share != "none" and (parts or share == "whole" or _WEAKNESS[step.weakness] != "part"):
            reached.append(Reached(place, step.depth, step.link, share, step.open_order))
    return sorted(reached, key=lambda one: (one.depth, one.link["name"] if one.link else "", one.place))


def _share(earlier: Sequence[str], later: Sequence[str], step: _Move) -> str:
    """How much of the earlier place lies in the later one: by their land, else by the links between them."""
    if step.link["status"] == "proposed" or not (earlier and later):
        return "unknown" if step.open_order else _WEAKNESS[step.weakness]
    share = held(earlier, later)
    return "unknown" if step.open_order and share != "none" else share


def _links_around(store: Store, start: str, way: Way) -> dict[str, list[Link]]:
    """The changes one on from a place and from all that these lead to, by the place before each (or after it)."""
    found: dict[str, list[Link]] = {}
    frontier = [start]
    while frontier:
        wanted = tuple(frontier)
        found |= {place: [] for place in wanted}
        rows = (
            ask(store, "places/after", places=wanted) if way == "after" else ask(store, "places/before", places=wanted)
        )
        for link in rows:
            if leads(link, way):
                found[link["from_id"]].append(link)
        onward = {link["place_id"] for place in wanted for link in found[place]}
        frontier = sorted(onward - found.keys())
    return found


def _walk(links: Mapping[str, Sequence[Link]], start: str, way: Way, window: Period) -> Iterable[_Move]:
    """All steps, the best first: those whose order is known, over wholes, over few changes."""
    pending: list[tuple[tuple[bool, int, int, str, str], int, _Move]] = []
    count = 0
    seen: set[tuple[str, str, str]] = set()

    def push(steps: Iterable[_Move]) -> None:
        nonlocal count
        for step in steps:
            count += 1
            heapq.heappush(pending, (step.rank, count, step))

    push(_first(link) for link in links[start] if _in_window(link, window))
    while pending:
        _, _, step = heapq.heappop(pending)
        if step.state in seen:
            continue
        seen.add(step.state)
        yield step
        onward = links.get(step.link["place_id"], ())
        push(_next(step, link, way) for link in onward if _in_window(link, window) and _follows(step.link, link, way))


def _first(link: Link) -> _Move:
    return _Move(link, link if crosses(link) else None, open_order=False, weakness=_weakness(link), depth=1)


def _next(step: _Move, link: Link, way: Way) -> _Move:
    crossed = crosses(link)
    opened = bool(step.crossing and crossed and _order_open(step.crossing, link, way))
    weakness = max(step.weakness, _weakness(link))
    crossing = link if crossed else step.crossing
    return _Move(link, crossing, step.open_order or opened, weakness, step.depth + 1)


def _weakness(link: Link) -> int:
    """How much of the place before a link joins: a village that goes on, though smaller, is the same village."""
    return _WEAKNESS.index("whole" if not crosses(link) else link["share"])


def crosses(link: Link) -> bool:
    """Whether a link leads from one lasting place to another."""
    return link["lasting_id"] != link["from_lasting_id"]


def _order_open(one: Link, other: Link, way: Way) -> bool:
    """Whether nobody knows which of two changes came first: their dates meet and are not both days, and the place
    between them stood before both and after.
    """
    first, second = (one, other) if way == "after" else (other, one)
    into, out = (first["role"], second["from_role"]) if way == "after" else (first["from_role"], second["role"])
    days = all(link["earliest"] == link["latest"] for link in (first, second))
    dated = all(link["stated_on"] for link in (first, second)) and not days
    apart = first["latest"] < second["earliest"]
    return dated and not apart and into in _STOOD and out in _STAYS


def leads(link: Link, way: Way) -> bool:
    """Whether a link joins a place to one after or before it. In a transfer a place that continues does so out of its
    own earlier period alone, whatever else is moved with it; the place below which it then lies is none of these.
    """
    if not link["place_id"] or {link["role"], link["from_role"]} == {"moved", "receives"}:
        return False
    after = link["role"] if way == "after" else link["from_role"]
    return link["kind"] != "transfer" or not crosses(link) or after != "continues"


def _in_window(link: Link, window: Period) -> bool:
    """Whether a change may lie in a window; unknown days may."""
    earliest, latest = link["earliest"], link["latest"]
    return not ((latest and latest < window.first) or (earliest and earliest > window.last))


def _follows(came_by: Link, link: Link, way: Way) -> bool:
    """Whether a change may lie on the right side of the one that led here; a proposal leads to nothing later."""
    older, younger = (came_by, link) if way == "after" else (link, came_by)
    if older["status"] == "proposed":
        return False
    return not older["earliest"] or not younger["latest"] or older["earliest"] <= younger["latest"]
