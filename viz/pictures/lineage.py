"""The lineage of a town's villages: places before on the left, what they became on the right, the change between."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import networkx as nx

from graph.keywords import CHANGE_KINDS
from viz.layout.layout import text_width
from viz.layout.trees import Measure, Point, plant
from viz.palette import EDGE, FATES, INK, PAPER, PLACES
from viz.picture import LIMIT, Group, LegendKey, Line, Mark, Note, Picture, PicturePart, PictureRow, PictureTable
from viz.pictures.changes import DrawnChange, DrawnParty

FONT = 16
SMALL = 13
PAD = 24
ROW = 50.0

KINDS = {kind.value: kind.zh for kind in CHANGE_KINDS}
"""By the kind of a change event, the Chinese word for it."""


def picture(place: str, changes: Sequence[DrawnChange]) -> Picture:
    """The picture of all changes of places inside a place; a picture without marks says so."""
    after = {party.place_id: party for change in changes for party in change.after}
    before = {party.place_id: party for change in changes for party in change.before}
    parties = {**after, **before}
    common = common_date(changes)
    return Picture(
        title=f"{place}村级建制沿革",
        subtitle=f"调整 {len(changes)} 次，由 {len(before.keys() - after)} 个成为 {len(after.keys() - before)} 个"
        + (f"，时间均为{common}" if common else ""),
        empty=f"没有找到{place}的建制调整记录，无可绘制。",
        marks=_marks(parties, changes, common),
        lines=tuple(line for change in changes for line in _lines(change)),
        legend=_legend(changes),
        notes=(
            Note(
                "怎样看",
                ("左边是调整前，右边是调整后；中间是方式和时间，时间都相同的写在标题下；指向它可以看到出处。",),
            ),
        ),
        table=PictureTable(("调整前", "方式", "调整后", "时间"), tuple(map(_entry, changes))),
        groups=_groups(changes),
        parts=tuple(PicturePart(name, name or "未写明地方") for name in sorted({change.place for change in changes})),
    )


def common_date(changes: Sequence[DrawnChange]) -> str:
    """The date that several changes all have, "" where they differ: it need be told but once."""
    dates = {change.when for change in changes}
    return dates.pop() if len(changes) > 1 and len(dates) == 1 else ""


def _entry(change: DrawnChange) -> PictureRow:
    """The row of a change: what went in, how, what came out, when."""
    kind, when = _words(change)
    before, after = ("、".join(party.name for party in side) or "（无）" for side in (change.before, change.after))
    parties = (party.place_id for party in (*change.before, *change.after))
    return PictureRow((before, kind, after, when), (change.change_id, *parties), change.sources)


def _groups(changes: Sequence[DrawnChange]) -> tuple[Group, ...]:
    """What a reader filters by: what became of a place, and the kinds of change that it went through."""
    kinds = {change.kind for change in changes}
    roles = {party.role for change in changes for party in (*change.before, *change.after)}
    fates = tuple(Group(role, words, "结果") for role, words in FATES.items() if role in roles)
    return fates + tuple(Group(kind, KINDS.get(kind, kind), "方式") for kind in sorted(kinds))


def _marks(parties: dict[str, DrawnParty], changes: Sequence[DrawnChange], common: str) -> tuple[Mark, ...]:
    if not changes:
        return ()
    graph: nx.DiGraph[str] = nx.DiGraph()
    for change in changes:
        graph.add_edges_from((party.place_id, change.change_id) for party in change.before)
        graph.add_edges_from((change.change_id, party.place_id) for party in change.after)
        graph.add_node(change.change_id, least=1)
    half = max((text_width(party.name, FONT) for party in parties.values()), default=0.0) / 2 + PAD / 2
    middle = max(text_width(words, SMALL) for change in changes for words in _shown(change, common)) / 2 + PAD / 2
    measure = Measure(across=half + middle + 70, down=ROW, below=14, beside=middle + 40)
    order = {party.place_id: f"{party.name} {party.place_id}" for party in parties.values()}
    order |= {change.change_id: change.change_id for change in changes}
    kinds = _kinds(changes)
    unplaced = [_place_mark(party, half) for party in parties.values()]
    unplaced += [_change_mark(change, middle, common) for change in changes]
    marks = [replace(mark, groups=(*mark.groups, *kinds[mark.id])) for mark in unplaced]
    found = _planted(marks, graph, dict.fromkeys(graph, ""), order, measure)
    return tuple(found if len(found) <= LIMIT else _planted(marks, graph, _homes(graph, changes), order, measure))


def _planted(
    marks: Sequence[Mark],
    graph: "nx.DiGraph[str]",
    homes: Mapping[str, str],
    order: Mapping[str, str],
    measure: Measure,
) -> list[Mark]:
    """The marks at their places and the headings above them, those of each home by themselves."""
    found: list[Mark] = []
    for home in sorted(set(homes.values())):
        places, columns = plant(graph.subgraph(node for node in graph if homes[node] == home), order, measure)
        found += [
            replace(mark, x=round(places[mark.id][0]), y=round(places[mark.id][1]), part=home)
            for mark in marks
            if mark.id in places
        ]
        found += _headings(places, columns, measure, home)
    return found


def _homes(graph: "nx.DiGraph[str]", changes: Sequence[DrawnChange]) -> dict[str, str]:
    """The town of each place and change: all of a tree belong to the town of its first change."""
    towns = {change.change_id: change.place for change in changes}
    homes: dict[str, str] = {}
    for tree in nx.weakly_connected_components(graph):
        first = min(node for node in tree if node in towns)
        homes |= dict.fromkeys(tree, towns[first])
    return homes


def _kinds(changes: Sequence[DrawnChange]) -> dict[str, tuple[str, ...]]:
    """The kinds of the changes that each place, or the change itself, is part of; by id."""
    found: dict[str, dict[str, None]] = {}
    for change in changes:
        parties = (party.place_id for party in (*change.before, *change.after))
        for name in (change.change_id, *parties):
            found.setdefault(name, {})[change.kind] = None
    return {name: tuple(kinds) for name, kinds in found.items()}


def _words(change: DrawnChange) -> tuple[str, str]:
    """The two lines on a change: its kind and its date."""
    return KINDS.get(change.kind, change.kind) + ("（拟）" if change.proposed else ""), change.when


def _shown(change: DrawnChange, common: str) -> tuple[str, ...]:
    """The lines that are written on a change: its date only where others have another."""
    kind, when = _words(change)
    return (kind,) if common else (kind, when)


def _place_mark(party: DrawnParty, half: float) -> Mark:
    paint = PLACES[party.role]
    return Mark(
        id=party.place_id,
        label=party.name,
        shape="box",
        x=0,
        y=0,
        fill=paint.fill,
        border=paint.border,
        size=round(half),
        ink=INK,
        font=FONT,
        tip=f"{party.name}：{FATES[party.role]}",
        groups=(party.role,),
    )


def _change_mark(change: DrawnChange, half: float, common: str) -> Mark:
    kind, when = _words(change)
    before, after = ("、".join(party.name for party in side) for side in (change.before, change.after))
    told = "\n".join(("出处：", *change.sources)) if change.sources else ""
    return Mark(
        id=change.change_id,
        label="\n".join(_shown(change, common)),
        shape="box",
        x=0,
        y=0,
        fill="#ffffff",
        border="#c3cacc",
        size=round(half),
        ink=EDGE,
        font=SMALL,
        tip=f"{before or '（无）'} → {after or '（无）'}\n{kind}，{when}\n{told}".strip(),
        dashed=change.proposed,
    )


def _headings(places: dict[str, Point], columns: list[float], measure: Measure, home: str) -> list[Mark]:
    """The words above each column of trees: before on the left, after on the right."""
    deepest = max(x for x, _ in places.values()) - columns[-1]
    top = round(min(y for _, y in places.values()) - ROW)
    return [
        Mark(
            f"heading {words} {number} {home}".strip(),
            words,
            "text",
            round(left + shift),
            top,
            PAPER,
            PAPER,
            ink=EDGE,
            font=15,
            part=home,
        )
        for number, left in enumerate(columns)
        for words, shift in (("调整前", 0.0), ("调整后", max(deepest, 2 * measure.across)))
    ]


def _lines(change: DrawnChange) -> list[Line]:
    lines = [_line(party, party.place_id, change.change_id, arrow=False) for party in change.before]
    return lines + [_line(party, change.change_id, party.place_id, arrow=True) for party in change.after]


def _line(party: DrawnParty, start: str, end: str, *, arrow: bool) -> Line:
    return Line(
        start=start,
        end=end,
        colour=PLACES[party.role].border,
        width=2.5 if party.role == "continues" else 1.5,
        arrow=arrow,
        dashed=party.share == "part",
        tip="部分" if party.share == "part" else "",
    )


def _legend(changes: Sequence[DrawnChange]) -> tuple[LegendKey, ...]:
    """Only what the picture holds."""
    roles = {party.role for change in changes for party in (*change.before, *change.after)}
    keys = [LegendKey("box", paint.fill, FATES[role], group=role) for role, paint in PLACES.items() if role in roles]
    if any(party.share == "part" for change in changes for party in change.before):
        keys.append(LegendKey("line", EDGE, "只有一部分", dashed=True))
    if any(change.proposed for change in changes):
        keys.append(LegendKey("box", "#ffffff", "拟议中的调整", dashed=True))
    return tuple(keys)
