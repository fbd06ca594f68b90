"""Where a place comes from and what became of it, change by change, in time.

A trace never goes through a change that surely is older than the one it came by (forward) or younger (back), follows
several changes of one day to their end, does not go on through a place that only receives others, and keeps parts
apart from wholes: what was reached over a part anywhere on the way is a part.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from graph.messages.message import Plain
from graph.messages.sentences import say
from graph.messages.tables import Lang
from graph.stores.protocol import Store
from queries.ask import ask
from queries.existence import existed, why
from queries.header import Ids
from queries.period import ALWAYS, Period
from queries.rows import PlaceLinkRow, PlaceRow
from queries.values import day as to_day

Link = PlaceLinkRow
"""A row of places/before or places/after: a place, a change, and a place one change on."""

Way = Literal["before", "after"]
Direction = Literal["self", "before", "after"]

_WEAKNESS = ("whole", "unknown", "part")


class LineageRow(TypedDict):
    """A place reached on a lineage, with the change that led to it."""

    place_id: str
    name: str
    level: str
    since: str
    until: str
    depth: Annotated[int, "Changes between it and the place asked for."]
    direction: Direction
    change_id: str
    kind: str
    role: str
    share: str
    stated_on: str
    sources: tuple[str, ...]
    part: str
    status: str
    place: str
    lasting_id: str
    start_id: str
    existed: str
    note: Annotated[tuple[str, ...], "Codes, whose sentences hold the values."]
    note_values: Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Reached:
    """A place on a trace: `link` is the row of places/before or places/after that led to it (None to the beginning),
    `share` that of the whole way.
    """

    place: str
    depth: int
    link: Link | None
    share: str


def lineage(
    store: Store,
    places: Ids,
    *,
    as_of: str = "",
    window: tuple[str, str] = ("", ""),
    ways: Sequence[Way] = ("before", "after"),
    parts: bool = False,
) -> list[LineageRow]:
    """The place itself (direction "self", depth 0) and a row for each period of a place before or after it.

    `places` are ids of periods, such as `queries.resolve` finds for a name; of several periods of one lasting place the
    last is meant. `window` leaves out changes that surely lie before its first or behind its last day ("" for no
    bound); `parts` follows parts too; `as_of` asks whether each place existed on a day.
    Of the columns (`LineageRow`) role is that in the change by which it was reached, share is whole, part or unknown,
    sources are those of the change, place is the one above, start_id the place asked for, existed is existed, did not
    exist or unknown, note (codes) says why, and what is not stated; `notes` makes sentences of it.
    Raises UsageError for a bad day.
    """
    day = to_day("as_of", as_of) if as_of else ""
    time = _window(*window)
    rows: list[LineageRow] = []
    for start in _starts(store, places):
        reached: list[tuple[Direction, Reached]] = [("self", Reached(start, 0, None, "whole"))]
        for way in ways:
            reached += [(way, one) for one in _trace(store, start, way, time, parts=parts)]
        rows += _rows(store, start, reached, day)
    return rows


def _window(first: str, last: str) -> Period:
    return Period(to_day("from", first) if first else ALWAYS.first, to_day("to", last) if last else ALWAYS.last, "")


def _starts(store: Store, places: Ids) -> list[str]:
    """The periods to begin at, in the order of their list: of one lasting place the last."""
    ids = [row["place_id"] for row in ask(store, "places/list", places=places)] if places else []
    later = {
        link["from_id"]
        for link in (ask(store, "places/after", places=tuple(ids)) if len(ids) > 1 else ())
        if link["place_id"] in ids and link["lasting_id"] == link["from_lasting_id"]
    }
    return [identity for identity in ids if identity not in later]


def _links(store: Store, way: Way, places: Iterable[str]) -> list[Link]:
    """The changes one on from some places."""
    wanted = tuple(places)
    return ask(store, "places/before", places=wanted) if way == "before" else ask(store, "places/after", places=wanted)


def _trace(store: Store, start: str, way: Way, window: Period, *, parts: bool) -> list[Reached]:
    """All places before or after a period, each once: over wholes where it can be reached so, else over less."""
    found: dict[str, Reached] = {}
    for weakest in _WEAKNESS if parts else _WEAKNESS[:2]:
        frontier = [Reached(start, 0, None, "whole"), *found.values()]
        while frontier:
            links = _links(store, way, (one.place for one in frontier))
            frontier = [
                one
                for one in _steps(frontier, links, way, window)
                if _WEAKNESS.index(one.share) <= _WEAKNESS.index(weakest) and one.place not in {start, *found}
            ]
            frontier = list({one.place: one for one in reversed(frontier)}.values())
            found |= {one.place: one for one in frontier}
    return sorted(found.values(), key=lambda one: (one.depth, one.link["name"] if one.link else "", one.place))


def _steps(frontier: Iterable[Reached], links: Sequence[Link], way: Way, window: Period) -> list[Reached]:
    """What can be reached in one step."""
    steps = []
    for one in frontier:
        if one.link and "receives" in {one.link["role"], one.link["from_role"]}:
            continue
        for link in links:
            if link["from_id"] == one.place and _leads(link, way) and _in_time(one.link, link, way, window):
                share = max(one.share, _share(link), key=_WEAKNESS.index)
                steps.append(Reached(link["place_id"], one.depth + 1, link, share))
    return steps


def _share(link: Link) -> str:
    """How much of the place before a link joins: a village that goes on, though smaller, is the same village."""
    return "whole" if link["lasting_id"] == link["from_lasting_id"] else link["share"]


def _leads(link: Link, way: Way) -> bool:
    """Whether a link joins a place to one after or before it. In a transfer a place that continues does so out of its
    own earlier period alone, whatever else is moved with it; the place below which it then lies is none of these.
    """
    if not link["place_id"] or {link["role"], link["from_role"]} == {"moved", "receives"}:
        return False
    after = link["role"] if way == "after" else link["from_role"]
    alike = link["lasting_id"] == link["from_lasting_id"]
    return link["kind"] != "transfer" or alike or after != "continues"


def _in_time(came_by: Link | None, link: Link, way: Way, window: Period) -> bool:
    """Whether a change may lie in the window and on the right side of the one that led here; unknown days may."""
    earliest, latest = link["earliest"], link["latest"]
    if (latest and latest < window.first) or (earliest and earliest > window.last):
        return False
    if not came_by:
        return True
    if way == "after":
        return not latest or latest >= came_by["earliest"]
    return not earliest or not came_by["latest"] or earliest <= came_by["latest"]


def _rows(store: Store, start: str, reached: Sequence[tuple[Direction, Reached]], day: str) -> list[LineageRow]:
    ids = tuple(one.place for _, one in reached)
    periods = {row["place_id"]: row for row in ask(store, "places/list", places=ids)}
    ends = {link["from_id"] for link in ask(store, "places/after", places=ids) if not link["place_id"]}
    rows = []
    for direction, one in reached:
        period = periods[one.place]
        state, because = existed(period, day) if day else ("", "")
        noted = (*_notes(one, ends), *([because] if because else []))
        rows.append(_row(start, direction, one, period, state, noted))
    return rows


def notes(lang: Lang, row: LineageRow) -> str:
    """The sentences of the note of a row."""
    ends = row["note_values"]
    told = (
        why(lang, code, str(ends["since"]), str(ends["until"])) if code.startswith("existence.") else say(lang, code)
        for code in row["note"]
    )
    return (" " if lang == "en" else "").join(told)


def _notes(one: Reached, ends: AbstractSet[str]) -> list[str]:
    """What the papers leave open: no successor, a division without telling which went where, a mere proposal."""
    notes = []
    if one.place in ends:
        notes.append("lineage.no_successor")
    if one.share == "unknown":
        notes.append("lineage.unknown_share")
    if one.link and one.link["status"] == "proposed":
        notes.append("lineage.proposed")
    return notes


def _row(
    start: str, direction: Direction, one: Reached, period: PlaceRow, state: str, note: tuple[str, ...]
) -> LineageRow:
    link = one.link
    ends: dict[str, Plain] = {"since": period["since"], "until": period["until"]} if state else {}
    return {
        "place_id": period["place_id"],
        "name": period["name"],
        "level": period["level"],
        "since": period["since"],
        "until": period["until"],
        "depth": one.depth,
        "direction": direction,
        "change_id": link["change_id"] if link else "",
        "kind": link["kind"] if link else "",
        "role": link["role"] if link else "",
        "share": one.share if link else "",
        "stated_on": link["stated_on"] if link else "",
        "sources": link["sources"] if link else (),
        "part": link["part"] if link else "",
        "status": link["status"] if link else "",
        "place": period["place"],
        "lasting_id": period["lasting_id"],
        "start_id": start,
        "existed": state,
        "note": note,
        "note_values": ends,
    }
