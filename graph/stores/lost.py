"""What had been committed to a store and is missing in it.

An embedded store notes what was committed (`graph.stores.ladybug.commits`); a Neo4j server keeps its own log, and a
store in memory loses all or nothing.
"""

from pathlib import Path

from graph.stores.ladybug.commits import read_commits
from graph.stores.ladybug.lost import NOTHING_LOST, Lost


def lost(where: str) -> Lost:
    """What is missing in the store `where`, since a program that writes has opened it. Raises StoreError."""
    noted = None if ":" in where else read_commits(Path(where).resolve())
    return noted.lost if noted else NOTHING_LOST
