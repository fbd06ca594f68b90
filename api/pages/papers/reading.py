"""A paper as it was read: its text with every fact marked in it, and beside it the facts, each leading to the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from api.ask.unread_groups import UnreadGroup, UnreadPassage, folded, headings_in
from api.kept_files import find_file
from api.pages.papers.marking import MarkedBlock, Marker, PassageMark
from api.pages.papers.page_boxes import first_pages
from api.pages.papers.texts import blocks_of_file, blocks_of_passages
from graph.facts import Node, Value
from graph.model import relationship_types
from graph.statements import KINDS, Statement, UnreadStatement, from_says
from graph.stores import ddl
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes
from loaders.formats.readers import PartRow, reader_of
from loaders.text import Paragraph, Text
from queries.citations import place, within

SHOWN = ("plan", "task", "change", "appointment", "replacement", "unread")


@dataclass(frozen=True, slots=True)
class Fact:
    """A passage with what it says, as written, and the node that it states (label and id; "" where there is none).

    `change` is the kind of the change that it tells of, "" for what tells of none; `place` is where it stands in a
    file without lines, `within` under which heading and in which element. `corrected` is whether a person's correction
    hangs on it, which stands at what it states.
    """

    passage: str
    kind: str
    says: Statement
    line: int
    label: str
    node: str
    change: str = ""
    place: str = ""
    within: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its facts; `whole` says that the file itself was at hand, so that nothing of it is missing. `pages`
    are the pages whose pictures mark the words of passages, by the ids of these.
    """

    blocks: tuple[MarkedBlock, ...]
    facts: tuple[Fact, ...]
    unread: tuple[UnreadGroup, ...]
    whole: bool
    path: str
    pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many facts of each kind there are."""
        return {kind: sum(fact.kind == kind for fact in self.facts) for kind in SHOWN}


@dataclass(frozen=True, slots=True)
class TextPart:
    """The characters of a file from `start` to `end` (None: to its end)."""

    start: int = 0
    end: int | None = None

    def holds(self, offset: int) -> bool:
        """Whether a character stands in it."""
        return self.start <= offset and (self.end is None or offset < self.end)


def read_paper(store: Store, path: str, sha256: str, part: TextPart) -> Reading:
    """The reading of a part of a file by the name that it is kept by."""
    passages = [one for one in passages_of(store, sha256) if part.holds(start_of(one))]
    text = find_file(store, path, sha256)
    blocks = blocks_of_passages(passages, _part_row(store, sha256)) if text is None else blocks_of_file(text)
    marker = Marker(map(PassageMark.of, passages))
    shown = tuple(marker.block(block) for block in blocks if part.holds(block.start))
    pages = first_pages(text, passages) if text is not None else {}
    return replace(facts_read(store, path, text, passages), blocks=shown, pages=pages)


def facts_read(store: Store, path: str, text: Text | None, passages: Sequence[Node]) -> Reading:
    """The facts of passages, and what was not read, without the text around them."""
    prose = [one.words for one in text.blocks if isinstance(one, Paragraph)] if text is not None else []
    headings = headings_in((words.start, words.text) for words in prose)
    unread = [found for one in passages if (found := _unread(one)) is not None]
    return Reading((), _facts(store, passages), tuple(folded(unread, headings)), text is not None, path)


def _unread(passage: Node) -> UnreadPassage | None:
    """A passage of which nothing was read; None for one that says something."""
    said = passage.properties
    says = from_says("unread", str(said["says"])) if said["kind"] == "unread" else None
    if not isinstance(says, UnreadStatement):
        return None
    line, quote = int(str(said["line"])), str(said["quote"])
    return UnreadPassage(start_of(passage), line, quote, says.reason, says.reason_values, passage.id, _place(said))


def _part_row(store: Store, sha256: str) -> PartRow:
    """How the quotes of rows are parted in the format of a file."""
    formats = [str(file.properties["format"]) for file in read_nodes(store, [("File", sha256)])]
    return reader_of(formats[0] if formats else "").part_row


def passages_of(store: Store, sha256: str) -> list[Node]:
    """All passages of a file, in its order, the wider first."""
    has = ddl.read_edges(relationship_types()["HAS"], "File", "Passage", at="start")
    names = [("Passage", str(row["end_id"])) for row in store.read(has, {"ids": (sha256,)})]
    return sorted(read_nodes(store, names), key=lambda one: (start_of(one), -_end(one), one.id))


def files_of(store: Store, document: str) -> dict[str, str]:
    """The files that hold a copy of a paper: the hash of each by the names that it is kept by, sorted."""
    copies = ddl.read_edges(relationship_types()["COPY_OF"], "File", "Document", at="end")
    names = [("File", str(row["start_id"])) for row in store.read(copies, {"ids": (document,)})]
    found = {str(path): file.id for file in read_nodes(store, names) for path in _tuple(file.properties["paths"])}
    return dict(sorted(found.items()))


def start_of(passage: Node) -> int:
    """The offset at which a passage begins."""
    return int(str(passage.properties["start_char"]))


def _end(passage: Node) -> int:
    return int(str(passage.properties["end_char"]))


def _facts(store: Store, passages: Sequence[Node]) -> tuple[Fact, ...]:
    stated = stated_nodes(store, [one.id for one in passages])
    events = sorted({found for found in stated.values() if found[0] == "ChangeEvent"})
    changes = {event.id: str(event.properties["kind"]) for event in read_nodes(store, events)}
    return tuple(_fact(one, stated, changes) for one in passages if one.properties["kind"] in SHOWN)


def _fact(passage: Node, stated: Mapping[str, tuple[str, str]], changes: Mapping[str, str]) -> Fact:
    said = passage.properties
    kind = next(kind for kind in KINDS if kind == said["kind"])
    label, node = stated.get(passage.id, ("", ""))
    says = from_says(kind, str(said["says"]))
    line = int(str(said["line"]))
    corrected = bool(said["corrections"])
    change = changes.get(node, "")
    return Fact(passage.id, kind, says, line, label, node, change, _place(said), within(said), corrected)


def _place(said: Mapping[str, Value]) -> str:
    """Where a passage stands in a file without lines."""
    return "" if said["line"] else place(said)


def stated_nodes(store: Store, passages: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The label and id of the node that each passage states, the first of several."""
    edges = read_edges_at(store, [("Passage", passage) for passage in passages])
    found = sorted((edge.end[1], edge.start) for edge in edges if edge.type == "STATED_IN")
    return dict(reversed(found))


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
