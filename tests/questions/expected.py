"""What a right answer to a question is, and whether an answer is that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["right", "wrong", "refused"]
VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "refused")


@dataclass(frozen=True, slots=True)
class Tasks:
    """These tasks (ids), and no others."""

    ids: frozenset[str]

    def met(self, rows: Sequence[Mapping[str, object]]) -> bool:
        """Whether the rows are these."""
        return {row.get("task_id") for row in rows} == self.ids and len(rows) == len(self.ids)


@dataclass(frozen=True, slots=True)
class Names:
    """These names; one of `best` stands first, where there are any."""

    names: frozenset[str]
    best: frozenset[str] = frozenset()

    def met(self, rows: Sequence[Mapping[str, object]]) -> bool:
        """Whether the rows are these."""
        first = rows[0].get("name") if rows else None
        return {row.get("name") for row in rows} == self.names and (not self.best or first in self.best)


@dataclass(frozen=True, slots=True)
class Count:
    """A number."""

    number: int

    def met(self, rows: Sequence[Mapping[str, object]]) -> bool:
        """Whether the rows are this."""
        return len(rows) == 1 and dict(rows[0]) == {"count": self.number}


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer: the graph does not know it; one of these words is named where there are any."""

    words: frozenset[str] = frozenset()


Expected = Tasks | Names | Count | Refused


def verdict(expected: Expected, not_understood: Sequence[str], rows: Sequence[Mapping[str, object]]) -> Verdict:
    """Whether an answer is right, wrong, or a refusal where there is an answer."""
    if isinstance(expected, Refused):
        named = any(word in one for one in not_understood for word in expected.words) or not expected.words
        return "right" if not_understood and not rows and named else "wrong"
    if not_understood:
        return "wrong" if rows else "refused"
    return "right" if expected.met(rows) else "wrong"
