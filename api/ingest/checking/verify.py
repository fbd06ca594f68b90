"""Whether each quoted passage still stands in its file: every source file is opened again and its quotes are compared.

A file is looked for where it lay when it was loaded, then among the uploads beside the store, which may have been moved
with them, else below a base folder under the name that it is kept by.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from api.ingest.checking.dependents import DependentFact, dependents
from api.ingest.checking.quotes import PlacedQuotes, QuoteFault
from api.ingest.files.file_hash import hash_where_readable
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import Register, read_register
from graph.errors import FileRefusedError
from graph.facts import Node
from graph.messages.message import Message
from graph.model import relationship_types
from graph.refresh.delta import Copy
from graph.refresh.load import held_copies
from graph.stores import ddl
from graph.stores.protocol import Store
from graph.stores.read_back import read_nodes
from loaders.containers.places import exists
from loaders.read import read
from queries.citations import where


@dataclass(frozen=True, slots=True)
class FailedQuote:
    """A passage whose words no longer stand at their `place` in the file kept as `path` (the line, or what its format
    has instead). `now` are the words that stand there, or the place to which they moved; `facts` rest on it.
    """

    path: str
    line: int
    place: str
    fault: QuoteFault
    quote: str
    now: str
    passage: str
    facts: tuple[DependentFact, ...]

    @property
    def citation(self) -> str:
        """The file with the place."""
        return f"{self.path}:{self.place}" if self.place else self.path


@dataclass(frozen=True, slots=True)
class UnopenedFile:
    """A file, by the name that it is kept by, that could not be opened, and why."""

    path: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found: how many files and quotes were compared, the quotes that failed, the files not opened."""

    files: int
    quotes: int
    failed: tuple[FailedQuote, ...]
    unopened: tuple[UnopenedFile, ...]

    @property
    def holds(self) -> bool:
        """Whether every quote was found again."""
        return not self.failed and not self.unopened


def verify(store: Store, *, base: Path | None = None) -> Verification:
    """Compare every quote of a store with its file. `base` is the working folder if not given."""
    return compare_quotes(
        store.where,
        held_copies(store),
        read_register(store.where),
        partial(_passages, store),
        partial(dependents, store),
        base=base,
    )


def compare_quotes(
    store: str,
    copies: Iterable[Copy],
    register: Register,
    passages_of: Callable[[str], Iterable[Node]],
    facts_on: Callable[[Sequence[str]], Mapping[str, tuple[DependentFact, ...]]] = lambda _: {},
    *,
    base: Path | None = None,
) -> Verification:
    """Compare the quotes of copies that a store holds with their files: `passages_of` gives the passages of
    a file by its hash, `facts_on` the facts that rest on passages (none where it is not given).
    """
    uploads = uploads_folder(store)
    failed: list[FailedQuote] = []
    unopened: list[UnopenedFile] = []
    files = quotes = 0
    for copy in sorted(copies, key=lambda copy: (copy[1], copy[0])):
        try:
            quotes_in = PlacedQuotes(read(_where(copy, register, uploads, base or Path.cwd())), copy[0])
        except FileRefusedError as error:
            unopened.append(UnopenedFile(copy[1], error.reason))
            continue
        passages = sorted(passages_of(copy[0]), key=lambda passage: (_number(passage, "start_char"), passage.id))
        files, quotes = files + 1, quotes + len(passages)
        failed += _failed(copy[1], passages, quotes_in, facts_on)
    return Verification(files, quotes, tuple(failed), tuple(unopened))


def _where(copy: Copy, register: Register, uploads: Path, base: Path) -> Path:
    """Where to look for a copy: where it lay, among the uploads, or below the base folder; first where its very bytes
    lie, else where anything does.
    """
    sha256, name = copy
    places = (*register.lying(name, sha256), uploads / name, base / name)
    whole = next((path for path in places if hash_where_readable(path) == sha256), None)
    return whole or next((path for path in places if exists(path)), base / name)


def _passages(store: Store, sha256: str) -> list[Node]:
    has = ddl.read_edges(relationship_types()["HAS"], "File", "Passage", at="start")
    names = [("Passage", str(row["end_id"])) for row in store.read(has, {"ids": (sha256,)})]
    return read_nodes(store, names)


def _failed(
    path: str,
    passages: Iterable[Node],
    quotes: PlacedQuotes,
    facts_on: Callable[[Sequence[str]], Mapping[str, tuple[DependentFact, ...]]],
) -> list[FailedQuote]:
    found = [(passage, finding) for passage in passages if (finding := quotes.finding(passage))]
    facts = facts_on([passage.id for passage, _ in found])
    return [
        FailedQuote(
            path,
            _number(passage, "line"),
            where(passage.properties),
            finding.fault,
            str(passage.properties["quote"]),
            finding.now,
            passage.id,
            facts.get(passage.id, ()),
        )
        for passage, finding in found
    ]


def _number(passage: Node, name: str) -> int:
    value = passage.properties[name]
    return value if isinstance(value, int) else 0
