"""Everything around one thing: what lies within some steps of a village, a unit, a leader, a plan or a paper, in the
colours of the model, joined by the relationships of the graph.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import networkx as nx

from graph.exports.around import around
from graph.facts import Facts, Value
from graph.model import NODES, RELATIONSHIPS, node_types, relationship_types
from viz.layout.layout import spread
from viz.layout.room import room_of
from viz.palette import EDGE, INK
from viz.picture import Group, LegendKey, Line, Mark, Note, Picture, PicturePart, PictureRow, PictureTable, Shape
from viz.pictures.changes import when
from viz.pictures.lineage import KINDS
from viz.pictures.tasks import LETTERS

Name = tuple[str, str]
Values = Mapping[str, Value]

SHAPES: dict[str, Shape] = {"Person": "diamond", "ChangeEvent": "diamond", "Unit": "dot", "Post": "dot", "Place": "dot"}
"""How what is no paper or part of one is drawn; the others are boxes that hold their words."""

SIZE = 12
OWN_SIZE = 22
"""Half the width in pixels of a dot or diamond, and of that of what the picture is of."""

FONT = 14
OWN_FONT = 20

PALE = 0.62
"""How far the colour of a box is drawn towards white, so that its words can be read."""

ROLES = ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "OVERSEES")
"""The relationships with a colour of their own, that of leaders dashed; the others are grey."""

WHERE = ("LOCATED_IN", "PART_OF")
"""The relationships that nearly everything has to some place: faint."""

FAINT = "#b9c0c4"

DASHED = "OVERSEES"
DIRECTED = ("CHANGED_BY", "RESULTED_IN")
"""The relationships drawn with an arrow: what was before and what came of it."""

GROUPS = {**{kind: relationship_types()[kind].zh for kind in ROLES}, "WHERE": "位于、隶属", "OTHER": "其他关系"}
"""By what a reader switches lines off, with the words for it."""

KIND, BOND = "种类", "关系"
READING = (
    "从最大的图形出发，沿关系{steps}步以内的都画出；到了别的地方就不再往下走，否则会带出那里的全部内容。"
    "指向连线可看是什么关系；文件和出处不画，写在表中。"
)


@dataclass(frozen=True, slots=True)
class _Bond:
    """All relationships of two nodes, the first of the model first."""

    start: Name
    end: Name
    types: tuple[str, ...]


def picture(facts: Facts, centre: Name, steps: int, cited: Mapping[str, str]) -> Picture:
    """The picture of what lies within some steps of a node of these facts. `cited` tells where each passage stands, by
    its id, in the order of the files.
    """
    network = around(facts, centre, steps)
    named = {name: _words(name, values) for name, values in network.nodes(data=True)}
    bonds = _bonds(network)
    marks = _placed([_mark(name, values, name == centre) for name, values in network.nodes(data=True)], bonds)
    return Picture(
        title=f"与{named[centre]}相关的一切",
        subtitle=f"{steps} 步以内：{_counted(name for name in network if name != centre)}",
        empty="",
        marks=marks,
        lines=tuple(_line(bond, named) for bond in bonds),
        legend=_legend(network, bonds),
        notes=(Note("怎样看", (READING.format(steps=steps),)),),
        table=_table(facts, network, named, cited),
        groups=_groups(network, bonds),
        parts=tuple(PicturePart(node.label, node.zh) for node in NODES),
        straight=True,
    )


def _bonds(network: "nx.MultiDiGraph[Name]") -> list[_Bond]:
    """The joined pairs, in the order of their first relationships."""
    rank = {edge.type: number for number, edge in enumerate(RELATIONSHIPS)}
    found: dict[tuple[Name, Name], list[str]] = {}
    for start, end, kind in network.edges(keys=True):
        found.setdefault((start, end), []).append(str(kind))
    return [_Bond(start, end, tuple(sorted(types, key=rank.__getitem__))) for (start, end), types in found.items()]


def _id(name: Name) -> str:
    return "/".join(name)


def _words(name: Name, values: Values) -> str:
    """What a node is called, in full."""
    if name[0] == "ChangeEvent":
        kind = str(values["kind"])
        dates = (str(values[key]) for key in ("stated_on", "earliest", "latest"))
        return f"{KINDS.get(kind, kind)}　{when(*dates)}"
    known = (values.get(key) for key in ("name", "title", "content", "number"))
    return next((str(one).replace("\n", "") for one in known if one), node_types()[name[0]].zh)


def _mark(name: Name, values: Values, own: bool) -> Mark:  # noqa: FBT001 - one of them is the picture's own
    """A node, not yet placed."""
    words, kind = _words(name, values), node_types()[name[0]]
    shape = SHAPES.get(kind.label, "box")
    return Mark(
        id=_id(name),
        label=words if own or len(words) <= LETTERS else f"{words[: LETTERS - 1]}…",
        shape=shape,
        x=0,
        y=0,
        fill=_pale(kind.colour) if shape == "box" else kind.colour,
        border=INK if own else kind.colour,
        size=0 if shape == "box" else OWN_SIZE if own else SIZE,
        font=OWN_FONT if own else FONT,
        tip=_tip(kind.zh, words, values),
        groups=() if own else (kind.label,),
        part=kind.label,
    )


def _tip(kind: str, words: str, values: Values) -> str:
    """What is shown when a node is pointed at."""
    aliases = values.get("aliases", ())
    further = [str(one) for one in aliases if one != words] if isinstance(aliases, tuple) else []
    due = str(values.get("due_text", ""))
    lines = (f"{kind}：{words}", f"又写作：{'、'.join(further)}" if further else "", f"时限：{due}" if due else "")
    return "\n".join(filter(None, lines))


def _pale(colour: str) -> str:
    """A colour drawn towards white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * PALE):02x}" for part in parts)


