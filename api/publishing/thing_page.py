"""What the page of a thing tells: its fields, what it is joined with, and the words of the papers that say so."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.publishing.things import SIDES, Side, Things, address
from api.settings import Language
from api.words import words
from graph.facts import Edge, Node
from graph.messages.sentences import say
from graph.messages.tables import row
from queries.citations import place_for_people, within

FIELDS: dict[str, tuple[str, ...]] = {
    "Document": ("number", "issuer", "issued_on", "replaced_on"),
    "Plan": ("ordinal",),
    "Task": ("content", "category", "item", "due_text", "start", "due"),
    "Unit": ("kind", "level", "aliases"),
    "Person": ("aliases",),
    "Place": ("level", "code", "valid_from", "valid_to"),
    "ChangeEvent": ("stated_on", "earliest", "latest", "decided_on", "status", "number"),
    "Post": (),
    "File": ("paths", "format", "id"),
}
"""The fields that a page shows, by label; `item` is a task's number."""
RELATIONS = (
    *("LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "OVERSEES", "SETS", "CONTAINS", "COPY_OF", "CONCERNS"),
    *("HOLDS", "POST_IN", "CHANGED_BY", "RESULTED_IN", "PART_OF", "LOCATED_IN", "REPLACES", "REVISES"),
)
"""Relationships in the order of the page."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage: where it stands in words, its file, the page and anchor that show it, and its words."""

    place: str
    within: str
    file: str
    href: str
    quote: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Something that a thing is joined with: its name and page, what is said of the bond, and the passages for it."""

    title: str
    href: str
    note: str
    passages: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """A passage on the page of its file: its id, what it is, and the things that it states."""

    id: str
    kind: str
    quoted: Quoted
    states: tuple[Joined, ...]
    against: tuple[Quoted, ...]


def fields(things: Things, node: Node) -> list[tuple[str, str]]:
    """The fields of a thing that have a value, each with its heading."""
    found = []
    for name in FIELDS[node.label]:
        value = node.properties["number" if name == "item" else name]
        listed = value if isinstance(value, tuple) else (str(value),) if value else ()
        if listed:
            told = "、".join(words.value(things.lang, name, one) for one in listed)
            found.append((say(things.lang, f"published_fields.{name}"), told))
    return found


def corrections(things: Things, node: Node) -> list[str]:
    """What people put right in a thing, each with what the paper says."""
    said = (node.properties.get(name, ()) for name in ("corrected", "as_read"))
    pairs = zip(*(one if isinstance(one, tuple) else () for one in said), strict=True)
    return [
        say(things.lang, "published.as_read", field=words.value(things.lang, "field", field), read=read or "—")
        for field, read in pairs
    ]


def relations(things: Things, node: Node) -> list[tuple[str, list[Joined]]]:
    """What a thing is joined with, by relationship, each with its heading."""
    name, found = (node.label, node.id), []
    for kind in RELATIONS:
        for side in SIDES:
            others = things.others(name, kind, side)
            if others:
                joined = [_joined(things, edge, other) for edge, other in others]
                joined.sort(key=lambda one: (one.title, one.href))
                found.append((heading(things.lang, kind, side), joined))
    return found


def heading(lang: Language, kind: str, side: Side) -> str:
    """What a relationship is called from one of its ends."""
    return say(lang, f"relation_out.{kind}" if side == "out" else f"relation_in.{kind}")


def sources(things: Things, node: Node) -> list[Quoted]:
    """The passages that state a thing, in the order of their files."""
    stated = [passage for _, passage in things.others((node.label, node.id), "STATED_IN", "out")]
    return sorted(_quoted(things, stated), key=lambda one: (one.file, one.href))


def told_in(things: Things, file: Node) -> list[ToldPassage]:
    """The passages of a file, in its order, with what each states and which others contradict it."""
    return [
        ToldPassage(
            passage.id,
            row(f"passage_kinds.{passage.properties['kind']}").get(things.lang, str(passage.properties["kind"])),
            next(_quoted(things, [passage])),
            tuple(
                Joined(things.title(other), address(other), "", ())
                for _, other in things.others(("Passage", passage.id), "STATED_IN", "in")
            ),
            tuple(_quoted(things, _contradicting(things, passage))),
        )
        for passage in things.passages(file)
    ]


def _contradicting(things: Things, passage: Node) -> list[Node]:
    name = (passage.label, passage.id)
    both = (*things.others(name, "CONFLICTS", "out"), *things.others(name, "CONFLICTS", "in"))
    return [other for _, other in both]


def _joined(things: Things, edge: Edge, other: Node) -> Joined:
    said = edge.properties
    notes = [words.value(things.lang, name, str(said[name])) for name in ("role", "share") if said.get(name)]
    notes += [str(said["part"])] if said.get("part") else []
    if said.get("lead"):
        notes.append(say(things.lang, "published.lead"))
    listed = said.get("sources", ())
    names = [("Passage", one) for one in (listed if isinstance(listed, tuple) else ())]
    passages = [things.nodes[name] for name in names if name in things.nodes]
    return Joined(things.title(other), address(other), " · ".join(notes), tuple(_quoted(things, passages)))


def _quoted(things: Things, passages: list[Node]) -> Iterator[Quoted]:
    for passage in passages:
        file = things.file_of(passage.id)
        if file is not None:
            said = passage.properties
            href = f"{address(file)}#p-{passage.id}"
            yield Quoted(place_for_people(said), within(said), things.title(file), href, str(said["quote"]))
