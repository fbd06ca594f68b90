"""What had been committed to an embedded store and is missing in it, after damage to its log."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graph.facts import Value

Copy = tuple[str, str]
"""The hash of a file's bytes and a name under which it is kept, as in `graph.refresh.delta`."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Copies of files that are missing, and copies that had been taken out and are `back`; decisions that are missing,
    by their properties, and those (by id) that had been undone and are there.
    """

    missing: frozenset[Copy] = frozenset()
    back: frozenset[Copy] = frozenset()
    decisions: tuple[Mapping[str, Value], ...] = ()
    undone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was lost."""
        return bool(self.missing or self.back or self.decisions or self.undone)

    def still(self, copies: frozenset[Copy], decisions: Mapping[str, Mapping[str, Value]]) -> "Lost":
        """What of it is still lost in a store that holds these."""
        return Lost(
            missing=self.missing - copies,
            back=self.back & copies,
            decisions=tuple(one for one in self.decisions if decisions.get(str(one["id"])) != one),
            undone=tuple(key for key in self.undone if key in decisions),
        )

    def without(self, copies: Collection[Copy]) -> "Lost":
        """The same without these missing copies."""
        return Lost(self.missing - frozenset(copies), self.back, self.decisions, self.undone)

    def as_rows(self) -> dict[str, object]:
        """The same as JSON can hold it."""
        return {
            "missing": sorted(map(list, self.missing)),
            "back": sorted(map(list, self.back)),
            "decisions": [dict(one) for one in self.decisions],
            "undone": list(self.undone),
        }

    @classmethod
    def of_rows(cls, rows: Mapping[str, Any]) -> "Lost":
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
        )


NOTHING_LOST = Lost()
