"""The workload network: units and leaders sized by load and coloured by verdict, joined by the tasks they share."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import networkx as nx

from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.layout.layout import shelve, spread
from viz.layout.room import room_of
from viz.palette import EDGE, PAPER, ROLES, VERDICTS, role_colour, role_words, verdict_paint, verdict_words
from viz.picture import LIMIT, Group, LegendKey, Line, Mark, Note, Picture, PicturePart, Shape
from viz.pictures.bonds import Bond, bonds
from viz.pictures.loads import carried_table, overload_note, subtitle, tip_of

OPACITY = 0.42
WIDTH = 900.0
SHELF = 130.0
CAPTION = "没有共同任务：任务只写明单位，或只写明领导"
READING = "面积按负荷；线连接共同承担任务的领导和单位，越宽共同任务越多，颜色取单位在其中最重的职责。"


def picture(place: str, units: Sequence[LoadRow], leaders: Sequence[LoadRow], tasks: Sequence[TaskRow]) -> Picture:
    """The picture of a place's workload. `units` and `leaders` are rows of `queries.workload` by unit and by leader,
    `tasks` rows of `tasks/list` of the same place and period.
    """
    known = {row["id"]: row for row in (*leaders, *units)}
    joined = bonds(units, leaders, tasks)
    people = {row["id"] for row in leaders}
    marks = [_mark(row, "diamond" if name in people else "dot") for name, row in known.items()]
    homes = _homes(marks) if len(marks) > LIMIT else [marks]
    return Picture(
        title=f"{place}工作负荷网络",
        subtitle=subtitle(units, leaders),
        empty=f"{place}没有任务，无可绘制。",
        marks=tuple(mark for home in homes for mark in _placed(home, joined)),
        lines=tuple(_line(bond, known) for bond in joined),
        legend=_legend(known.values(), joined),
        notes=(overload_note(known.values()), Note("怎样看", (READING,))),
        table=carried_table(known, tasks),
        groups=_groups(known.values(), joined),
        parts=tuple(PicturePart(home[0].part, home[0].part or "未写明地方") for home in homes if home),
        straight=True,
    )


def _homes(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks of each place, in the order of the places."""
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.part].append(mark)
    return [found[name] for name in sorted(found)]


def _placed(marks: Sequence[Mark], joined: Sequence[Bond]) -> tuple[Mark, ...]:
    """Marks at their places: those that share tasks as a network; those that share none in rows below it."""
    rooms = {mark.id: room_of(mark) for mark in marks}
    graph: nx.Graph[str] = nx.Graph()
    for bond in joined:
        if bond.leader in rooms and bond.unit in rooms:
            graph.add_edge(bond.leader, bond.unit, weight=1 + math.log2(bond.tasks))
    places = spread(graph, {name: rooms[name] for name in graph})
    lone = [name for name in rooms if name not in graph]
    width = max([WIDTH, *(2 * abs(x) for x, _ in places.values())])
    bottom = max((y for _, y in places.values()), default=0.0)
    below = shelve(lone, rooms, width, bottom + SHELF)
    places |= below
    put = tuple(replace(mark, x=round(places[mark.id][0]), y=round(places[mark.id][1])) for mark in marks)
    if not below or len(below) == len(marks):
        return put
    top = round(min(y for _, y in below.values()) - SHELF / 2)
    name = f"caption {marks[0].part}"
    return (*put, Mark(name, CAPTION, "text", 0, top, PAPER, PAPER, ink=EDGE, font=15, part=marks[0].part))


def _groups(rows: Iterable[LoadRow], joined: Sequence[Bond]) -> tuple[Group, ...]:
    """What a reader filters by: kinds, verdicts, and the roles of units in what they share with a leader."""
    given, held = _held(rows, joined)
    kinds = (Group("unit", "单位", "类别"), Group("leader", "领导", "类别"))
    verdicts = tuple(Group(name, verdict_words(name), "负荷") for name in given)
    return kinds + verdicts + tuple(Group(role, f"单位{role_words(role)}", "职责") for role in held)


def _held(rows: Iterable[LoadRow], joined: Sequence[Bond]) -> tuple[list[str], list[str]]:
    """The verdicts and the roles that the picture holds, in their order."""
    given = {row["verdict"] for row in rows}
    roles = {role for bond in joined for role, _ in bond.roles}
    return [name for name in VERDICTS if name in given], [role for role in ROLES if role in roles]


def _size(row: LoadRow) -> int:
    """Half the width of a mark: its area grows with the load."""
    return round(8 + 6 * math.sqrt(row["load"]))


def _label(row: LoadRow) -> str:
    return f"{row['name']} {row['load']:g}"


def _font(row: LoadRow) -> int:
    """The size of a label: heavy loads are written larger."""
    return round(15 + min(7.0, 1.4 * math.sqrt(row["load"])))


def _mark(row: LoadRow, shape: Shape) -> Mark:
    """A unit or leader, not yet placed."""
    verdict = row["verdict"]
    paint = verdict_paint(verdict)
    return Mark(
        id=row["id"],
        label=_label(row),
        shape=shape,
        x=0,
        y=0,
        fill=paint.fill,
        border=paint.border,
        size=_size(row),
        font=_font(row),
        tip=tip_of(row),
        groups=("leader" if shape == "diamond" else "unit", verdict if verdict in VERDICTS else "not compared"),
        part=row["place"],
    )


def _line(bond: Bond, known: Mapping[str, LoadRow]) -> Line:
    role = bond.roles[0][0]
    counts = "，".join(f"{role_words(name)} {count}" for name, count in bond.roles)
    return Line(
        start=bond.leader,
        end=bond.unit,
        colour=role_colour(role),
        width=round(1 + 1.6 * math.sqrt(bond.tasks - 1), 1),
        tip=f"{known[bond.leader]['name']} — {known[bond.unit]['name']}\n共同任务 {bond.tasks} 项（单位{counts}）",
        opacity=OPACITY,
        groups=tuple(name for name, _ in bond.roles),
    )


def _legend(rows: Iterable[LoadRow], joined: Sequence[Bond]) -> tuple[LegendKey, ...]:
    """Both shapes, and of verdicts and roles those that the picture holds."""
    usual = VERDICTS["not overloaded"].fill
    given, held = _held(rows, joined)
    shapes = (LegendKey("dot", usual, "单位", group="unit"), LegendKey("diamond", usual, "领导", group="leader"))
    verdicts = tuple(LegendKey("dot", VERDICTS[name].fill, verdict_words(name), group=name) for name in given)
    roles = tuple(LegendKey("line", role_colour(role), f"单位{role_words(role)}", group=role) for role in held)
    return shapes + verdicts + roles
