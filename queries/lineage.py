"""Where a place comes from and what became of it, change by change, in time (`queries.places.trace` is the walk)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Annotated, Literal, TypedDict

from graph.messages.message import Plain
from graph.messages.sentences import reason_words
from graph.messages.tables import Lang
from graph.stores.protocol import Store
from queries.ask import ask
from queries.existence import existed, why
from queries.header import Ids
from queries.period import ALWAYS, Period
from queries.places.parts import CAME, WENT, parts_came, parts_went
from queries.places.trace import Reached, Way, trace
from queries.rows import PlaceRow
from queries.values import day as to_day

Direction = Literal["self", "before", "after"]


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
    code: Annotated[str, "Of the place, in its scheme; empty where it bears none."]
    from_id: Annotated[str, "The place from which the last change led here: its own row is the parent in the tree."]
    from_code: str
    to_code: str
    existed: str
    note: Annotated[tuple[str, ...], "Codes, whose sentences hold the values."]
    note_values: Mapping[str, Plain]


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
            reached += [(way, one) for one in trace(store, start, way, time, parts=parts)]
        rows += _rows(store, start, reached, day)
    return rows


def _window(first: str, last: str) -> Period:
    return Period(to_day("from", first) if first else ALWAYS.first, to_day("to", last) if last else ALWAYS.last, "")


def _starts(store: Store, places: Ids) -> list[str]:
    """The periods to begin at, in the order of their list: of one lasting place the last."""
    rows = ask(store, "places/of_ids", places=places) if places else []
    ids = [row["place_id"] for row in rows]
    later = {
        link["from_id"]
        for link in (ask(store, "places/after", places=tuple(ids)) if len(ids) > 1 else ())
        if link["place_id"] in ids and link["lasting_id"] == link["from_lasting_id"]
    }
    ends = sorted((row for row in rows if row["place_id"] not in later), key=lambda row: row["since_latest"])
    last = {row["lasting_id"]: row["place_id"] for row in ends}
    return [row["place_id"] for row in rows if last.get(row["lasting_id"]) == row["place_id"]]


def _rows(store: Store, start: str, reached: Sequence[tuple[Direction, Reached]], day: str) -> list[LineageRow]:
    ids = tuple(one.place for _, one in reached)
    between = (one.link["from_id"] for _, one in reached if one.link)
    wanted = tuple(sorted({*ids, *between}))
    periods = {row["place_id"]: row for row in ask(store, "places/of_ids", places=wanted)} if wanted else {}
    after = ask(store, "places/after", places=ids)
    ends = {link["from_id"] for link in after if not link["place_id"]}
    parts = {WENT: parts_went(after, ids), CAME: parts_came(store, ids, ids)}
    went = _went(store, ends)
    dates = _dates(store, {one.link["change_id"] for _, one in reached if one.link})
    rows = []
    for direction, one in reached:
        period = periods[one.place]
        state, because = existed(period, day) if day else ("", "")
        values: dict[str, Plain] = {"since": period["since"], "until": period["until"]} if state else {}
        noted = (*_notes(one, ends), *([because] if because else []))
        if one.place in went:
            noted, values = (*noted, "lineage.villages_went"), {**values, **went[one.place]}
        for code, told in parts.items():
            if one.place in told:
                noted, values = (*noted, code), {**values, **told[one.place]}
        if one.link and (differing := dates.get(one.link["change_id"])):
            noted, values = (*noted, "lineage.dates_differ"), {**values, "dates": differing}
        came_by = periods[one.link["from_id"]] if one.link else None
        rows.append(_row(start, direction, one, period, came_by, state, noted, values))
    return rows


def _went(store: Store, places: AbstractSet[str]) -> dict[str, dict[str, Plain]]:
    """What became of the villages of places without a stated successor, by place: 甲镇 2, 乙镇 1, of 3."""
    rows = ask(store, "places/villages_went", places=tuple(sorted(places))) if places else []
    found: dict[str, dict[str, Plain]] = {}
    for place in sorted({row["from_id"] for row in rows if row["to_id"]}):
        own = [row for row in rows if row["from_id"] == place]
        to = Counter((row["to_name"], row["to_id"]) for row in own if row["to_id"])
        most = sorted(to, key=lambda one: (-to[one], one))
        found[place] = {
            "went": [f"{name} {to[name, identity]}" for name, identity in most],
            "went_ids": [identity for _, identity in most],
            "of": len({row["village_id"] for row in own}),
        }
    return found


def _dates(store: Store, changes: AbstractSet[str]) -> dict[str, list[str | int | float]]:
    """The dates of changes that papers date otherwise, by change, each with its place: 2019-12 (a.txt:3)."""
    found: dict[str, dict[str | int | float, None]] = {}
    for row in ask(store, "conflicts/of_changes", changes=sorted(changes)) if changes else ():
        told = (f"{value} ({source})" for value, source in zip(row["values"], row["sources"], strict=True))
        found.setdefault(row["change_id"], {}).update(dict.fromkeys(told))
    return {change: list(told) for change, told in found.items()}


def notes(lang: Lang, row: LineageRow) -> str:
    """The sentences of the note of a row."""
    values = row["note_values"]
    told = (
        why(lang, code, str(values["since"]), str(values["until"]))
        if code.startswith("existence.")
        else reason_words(lang, code, values)
        for code in row["note"]
    )
    return (" " if lang == "en" else "").join(told)


def _notes(one: Reached, ends: AbstractSet[str]) -> list[str]:
    """What the papers leave open: no successor, a division without telling which went where, a mere proposal."""
    notes = []
    if one.place in ends:
        notes.append("lineage.no_successor")
    if one.open_order:
        notes.append("lineage.open_order")
    elif one.share == "unknown":
        notes.append("lineage.unknown_share")
    if one.link and one.link["status"] == "proposed":
        notes.append("lineage.proposed")
    return notes


def _row(
    start: str,
    direction: Direction,
    one: Reached,
    period: PlaceRow,
    came_by: PlaceRow | None,
    state: str,
    note: tuple[str, ...],
    values: Mapping[str, Plain],
) -> LineageRow:
    link = one.link
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
        "code": period["code"],
        "from_id": came_by["place_id"] if came_by else "",
        "from_code": came_by["code"] if came_by else "",
        "to_code": period["code"],
        "existed": state,
        "note": note,
        "note_values": values,
    }
