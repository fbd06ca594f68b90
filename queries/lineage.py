"""Where a place comes from and what became of it, change by change, in time.

A trace never goes through a change that surely is older than the one it came by (forward) or younger (back), follows
several changes of one day to their end, does not go on through a place that only receives others, and keeps parts
apart from wholes: what was reached over a part anywhere on the way is a part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import NotFoundError
from graph.facts import Value
from graph.messages.sentences import say
from graph.messages.tables import Lang
from graph.stores.protocol import Store
from queries.ask import ask
from queries.existence import existed, why
from queries.explained import Explained
from queries.period import ALWAYS, Period
from queries.values import day as to_day

Row = Explained
Link = Mapping[str, Value]
Way = Literal["before", "after"]

_WEAKNESS = ("whole", "unknown", "part")


@dataclass(frozen=True, slots=True)
class Reached:
    """A place on a trace: `link` is the row of places/before or places/after that led to it, `share` that of the whole
    way.
    """

    place: str
    depth: int
    link: Link
    share: str


def lineage(
    store: Store,
    place: str,
    *,
    as_of: str = "",
    window: tuple[str, str] = ("", ""),
    ways: Sequence[Way] = ("before", "after"),
    parts: bool = False,
    within: str = "",
) -> list[Row]:
    """The place itself (direction "self", depth 0) and a row for each period of a place before or after it.

    `place` is a name or the id of a period; a name means the last period of each place that bore it. `window` leaves
    out changes that surely lie before its first or behind its last day ("" for no bound); `parts` follows parts too;
    `as_of` asks whether each place existed on a day.
    Columns: place_id, name, level, since, until, depth, direction (self, before, after), change_id, kind, role (in the
    change by which it was reached), share (whole, part, unknown), stated_on, sources (of the change), part, status,
    place (the one above), lasting_id, start_id (the place asked for), existed (existed, did not exist, unknown), note
    (what is not stated, and why it existed or not, as codes) and note_values; `notes` makes sentences of both.
    Raises NotFoundError for a place that is not in the graph, UsageError for a bad day.
    """
    day = to_day("as_of", as_of) if as_of else ""
    time = _window(*window)
    rows: list[Row] = []
    for start in _starts(store, place, within):
        reached: list[tuple[str, Reached]] = [("self", Reached(start, 0, {}, "whole"))]
        for way in ways:
            reached += [(way, one) for one in _trace(store, start, way, time, parts=parts)]
        rows += _rows(store, start, reached, day)
    return rows


def _window(first: str, last: str) -> Period:
    return Period(to_day("from", first) if first else ALWAYS.first, to_day("to", last) if last else ALWAYS.last, "")


def _starts(store: Store, place: str, within: str) -> list[str]:
    """The ids of the periods that a name or an id means."""
    wanted = "".join(place.split())
    periods = ask(store, "places/list", places=[place, wanted], within=within)
    if not periods:
        raise NotFoundError("name.no_place", name=place, hint="")
    ids = [str(row["place_id"]) for row in periods]
    later = {
        str(link["from_id"])
        for link in ask(store, "places/after", places=ids)
        if link["place_id"] in ids and link["lasting_id"] == link["from_lasting_id"]
    }
    return [identity for identity in ids if identity not in later]


def _trace(store: Store, start: str, way: Way, window: Period, *, parts: bool) -> list[Reached]:
    """All places before or after a period, each once: over wholes where it can be reached so, else over less."""
    found: dict[str, Reached] = {}
    for weakest in _WEAKNESS if parts else _WEAKNESS[:2]:
        frontier = [Reached(start, 0, {}, "whole"), *found.values()]
        while frontier:
            links = ask(store, f"places/{way}", places=[one.place for one in frontier])
            frontier = [
                one
                for one in _steps(frontier, links, way, window)
                if _WEAKNESS.index(one.share) <= _WEAKNESS.index(weakest) and one.place not in {start, *found}
            ]
            frontier = list({one.place: one for one in reversed(frontier)}.values())
            found |= {one.place: one for one in frontier}
    return sorted(found.values(), key=lambda one: (one.depth, str(one.link["name"]), one.place))


def _steps(frontier: Iterable[Reached], links: Sequence[Link], way: Way, window: Period) -> list[Reached]:
    """What can be reached in one step."""
    steps = []
    for one in frontier:
        if one.link and "receives" in {one.link["role"], one.link["from_role"]}:
            continue
        for link in links:
            if link["from_id"] == one.place and _leads(link, way) and _in_time(one.link, link, way, window):
                share = max(one.share, _share(link), key=_WEAKNESS.index)
                steps.append(Reached(str(link["place_id"]), one.depth + 1, link, share))
    return steps


def _share(link: Link) -> str:
    """How much of the place before a link joins: a village that goes on, though smaller, is the same village."""
    return "whole" if link["lasting_id"] == link["from_lasting_id"] else str(link["share"])


def _leads(link: Link, way: Way) -> bool:
    """Whether a link joins a place to one after or before it. In a transfer a place that continues does so out of its
    own earlier period alone, whatever else is moved with it.
    """
    if not link["place_id"]:
        return False
    after = link["role" if way == "after" else "from_role"]
    alike = link["lasting_id"] == link["from_lasting_id"]
    return link["kind"] != "transfer" or alike or after != "continues"


def _in_time(came_by: Link, link: Link, way: Way, window: Period) -> bool:
    """Whether a change may lie in the window and on the right side of the one that led here; unknown days may."""
    earliest, latest = str(link["earliest"]), str(link["latest"])
    if (latest and latest < window.first) or (earliest and earliest > window.last):
        return False
    if not came_by:
        return True
    if way == "after":
        return not latest or latest >= str(came_by["earliest"])
    return not earliest or not came_by["latest"] or earliest <= str(came_by["latest"])


def _rows(store: Store, start: str, reached: Sequence[tuple[str, Reached]], day: str) -> list[Row]:
    ids = [one.place for _, one in reached]
    periods = {str(row["place_id"]): row for row in ask(store, "places/list", places=ids)}
    ends = {str(link["from_id"]): link for link in ask(store, "places/after", places=ids) if not link["place_id"]}
    rows: list[Row] = []
    for direction, one in reached:
        period = periods[one.place]
        state, because = existed(period, day) if day else ("", "")
        ends_of = {end: str(period[end]) for end in ("since", "until")} if because else {}
        noted = (*_notes(one, ends), *([because] if because else []))
        rows.append(_row(start, direction, one, period) | {"existed": state, "note": noted, "note_values": ends_of})
    return rows


def notes(lang: Lang, row: Mapping[str, object]) -> str:
    """The sentences of the note of a row."""
    codes, ends = row["note"], row["note_values"]
    if not isinstance(codes, Sequence) or not isinstance(ends, Mapping):
        raise TypeError("a note is a list of codes, its values are a mapping")
    told = (
        why(lang, code, ends["since"], ends["until"]) if code.startswith("existence.") else say(lang, code)
        for code in codes
    )
    return (" " if lang == "en" else "").join(told)


def _notes(one: Reached, ends: Mapping[str, Link]) -> list[str]:
    """What the papers leave open: no successor, a division without telling which went where, a mere proposal."""
    notes = []
    if one.place in ends:
        notes.append("lineage.no_successor")
    if one.share == "unknown":
        notes.append("lineage.unknown_share")
    if one.link and one.link["status"] == "proposed":
        notes.append("lineage.proposed")
    return notes


def _row(start: str, direction: str, one: Reached, period: Mapping[str, Value]) -> Row:
    link = one.link
    kept: dict[str, Value] = {key: period[key] for key in ("place_id", "name", "level", "since", "until")}
    told: dict[str, Value] = {key: link.get(key, "") for key in ("change_id", "kind", "role")}
    return {
        **kept,
        "depth": one.depth,
        "direction": direction,
        **told,
        "share": one.share if link else "",
        "stated_on": link.get("stated_on", ""),
        "sources": link.get("sources", ()),
        "part": link.get("part", ""),
        "status": link.get("status", ""),
        "place": period["place"],
        "lasting_id": period["lasting_id"],
        "start_id": start,
    }
