"""Who works with whom, as a matrix: leaders by their loads, units by theirs, and how many tasks both have in common."""

from collections.abc import Mapping, Sequence

from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.palette import INK, role_words
from viz.picture import LegendKey, Note, Picture
from viz.pictures.bonds import Bond, bonds
from viz.pictures.loads import carried_table, overload_note, subtitle
from viz.pictures.matrix import MatrixCell, MatrixRow, matrix

SHADES = ("#eaf1f5", "#c9dce6", "#9dbccb", "#6f9ab0")
"""From few tasks in common to many."""
STEPS = (1, 3, 6)
"""Most tasks of each shade but the last."""
READING = (
    "一行一名领导，一列一个单位，都按负荷从高到低排列；格里的数是共同承担的任务数，颜色越深越多。行末是领导的任务数。"
)


def picture(place: str, units: Sequence[LoadRow], leaders: Sequence[LoadRow], tasks: Sequence[TaskRow]) -> Picture:
    """The picture of who shares tasks in a place; rows as in `viz.pictures.workload.picture`."""
    joined = bonds(units, leaders, tasks)
    of_leaders = {bond.leader for bond in joined}
    of_units = {bond.unit for bond in joined}
    rows = [_row(row, [bond for bond in joined if bond.leader == row["id"]], units) for row in _ranked(leaders)]
    columns = {row["id"]: row["name"] for row in _ranked(units) if row["id"] in of_units}
    drawn = matrix([row for row in rows if row.id in of_leaders], columns, "单位")
    known = {row["id"]: row for row in (*leaders, *units)}
    return Picture(
        title=f"{place}领导与单位共同任务",
        subtitle=subtitle(units, leaders),
        empty=f"{place}没有领导和单位共同承担的任务，无可绘制。",
        marks=drawn.marks,
        lines=drawn.lines,
        legend=tuple(LegendKey("box", shade, words) for shade, words in zip(SHADES, _spans(), strict=True)),
        notes=(*drawn.notes, Note("怎样看", (READING,)), overload_note(known.values())),
        table=carried_table(known, tasks),
        straight=True,
        folds=False,
    )


def _ranked(rows: Sequence[LoadRow]) -> list[LoadRow]:
    return sorted(rows, key=lambda row: (row["kind"] == "group", -row["load"], row["name"], row["id"]))


def _row(leader: LoadRow, joined: Sequence[Bond], units: Sequence[LoadRow]) -> MatrixRow:
    names: Mapping[str, str] = {row["id"]: row["name"] for row in units}
    cells = {bond.unit: _cell(leader["name"], names[bond.unit], bond) for bond in joined}
    tip = f"{leader['name']}：{leader['tasks']} 项任务，负荷 {leader['load']:g}"
    return MatrixRow(leader["id"], leader["name"], cells, f"{leader['tasks']}项", tip=tip)


def _cell(leader: str, unit: str, bond: Bond) -> MatrixCell:
    counts = "，".join(f"{role_words(name)} {count}" for name, count in bond.roles)
    shade = SHADES[sum(bond.tasks > most for most in STEPS)]
    return MatrixCell(str(bond.tasks), shade, INK, f"{leader} — {unit}\n共同任务 {bond.tasks} 项（单位{counts}）")


def _spans() -> list[str]:
    """What each shade means: 1 项, 2–3 项 and so on."""
    first = (1, *(step + 1 for step in STEPS))
    spans = [f"{one} 项" if one == last else f"{one}–{last} 项" for one, last in zip(first, STEPS, strict=False)]
    return [*spans, f"{first[-1]} 项以上"]
