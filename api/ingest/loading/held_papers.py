"""By what the papers are known of which a store holds files: asked of the store once, however many files ask."""

from graph.papers.identities import identities
from graph.refresh.outlines import read_outlines
from graph.stores.protocol import Store


class HeldPapers:
    """The identities of the papers (`graph.papers.identities.identities`) of all files that a store held when they were
    first asked for.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._by_file: dict[str, frozenset[str]] = {}
        self._read = False

    def identities(self, sha256: str) -> frozenset[str]:
        """Those of the paper of a held file, by its hash. Raises StoreError where the store fails."""
        if not self._read:
            self._by_file = {one.sha256: frozenset(identities(one)) for one in read_outlines(self.store).documents}
            self._read = True
        return self._by_file[sha256]
