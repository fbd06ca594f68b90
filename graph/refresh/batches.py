"""Many files in portions, each of which is one transaction: what reaches each other goes together, so that hardly
anything is built twice, and a portion ends before its facts fill the memory.
"""

from collections.abc import Iterable, Iterator, Sequence

from graph.identity.grouping import connected
from graph.papers.papers import Paper
from graph.refresh.delta import Delta, together
from graph.refresh.reach import before_and_after, circles
from graph.stores.corrections import stored_corrections
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store

MOST = 5000
"""Tasks that a portion reaches, as a rule: the facts of so many take about 300 MiB while they are built and written."""


def portions(store: Store, coming: Sequence[Delta], most: int = MOST) -> Iterator[tuple[Delta, ...]]:
    """All that is coming, once each, in portions that reach about `most` tasks; what is in a `Delta` stays together.

    Files that share a scope, directly or over others, are in one portion, however many they are. Raises StoreError
    where the store fails.
    """
    if len(coming) <= 1:
        if coming:
            yield tuple(coming)
        return
    before, later = before_and_after(store, stored_decisions(store), together(coming), stored_corrections(store))
    around = circles(before.papers, later.papers)
    circle_of = {sha256: number for number, circle in enumerate(around) for sha256 in circle.files}
    tasks = _tasks((*before.papers, *later.papers))
    portion: list[Delta] = []
    weight = 0
    for group in connected(coming, lambda one: {circle_of[sha256] for sha256 in one.files}):
        reached = {circle_of[sha256] for one in group for sha256 in one.files}
        heavy = sum(tasks[sha256] for number in reached for sha256 in around[number].files)
        if portion and weight + heavy > most:
            yield tuple(portion)
            portion, weight = [], 0
        portion += group
        weight += heavy
    yield tuple(portion)


def _tasks(papers: Iterable[Paper]) -> dict[str, int]:
    """How many tasks each file of these papers states, by hash."""
    return {copy.document.sha256: copy.tasks for paper in papers for copy in paper.copies}
