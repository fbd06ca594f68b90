"""What a store holds and says after a fault: asked as a reader would, in a process of its own."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from api.cli.program import main
from graph.errors import PlangraphError
from graph.facts import Node
from graph.history.entries import LABEL as HISTORY_ENTRY
from graph.history.entries import entries_in
from graph.history.reading import missing_numbers
from graph.model import BY_PEOPLE
from graph.stores.open import open_store
from graph.stores.read_back import read_all, read_records

_WHEN = {"decided_on", "made_on", "recorded_on", "who", "why"}
"""Of a record of people, what differs from run to run."""
_NAMED = {"Task": "title", "Correction": "field"}
"""By which property a node of these labels is named in an action (`tests.faults.actions.IdOf`)."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: the exit codes of `documents` and of `check` (0 where that was not run), a digest of all facts and
    records of people but the history ("" where the store could not be opened: then `refused` is the key of the
    sentence), one of the history, whether that is `gapless`, the files of the graph with the hashes of their bytes, and
    ids by label and name.
    """

    documents: int
    check: int
    digest: str
    refused: str
    history: str = ""
    gapless: bool = True
    files: tuple[tuple[str, str], ...] = ()
    ids: tuple[tuple[str, str, str], ...] = ()

    @classmethod
    def of(cls, text: str) -> "Look":
        """What was written by `look`."""
        held = json.loads(text)
        lists = {key: tuple(map(tuple, held[key])) for key in ("files", "ids")}
        return cls(**{**held, **lists})

    @property
    def whole(self) -> str:
        """The digests of all that it holds, its history with it; "" where it could not be opened."""
        return self.digest and f"{self.digest} {self.history}"


def look(store: str, result: Path, *, check: bool = False) -> None:
    """Read a store as people do, and write down what it holds; with `check` let the program compare it too."""
    result.unlink(missing_ok=True)
    documents = _exit_code(["--lang", "en", "documents", "--store", store])
    checked = _exit_code(["--lang", "en", "check", "--store", store]) if check else 0
    try:
        seen = held(store)
    except PlangraphError as error:
        seen = Look(0, 0, "", error.key)
    told = asdict(seen) | {"documents": documents, "check": checked}
    result.write_text(json.dumps(told), encoding="utf-8")


def held(where: str) -> Look:
    """What a store holds."""
    store = open_store(where, read_only=True)
    try:
        facts = read_all(store)
        records = [node for label in BY_PEOPLE for node in read_records(store, label)]
    finally:
        store.close()
    told = [repr(_plain(node)) for node in (*facts.nodes, *records) if node.label != HISTORY_ENTRY]
    told += [repr((edge.key, sorted(edge.properties.items()))) for edge in facts.edges]
    entries = entries_in(node.properties for node in records if node.label == HISTORY_ENTRY)
    return Look(
        documents=0,
        check=0,
        digest=_digest(told),
        refused="",
        # What upkeep did again after a loss is told too, and differs by what was lost.
        history=_digest(repr((one.deed, one.changes)) for one in entries if one.deed.act != "upkeep"),
        gapless=not missing_numbers(entries),
        files=tuple(
            sorted(
                (path, node.id)
                for node in facts.nodes
                if node.label == "File" and isinstance(paths := node.properties["paths"], tuple)
                for path in paths
            )
        ),
        ids=tuple(
            (node.label, str(node.properties[_NAMED[node.label]]), node.id)
            for node in (*facts.nodes, *records)
            if node.label in _NAMED
        ),
    )


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _plain(node: Node) -> tuple[str, str, list[tuple[str, object]]]:
    return node.label, node.id, sorted((name, value) for name, value in node.properties.items() if name not in _WHEN)


def _exit_code(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
