"""What had been committed to a store and is missing in it, after damage to its log.

An embedded store notes what was committed (`graph.stores.ladybug.commits`); a Neo4j server keeps its own log, and a
store in memory loses all or nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import StoreError
from graph.facts import Node
from graph.model import APPENDED

Copy = tuple[str, str]
"""The hash of a file's bytes and a name under which it is kept, as in `graph.refresh.delta`."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Copies of files that are missing, and copies that had been taken out and are `back`; `records` of people that
    are missing, and those (by id) that had been undone and are there.
    """

    missing: frozenset[Copy] = frozenset()
    back: frozenset[Copy] = frozenset()
    records: tuple[Node, ...] = ()
    undone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was lost."""
        return bool(self.missing or self.back or self.records or self.undone)

    def and_(self, other: "Loss") -> "Loss":
        """What is lost by this and by a further loss."""
        return Loss(
            missing=self.missing | other.missing,
            back=self.back | other.back,
            records=(*self.records, *(one for one in other.records if one not in self.records)),
            undone=tuple(sorted({*self.undone, *other.undone})),
        )

    def still(self, copies: frozenset[Copy], records: Mapping[str, Node]) -> "Loss":
        """What of it is still lost in a store that holds these."""
        return Loss(
            missing=self.missing - copies,
            back=self.back & copies,
            records=tuple(one for one in self.records if records.get(one.id) != one),
            undone=tuple(key for key in self.undone if key in records),
        )

    def as_rows(self) -> dict[str, object]:
        """The same as JSON can hold it."""
        return {
            "missing": sorted(map(list, self.missing)),
            "back": sorted(map(list, self.back)),
            "records": [record_row(one) for one in self.records],
            "undone": list(self.undone),
        }

    @classmethod
    def of_rows(cls, rows: Mapping[str, Any]) -> "Loss":
        """What `as_rows` gave."""
        return cls(
            missing=frozenset((sha256, name) for sha256, name in rows["missing"]),
            back=frozenset((sha256, name) for sha256, name in rows["back"]),
            records=records_of(rows),
            undone=tuple(rows["undone"]),
        )


NO_LOSS = Loss()


def record_row(one: Node) -> dict[str, object]:
    """A record as JSON can hold it."""
    return {"label": one.label, **one.properties}


def records_of(rows: Mapping[str, Any]) -> tuple[Node, ...]:
    """The records of a noted commit, or loss; before corrections were kept they were `decisions` without labels."""
    found = []
    for row in rows.get("records", rows.get("decisions", ())):
        told = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        found.append(Node(str(told.pop("label", "Decision")), str(told["id"]), told))
    return tuple(found)


def loss_told(where: str, loss: Loss) -> StoreError:
    """The error for a store that lacks what had been committed, until a program that writes has seen to it."""
    files = len(loss.missing | loss.back)
    reports = sum(one.label == "Report" for one in loss.records)
    decisions = sum(one.label not in APPENDED for one in loss.records) + len(loss.undone)
    return StoreError("store.lost", store=where, files=files, decisions=decisions, reports=reports)
