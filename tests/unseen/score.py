"""Prints the shares of what is read right of the papers of each set: python -m tests.unseen.score."""

import sys
from collections.abc import Iterator

from tests.unseen.reading import SETS, Compared, compare, papers


def scored(name: str) -> Iterator[str]:
    """A line for each fault of a set, then recall and precision by kind."""
    compared = Compared()
    for path in papers(name):
        known = len(compared.faults)
        compare(path, compared)
        yield from (f"{name}/{path.name}: {fault}" for fault in compared.faults[known:])
    yield f"{name}: {len(papers(name))} papers, lost without a word: {compared.right.pop('silent', 0)}"
    for kind, right in compared.right.items():
        counts = (compared.wanted[kind], compared.read[kind])
        recall, precision = (right / number if number else 1 for number in counts)
        yield f"  {kind:22} wanted {counts[0]:4}  recall {recall:.3f}  precision {precision:.3f}"


if __name__ == "__main__":
    for each in SETS:
        sys.stdout.writelines(f"{line}\n" for line in scored(each))