def _placed(marks: list[Mark], bonds: Iterable[_Bond]) -> tuple[Mark, ...]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(mark.id for mark in marks)
    for bond in bonds:
        graph.add_edge(_id(bond.start), _id(bond.end), weight=1 + math.log2(len(bond.types)))
    places = spread(graph, {mark.id: room_of(mark) for mark in marks})
    return tuple(replace(mark, x=round(places[mark.id][0]), y=round(places[mark.id][1])) for mark in marks)


def _group(kind: str) -> str:
    """The group of a relationship; a group is its own."""
    if kind in GROUPS:
        return kind
    return "WHERE" if kind in WHERE else "OTHER"


def _line(bond: _Bond, named: Mapping[Name, str]) -> Line:
    first = bond.types[0]
    carries = first in ROLES
    words = "、".join(relationship_types()[kind].zh for kind in bond.types)
    return Line(
        _id(bond.start),
        _id(bond.end),
        _colour(first),
        2.0 if carries else 1.2,
        f"{named[bond.start]} — {words} — {named[bond.end]}",
        arrow=first in DIRECTED,
        dashed=first == DASHED,
        opacity=0.5,
        groups=tuple(dict.fromkeys(map(_group, bond.types))),
    )


def _counted(names: Iterable[Name]) -> str:
    """How many there are of each kind: 任务 8，单位 5."""
    counts = Counter(label for label, _ in names)
    return "，".join(f"{node.zh} {counts[node.label]}" for node in NODES if counts[node.label]) or "没有别的"


def _held(network: "nx.MultiDiGraph[Name]", bonds: Iterable[_Bond]) -> tuple[list[str], list[str]]:
    """The labels and the groups of relationships that the picture holds, in their order."""
    labels, groups = {label for label, _ in network}, {_group(kind) for bond in bonds for kind in bond.types}
    return [node.label for node in NODES if node.label in labels], [one for one in GROUPS if one in groups]


def _colour(kind: str) -> str:
    """The colour of a relationship, or of a group of them."""
    if kind in ROLES:
        return relationship_types()[kind].colour
    return FAINT if _group(kind) == "WHERE" else EDGE


def _legend(network: "nx.MultiDiGraph[Name]", bonds: Iterable[_Bond]) -> tuple[LegendKey, ...]:
    """Only what the picture holds; each key switches its kind off."""
    labels, groups = _held(network, bonds)
    kinds = []
    for label in labels:
        node, shape = node_types()[label], SHAPES.get(label, "box")
        kinds.append(LegendKey(shape, _pale(node.colour) if shape == "box" else node.colour, node.zh, group=label))
    lines = (LegendKey("line", _colour(one), GROUPS[one], dashed=one == DASHED, group=one) for one in groups)
    return (*kinds, *lines)


def _groups(network: "nx.MultiDiGraph[Name]", bonds: Iterable[_Bond]) -> tuple[Group, ...]:
    labels, groups = _held(network, bonds)
    return (
        *(Group(label, node_types()[label].zh, KIND) for label in labels),
        *(Group(one, GROUPS[one], BOND) for one in groups),
    )


def _table(
    facts: Facts, network: "nx.MultiDiGraph[Name]", named: Mapping[Name, str], cited: Mapping[str, str]
) -> PictureTable:
    """A row a relationship, with the places that state it: its own, else those of the node that it leads to or comes
    from.
    """
    stated: dict[Name, set[str]] = {}
    for edge in facts.edges:
        if edge.type == "STATED_IN":
            stated.setdefault(edge.start, set()).add(edge.end[1])
    order = {passage: number for number, passage in enumerate(cited)}

    def places(start: Name, end: Name, values: Values) -> tuple[str, ...]:
        own = values.get("sources", ())
        passages = set(own if isinstance(own, tuple) else ()) or stated.get(end) or stated.get(start) or set()
        known = sorted(passages & order.keys(), key=order.__getitem__)
        return tuple(dict.fromkeys(cited[passage] for passage in known))

    rows = (
        PictureRow(
            (named[start], relationship_types()[str(kind)].zh, named[end]),
            (_id(start), _id(end)),
            places(start, end, values),
        )
        for start, end, kind, values in network.edges(keys=True, data=True)
    )
    return PictureTable(("从", BOND, "到"), tuple(rows))
