"""What had been committed to a store and is missing in it, after damage to its log.

An embedded store notes what was committed (`graph.stores.ladybug.commits`); a Neo4j server keeps its own log, and a
store in memory loses all or nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import StoreError
from graph.facts import Value

Copy = tuple[str, str]
"""The hash of a file's bytes and a name under which it is kept, as in `graph.refresh.delta`."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Copies of files that are missing, and copies that had been taken out and are `back`; decisions that are missing,
    by their properties, and those (by id) that had been undone and are there; reports that are missing, by their
    properties.
    """

    missing: frozenset[Copy] = frozenset()
    back: frozenset[Copy] = frozenset()
    decisions: tuple[Mapping[str, Value], ...] = ()
    undone: tuple[str, ...] = ()
    reports: tuple[Mapping[str, Value], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was lost."""
        return bool(self.missing or self.back or self.decisions or self.undone or self.reports)

    def and_(self, other: "Loss") -> "Loss":
        """What is lost by this and by a further loss."""
        return Loss(
            missing=self.missing | other.missing,
            back=self.back | other.back,
            decisions=(*self.decisions, *(one for one in other.decisions if one not in self.decisions)),
            undone=tuple(sorted({*self.undone, *other.undone})),
            reports=(*self.reports, *(one for one in other.reports if one not in self.reports)),
        )

    def still(
        self,
        copies: frozenset[Copy],
        decisions: Mapping[str, Mapping[str, Value]],
        reports: Mapping[str, Mapping[str, Value]],
    ) -> "Loss":
        """What of it is still lost in a store that holds these."""
        return Loss(
            missing=self.missing - copies,
            back=self.back & copies,
            decisions=tuple(one for one in self.decisions if decisions.get(str(one["id"])) != one),
            undone=tuple(key for key in self.undone if key in decisions),
            reports=tuple(one for one in self.reports if reports.get(str(one["id"])) != one),
        )

    def as_rows(self) -> dict[str, object]:
        """The same as JSON can hold it."""
        return {
            "missing": sorted(map(list, self.missing)),
            "back": sorted(map(list, self.back)),
            "decisions": [dict(one) for one in self.decisions],
            "undone": list(self.undone),
            "reports": [dict(one) for one in self.reports],
        }

    @classmethod
    def of_rows(cls, rows: Mapping[str, Any]) -> "Loss":
        """What `as_rows` gave."""
        decisions = (
            {key: tuple(value) if isinstance(value, list) else value for key, value in one.items()}
            for one in rows["decisions"]
        )
        return cls(
            missing=frozenset((sha256, name) for sha256, name in rows["missing"]),
            back=frozenset((sha256, name) for sha256, name in rows["back"]),
            decisions=tuple(decisions),
            undone=tuple(rows["undone"]),
            reports=tuple(dict(one) for one in rows.get("reports", ())),
        )


NO_LOSS = Loss()


def loss_told(where: str, loss: Loss) -> StoreError:
    """The error for a store that lacks what had been committed, until a program that writes has seen to it."""
    files, decisions = len(loss.missing | loss.back), len(loss.decisions) + len(loss.undone)
    return StoreError("store.lost", store=where, files=files, decisions=decisions, reports=len(loss.reports))
