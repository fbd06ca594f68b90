"""Whether each quoted passage still stands in its file: every source file is opened again and its quotes are compared.

A file is looked for where it lay when it was loaded, then among the uploads beside the store, which may have been moved
with them, else below a base folder under the name that it is kept by.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from api.ingest.dependents import DependentFact, dependents
from api.ingest.file_hash import hash_where_readable
from api.ingest.own_files import uploads_folder
from api.ingest.register import Register, read_register
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
from queries.citations import place

QuoteFault = Literal["changed", "moved"]


@dataclass(frozen=True, slots=True)
class FailedQuote:
    """A passage whose words no longer stand at their place in the file kept as `path`: they are `changed`, or `moved`
    to another line. `facts` are those that rest on it, `place` is the file with the line, or what it has instead.
    """

    path: str
    line: int
    fault: QuoteFault
    quote: str
    passage: str
    facts: tuple[DependentFact, ...]
    place: str


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
    where: str,
    copies: Iterable[Copy],
    register: Register,
    passages_of: Callable[[str], Iterable[Node]],
    facts_on: Callable[[Sequence[str]], Mapping[str, tuple[DependentFact, ...]]] = lambda _: {},
    *,
    base: Path | None = None,
) -> Verification:
    """Compare the quotes of copies that the store `where` holds with their files: `passages_of` gives the passages of
    a file by its hash, `facts_on` the facts that rest on passages (none where it is not given).
    """
    uploads = uploads_folder(where)
    failed: list[FailedQuote] = []
    unopened: list[UnopenedFile] = []
    files = quotes = 0
    for copy in sorted(copies, key=lambda copy: (copy[1], copy[0])):
        try:
            characters = read(_where(copy, register, uploads, base or Path.cwd())).characters
        except FileRefusedError as error:
            unopened.append(UnopenedFile(copy[1], error.reason))
            continue
        passages = sorted(passages_of(copy[0]), key=lambda passage: (_number(passage, "start_char"), passage.id))
        files, quotes = files + 1, quotes + len(passages)
        failed += _failed(copy[1], passages, characters, facts_on)
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
    characters: str,
    facts_on: Callable[[Sequence[str]], Mapping[str, tuple[DependentFact, ...]]],
) -> list[FailedQuote]:
    lines = characters.split("\n")
    faults = {passage: fault for passage in map(_Quote.of, passages) if (fault := passage.fault(characters, lines))}
    facts = facts_on([passage.id for passage in faults])
    return [
        FailedQuote(path, p.line, fault, p.words, p.id, facts.get(p.id, ()), f"{path}:{p.place}" if p.place else path)
        for p, fault in faults.items()
    ]


@dataclass(frozen=True, slots=True)
class _Quote:
    """The words of a passage and their place: characters from `start`, lines from `line` to `end_line`."""

    id: str
    words: str
    start: int
    line: int
    end_line: int
    place: str

    @classmethod
    def of(cls, passage: Node) -> "_Quote":
        words = str(passage.properties["quote"])
        numbers = (_number(passage, name) for name in ("start_char", "line", "end_line"))
        start, line, end_line = numbers
        where = str(line) if line else place(passage.properties)
        return cls(passage.id, words, start, line, end_line, where)

    def fault(self, characters: str, lines: Sequence[str]) -> QuoteFault | None:
        """None where the words stand at their characters, or, where something before them changed, in their lines."""
        if characters.startswith(self.words, self.start):
            return None
        if self.words in "\n".join(lines[max(self.line - 1, 0) : self.end_line]):
            return None
        return "moved" if self.words in characters else "changed"


def _number(passage: Node, name: str) -> int:
    value = passage.properties[name]
    return value if isinstance(value, int) else 0
