"""What a store holds and says after a fault: asked as a reader would, in a process of its own."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from api.cli.program import main
from graph.errors import PlangraphError
from graph.facts import Node
from graph.stores.open import open_store
from graph.stores.read_back import read_all, read_records

_WHEN = {"decided_on", "who", "why"}
"""Of a decision, what differs from run to run."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: the exit codes of `documents` and of `check` (0 where that was not run), a digest of all facts and
    decisions ("" where the store could not be opened: then `refused` is the key of the sentence), and the files of the
    graph with the hashes of their bytes.
    """

    documents: int
    check: int
    digest: str
    refused: str
    files: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str) -> "Look":
        """What was written by `look`."""
        held = json.loads(text)
        return cls(**{**held, "files": tuple((name, sha256) for name, sha256 in held["files"])})


def look(store: str, result: Path, *, check: bool = False) -> None:
    """Read a store as people do, and write down what it holds; with `check` let the program compare it too."""
    result.unlink(missing_ok=True)
    documents = _exit_code(["--lang", "en", "documents", "--store", store])
    checked = _exit_code(["--lang", "en", "check", "--store", store]) if check else 0
    digest, refused = "", ""
    files: tuple[tuple[str, str], ...] = ()
    try:
        digest, files = held(store)
    except PlangraphError as error:
        refused = error.key
    result.write_text(json.dumps(asdict(Look(documents, checked, digest, refused, files))), encoding="utf-8")


def held(where: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A digest of all facts and decisions of a store, and its files."""
    store = open_store(where, read_only=True)
    try:
        facts, decisions = read_all(store), read_records(store, "Decision")
    finally:
        store.close()
    told = [repr(_plain(node)) for node in (*facts.nodes, *decisions)]
    told += [repr((edge.key, sorted(edge.properties.items()))) for edge in facts.edges]
    files = tuple(
        sorted(
            (path, node.id)
            for node in facts.nodes
            if node.label == "File" and isinstance(paths := node.properties["paths"], tuple)
            for path in paths
        )
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest(), files


def _plain(node: Node) -> tuple[str, str, list[tuple[str, object]]]:
    return node.label, node.id, sorted((name, value) for name, value in node.properties.items() if name not in _WHEN)


def _exit_code(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
