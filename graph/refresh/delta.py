"""What changes among the files of a store: files come, lie at a further path, or go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.statements import PlanDocument

Copy = tuple[str, str]
"""A file as loaded: the hash of its bytes, and the path at which it lies."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What changes among the files: `read` come, `found` lie at a further path, `gone` are taken out.

    The store holds the bytes of what is found and the copies that go.
    """

    read: tuple[PlanDocument, ...] = ()
    found: frozenset[Copy] = frozenset()
    gone: frozenset[Copy] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """The hashes of all files that come, are found or go."""
        return frozenset({sha256 for sha256, _ in self.gone | self.found} | {one.sha256 for one in self.read})

    @property
    def copies(self) -> frozenset[Copy]:
        """All copies that will be there and were not."""
        return self.found | {(document.sha256, document.path) for document in self.read}


def together(several: Iterable[Delta]) -> Delta:
    """All of this at once."""
    listed = list(several)
    return Delta(
        tuple(document for one in listed for document in one.read),
        frozenset[Copy]().union(*(one.found for one in listed)),
        frozenset[Copy]().union(*(one.gone for one in listed)),
    )


def after(documents: Iterable[PlanDocument], coming: Delta) -> Iterator[PlanDocument]:
    """The documents that will be there, of those that are."""
    yield from coming.read
    found: dict[str, list[str]] = {}
    for sha256, path in sorted(coming.found):
        found.setdefault(sha256, []).append(path)
    for document in documents:
        for path in found.pop(document.sha256, ()):
            yield replace(document, path=path)
        if (document.sha256, document.path) not in coming.gone:
            yield document
