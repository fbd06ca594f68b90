"""Rows of changes and of places that papers tell by name: each place with the way to the one above it."""

from collections.abc import Iterator, Mapping

from graph.derive.corpus import Corpus
from graph.exports.registers.tables import Cells, EventRow
from graph.facts import Node
from graph.identity.scope import TOP, is_place, parts_of
from graph.ids import digest
from graph.places.changes import Party
from graph.places.dates import EventDates
from graph.places.timeline import Event

UNSTATED = "?"
"""What ends a date that follows from the day on which a paper was issued, as loaders.registers.named reads it."""


def change_rows(corpus: Corpus) -> list[EventRow]:
    """A row for each place that went in and each that came out, by day and change."""
    events = sorted(corpus.events, key=lambda event: (event.happening.dates.order, event.id))
    return [row for event in events for row in _legs(event)]


def place_rows(places: Mapping[str, Node], above: Mapping[str, str], corpus: Corpus) -> list[Cells]:
    """A row for each place without a code (by id, with the one above it), by the way to it and its days."""
    roots = _Roots(corpus)
    rows = []
    for identity, node in places.items():
        way = [str(node.properties["name"])]
        at = identity
        while at in above:
            at = above[at]
            way.append(str(places[at].properties["name"]))
        root = roots.of(at, way[-1])
        parent = "/".join([*([] if root == TOP else [root]), *reversed(way[1:])]) or TOP
        since, until = str(node.properties["valid_from"]), str(node.properties["valid_to"])
        until = "" if until and until < since else until  # papers at odds with each other
        cells = {"name": way[0], "level": str(node.properties["level"]), "parent_id": parent}
        rows.append(((parent, way[0], since, until, identity), {**cells, "valid_from": since, "valid_to": until}))
    return [cells for _, cells in sorted(rows, key=lambda row: row[0])]


class _Roots:
    """What lies above places that no place lies above: nothing, or a paper that names none."""

    def __init__(self, corpus: Corpus) -> None:
        self._known = {period.id: parts_of(period.place)[0] for period in corpus.place_periods}
        self._papers = sorted({key for paper in corpus.papers for key in paper.scopes if not is_place(key)})

    def of(self, identity: str, name: str) -> str:
        """The key of the paper in which a place (by id and name) is known, else `TOP`."""
        if identity in self._known:
            return self._known[identity] or TOP
        keys = ("", *self._papers)
        return next((key for key in keys if digest("place", key, name, "first") == identity), "") or TOP


def _legs(event: Event) -> Iterator[EventRow]:
    roles, dates = event.happening.roles, event.happening.dates
    again = any(one.said.statement.again for one in event.happening.told)
    for old in roles.before or (None,):
        for new in roles.after or (None,):
            told = tuple(
                one.said
                for one in event.happening.told
                if (old is None or any(party.place == old.place for party in one.before))
                and (new is None or any(party.place == new.place for party in one.after))
            )
            yield EventRow(
                {
                    "event": event.id,
                    "date": _date(dates),
                    "decided_on": dates.decided_on,
                    "number": dates.number,
                    "kind": "restore" if again and old is None else roles.kind,
                    "status": dates.status,
                    **(_side("old", old) if old else {}),
                    **({"share": old.said.share, "part": old.said.part} if old else {}),
                    **(_side("new", new) if new else {}),
                    "note": next((one.statement.note for one in told if one.statement.note), ""),
                },
                told,
            )


def _side(side: str, party: Party) -> Cells:
    parent, name = parts_of(party.path)
    return {
        f"{side}_name": name,
        f"{side}_parent": parent or TOP,
        f"{side}_level": party.level,
        f"{side}_role": party.said.role,
    }


def _date(dates: EventDates) -> str:
    """The date in its words; one that none states lies before the day on which it was spoken of."""
    if dates.stated_on or not dates.latest:
        return dates.stated_on
    return f"../{dates.latest}{UNSTATED}"
