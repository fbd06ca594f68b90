"""Loads in their order: a bar a unit or leader, the longest first, with the limit of overload as a line.

What is seen at once is who stands beyond the line. Those whose limits differ (of other kinds and levels) have lines of
their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from queries.duties import By
from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.layout.layout import text_width
from viz.palette import EDGE, INK, PAPER, VERDICTS, verdict_paint, verdict_words
from viz.picture import Group, LegendKey, Line, Mark, Note, Picture, PicturePart
from viz.pictures.loads import carried_table, overload_note, subtitle, tip_of

FONT = 14
HALF = 9
"""Half the height of a bar, in pixels."""
PITCH = 28
LONGEST = 520.0
"""Length in pixels of the longest bar."""
LIMIT_COLOUR = VERDICTS["severely overloaded"].border
SHORT = 240.0
"""The same on a page, so that it has room on a phone."""
ON_PAGE = 20
"""Bars on a page at most."""
UNITS, LEADERS = "单位", "领导"
READING = (
    "条形越长负荷越大，按负荷从高到低排列；竖线是超负荷的界限，只和同类、同级的比较；没有竖线的不作比较或可比对象过少。"
)


def picture(
    place: str,
    units: Sequence[LoadRow],
    leaders: Sequence[LoadRow],
    tasks: Sequence[TaskRow],
    *,
    longest: float = LONGEST,
) -> Picture:
    """The picture of the loads of a place. `units` and `leaders` are rows of `queries.workload` by unit and by leader,
    `tasks` rows of `tasks/list` of the same place and period; the longest bar has so many pixels.
    """
    rows = [*units, *leaders]
    most = max((max(row["load"], row["threshold"]) for row in rows), default=0.0) or 1.0
    blocks = [(words, some) for words, some in ((UNITS, _ranked(units)), (LEADERS, _ranked(leaders))) if some]
    marks: list[Mark] = []
    lines: list[Line] = []
    top = 0
    for words, some in blocks:
        marks.append(_text(f"heading {words}", words, -14 - text_width(words, FONT) / 2, top, words, EDGE))
        top += PITCH
        for number, row in enumerate(some):
            marks += _bar(row, top + number * PITCH, longest / most, words)
        for ends, line in _limits(some, top, longest / most, words):
            marks += ends
            lines.append(line)
        top += len(some) * PITCH + PITCH // 2
    verdicts = [name for name in VERDICTS if any(row["verdict"] == name for row in rows)]
    return Picture(
        title=f"{place}工作负荷排名",
        subtitle=subtitle(units, leaders),
        empty=f"{place}没有任务，无可绘制。",
        marks=tuple(marks),
        lines=tuple(lines),
        legend=(
            *(LegendKey("box", VERDICTS[name].fill, verdict_words(name), group=name) for name in verdicts),
            *([LegendKey("line", LIMIT_COLOUR, "超负荷界限")] if lines else []),
        ),
        notes=(overload_note(rows), Note("怎样看", (READING,))),
        table=carried_table({row["id"]: row for row in rows}, tasks),
        groups=tuple(Group(name, verdict_words(name), "负荷") for name in verdicts),
        parts=tuple(PicturePart(words, words) for words, _ in blocks),
        straight=True,
        begins_at=f"heading {blocks[0][0]}" if blocks else "",
    )


def ranked(rows: Sequence[LoadRow], by: By) -> Picture:
    """The picture of the heaviest loads of units or of leaders, for a page that lists them all."""
    heaviest = _ranked(rows)[:ON_PAGE]
    units, leaders = (heaviest, []) if by == "unit" else ([], heaviest)
    drawn = picture("", units, leaders, (), longest=SHORT)
    told = f"图中是负荷最高的 {len(heaviest)} 个，共 {len(rows)} 个" if len(heaviest) < len(rows) else ""
    return replace(drawn, subtitle=told)


def _ranked(rows: Sequence[LoadRow]) -> list[LoadRow]:
    """The heaviest first, those who are compared before the others, groups last."""
    return sorted(
        rows, key=lambda row: (not _compared(row), row["kind"] == "group", -row["load"], row["name"], row["id"])
    )


def _text(identity: str, words: str, x: float, y: float, part: str, ink: str = INK) -> Mark:
    return Mark(identity, words, "text", round(x), round(y), PAPER, PAPER, ink=ink, font=FONT, part=part)


def _bar(row: LoadRow, y: int, step: float, part: str) -> Iterator[Mark]:
    """The name, the bar and the load of one."""
    long = max(row["load"] * step, 2.0)
    paint = verdict_paint(row["verdict"])
    yield _text(f"{row['id']} name", row["name"], -14 - text_width(row["name"], FONT) / 2, y, part)
    yield Mark(
        id=row["id"],
        label="",
        shape="box",
        x=round(long / 2),
        y=y,
        fill=paint.fill,
        border=paint.border,
        size=max(round(long / 2), 1),
        font=2,
        tip=tip_of(row),
        groups=(row["verdict"],) if row["verdict"] in VERDICTS else (),
        part=part,
        height=HALF,
    )
    words = f"{row['load']:g}（{row['tasks']}项）"
    left, wide = long + 10, text_width(words, FONT)
    line = row["threshold"] * step
    if _compared(row) and left - 4 < line < left + wide + 4:
        left = line + 8
    yield _text(f"{row['id']} load", words, left + wide / 2, y, part)


def _limits(rows: Sequence[LoadRow], top: int, step: float, part: str) -> Iterator[tuple[tuple[Mark, Mark], Line]]:
    """The line of each limit, as far down as those reach who are compared by it and follow one another."""
    compared = [(row["threshold"] if _compared(row) else 0.0, number) for number, row in enumerate(rows)]
    for limit, some in groupby(compared, key=lambda one: one[0]):
        numbers = [number for _, number in some]
        if limit:
            x, first, last = round(limit * step), top + numbers[0] * PITCH, top + numbers[-1] * PITCH
            name = f"limit {part} {numbers[0]}"
            words = _text(f"{name} above", f"界限 {round(limit, 1):g}", x, first - PITCH / 2 - 8, part, LIMIT_COLOUR)
            above = words if numbers[0] == 0 else _end(f"{name} above", x, first - PITCH // 2, part)
            below = _end(f"{name} below", x, last + PITCH // 2, part)
            yield (above, below), Line(above.id, below.id, LIMIT_COLOUR, 2.0, f"超负荷界限 {round(limit, 1):g}")


def _end(identity: str, x: int, y: int, part: str) -> Mark:
    """The end of a line, as small as may be."""
    return Mark(identity, "", "box", x, y, LIMIT_COLOUR, LIMIT_COLOUR, size=1, font=2, part=part, height=1)


def _compared(row: LoadRow) -> bool:
    return row["verdict"] not in {"not compared", "too few to compare"}
