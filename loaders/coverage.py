"""Which stretches of a text are told by what was read of it."""

from bisect import bisect_right
from collections.abc import Iterable

from graph.statements import Source


class Coverage:
    """The stretches of a text that sources cover, joined where they meet."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted((source.start or 0, source.end or 0) for source in sources):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Whether something of a stretch is covered."""
        index = bisect_right(self.starts, end - 1)
        return index > 0 and self.ends[index - 1] > start

    def holds_all(self, start: int, end: int) -> bool:
        """Whether every character of a stretch is covered."""
        index = bisect_right(self.starts, start)
        return index > 0 and self.ends[index - 1] >= end > start

    def holds(self, position: int) -> bool:
        """Whether the character at a position is covered."""
        index = bisect_right(self.starts, position)
        return index > 0 and self.ends[index - 1] > position
