"""The workload network: units and leaders sized by load and coloured by verdict, joined by the tasks they share."""

import math
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graph.facts import Value
from viz.bonds import Bond, bonds, listed
from viz.layout import Point, Room, shelve, spread, text_width
from viz.page import PAPER, render
from viz.palette import EDGE, ROLES, VERDICTS, role_colour, role_words, verdict_paint, verdict_words
from viz.picture import Key, Line, Mark, Note, Picture, Shape

Row = Mapping[str, Value]

LABEL = 1.35
"""Height of a line of a label, in its font size, with the distance to its mark."""

OPACITY = 0.42
GRAVE = ("severely overloaded", "overloaded")
WIDTH = 900.0
SHELF = 130.0
CAPTION = "没有共同任务：任务只写明单位，或只写明领导"
READING = "面积按负荷；线连接共同承担任务的领导和单位，越宽共同任务越多，颜色取单位在其中最重的职责。"


def draw(place: str, units: Sequence[Row], leaders: Sequence[Row], tasks: Sequence[Row]) -> str:
    """The page of a place's workload. `units` and `leaders` are rows of `queries.workload` by unit and by leader,
    `tasks` rows of `tasks/list` of the same place and period.
    """
    return render(picture(place, units, leaders, tasks), straight=True)


def picture(place: str, units: Sequence[Row], leaders: Sequence[Row], tasks: Sequence[Row]) -> Picture:
    """The picture of a place's workload; see `draw`."""
    known = {str(row["id"]): row for row in (*leaders, *units)}
    joined = bonds(units, leaders, tasks)
    places = _places(known, joined)
    people = {str(row["id"]) for row in leaders}
    return Picture(
        title=f"{place}工作负荷网络",
        subtitle=_subtitle(units, leaders),
        empty=f"{place}没有任务，无可绘制。",
        marks=tuple(_mark(row, "diamond" if name in people else "dot", places[name]) for name, row in known.items())
        + _caption(places, joined),
        lines=tuple(_line(bond, known) for bond in joined),
        legend=_legend(known.values(), joined),
        notes=_notes(known.values()),
    )


def _places(known: Mapping[str, Row], joined: Sequence[Bond]) -> dict[str, Point]:
    """Units and leaders that share tasks as a network; those that share none in rows below it."""
    graph: nx.Graph[str] = nx.Graph()
    for bond in joined:
        graph.add_edge(bond.leader, bond.unit, weight=1 + math.log2(bond.tasks))
    rooms = {name: _room(row) for name, row in known.items()}
    places = spread(graph, {name: rooms[name] for name in graph})
    lone = [name for name in known if name not in graph]
    width = max([WIDTH, *(2 * abs(x) for x, _ in places.values())])
    bottom = max((y for _, y in places.values()), default=0.0)
    return places | shelve(lone, rooms, width, bottom + SHELF)


def _caption(places: Mapping[str, Point], joined: Sequence[Bond]) -> tuple[Mark, ...]:
    """The words above the rows of units and leaders that share no task with one another."""
    lone = set(places) - {name for bond in joined for name in (bond.leader, bond.unit)}
    if not lone or not joined:
        return ()
    top = min(places[name][1] for name in lone)
    return (Mark("caption", CAPTION, "text", 0, round(top - SHELF / 2), PAPER, PAPER, ink=EDGE, font=15),)


def _subtitle(units: Sequence[Row], leaders: Sequence[Row]) -> str:
    rows = (*units, *leaders)
    periods = "、".join(sorted({str(row["period"]) for row in rows}))
    tasks = {task for row in rows for task in listed(row, "task_ids")}
    return f"{periods}　单位 {len(units)} 个，领导 {len(leaders)} 名，有人承担的任务 {len(tasks)} 项".strip()


def _size(row: Row) -> int:
    """Half the width of a mark: its area grows with the load."""
    return round(8 + 6 * math.sqrt(_load(row)))


def _load(row: Row) -> float:
    value = row["load"]
    return float(value) if isinstance(value, (int, float, str)) else 0.0


def _label(row: Row) -> str:
    return f"{row['name']} {_load(row):g}"


def _font(row: Row) -> int:
    """The size of a label: heavy loads are written larger."""
    return round(15 + min(7.0, 1.4 * math.sqrt(_load(row))))


def _room(row: Row) -> Room:
    size = _size(row)
    half = max(size, text_width(_label(row), _font(row)) / 2)
    return Room(half, size, size + LABEL * _font(row))


def _mark(row: Row, shape: Shape, at: Point) -> Mark:
    paint = verdict_paint(str(row["verdict"]))
    return Mark(
        id=str(row["id"]),
        label=_label(row),
        shape=shape,
        x=round(at[0]),
        y=round(at[1]),
        fill=paint.fill,
        border=paint.border,
        size=_size(row),
        font=_font(row),
        tip=_tip(row),
    )


def _tip(row: Row) -> str:
    lines = [f"{row['name']}：{verdict_words(str(row['verdict']))}", *str(row["reason"]).split("；")]
    if row["peak_month"]:
        lines.append(f"到期最多的月份：{row['peak_month']}")
    return "\n".join(filter(None, lines))


def _line(bond: Bond, known: Mapping[str, Row]) -> Line:
    role = bond.roles[0][0]
    counts = "，".join(f"{role_words(name)} {count}" for name, count in bond.roles)
    return Line(
        start=bond.leader,
        end=bond.unit,
        colour=role_colour(role),
        width=round(1 + 1.6 * math.sqrt(bond.tasks - 1), 1),
        tip=f"{known[bond.leader]['name']} — {known[bond.unit]['name']}\n共同任务 {bond.tasks} 项（单位{counts}）",
        opacity=OPACITY,
    )


def _legend(rows: Iterable[Row], joined: Sequence[Bond]) -> tuple[Key, ...]:
    """Both shapes, and of verdicts and roles those that the picture holds."""
    usual = VERDICTS["not overloaded"].fill
    given = {str(row["verdict"]) for row in rows}
    held = {bond.roles[0][0] for bond in joined}
    shapes = (Key("dot", usual, "单位"), Key("diamond", usual, "领导"))
    verdicts = tuple(Key("dot", paint.fill, verdict_words(name)) for name, paint in VERDICTS.items() if name in given)
    roles = tuple(Key("line", role_colour(role), f"单位{role_words(role)}") for role in ROLES if role in held)
    return shapes + verdicts + roles


def _notes(rows: Iterable[Row]) -> tuple[Note, ...]:
    """The verdicts that need a look, with their reasons, the heaviest load first."""
    grave = [row for row in rows if str(row["verdict"]) in GRAVE]
    grave.sort(key=lambda row: (GRAVE.index(str(row["verdict"])), -_load(row), str(row["name"])))
    sentences = tuple(f"{row['name']}{verdict_words(str(row['verdict']))}：{row['reason']}" for row in grave)
    return (Note("负荷过重", sentences or ("没有单位或领导超负荷。",)), Note("怎样看", (READING,)))
