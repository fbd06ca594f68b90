"""What a conversion did, row by row: for a file that programs read, and in sentences for people."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from api.conversion.converting import ConvertedTable
from graph.messages.message import Message, message
from loaders.registers.rows import is_rounded
from queries.conversion.convert import HOW, UNTOLD, Converted, How
from queries.conversion.sums import LeftOutFor

MOST = 10
"""Rows that are told one by one; the report in a file has all."""
_WHY: Mapping[LeftOutFor, Message] = {
    "not told": message("convert.not_told"),
    "divided": message("convert.divided"),
    "other weights": message("convert.other_weights"),
    "unclear weights": message("convert.unclear_weights"),
    "no figure": message("convert.no_figure"),
}


def first_how(row: Converted) -> How:
    """What became of the place of a row, in one word: of several places that of the first, which holds the most."""
    return row.hows[0]


def to_json(done: ConvertedTable) -> dict[str, object]:
    """The report as JSON has it, the same in every language: each row of the table is counted once."""
    numbers: defaultdict[How, list[int]] = defaultdict(list)
    for row, told in zip(done.table.rows, done.rows, strict=True):
        numbers[first_how(told)].append(row.number)
    untold = [
        {
            "row": row.number,
            "typed": told.cell.typed,
            "above": told.cell.above,
            "how": first_how(told),
            "candidates": _ways(done, told),
        }
        for row, told in zip(done.table.rows, done.rows, strict=True)
        if first_how(told) in UNTOLD
    ]
    found: dict[str, object] = {
        "report": "conversion",
        "from": done.conversion.first,
        "to": done.conversion.last,
        "known_until": done.known.last_day,
        "rows": len(done.rows),
        "counts": {how: len(numbers[how]) for how in HOW if how in numbers},
        "rows_of": {how: numbers[how] for how in HOW if how in numbers},
        "untold": untold,
    }
    return found | (_sums(done) if done.asked.figures else {})


def to_rows(done: ConvertedTable) -> list[dict[str, object]]:
    """What is told for each row, by its number in the file: an object for each place."""
    return [
        {"row": row.number, "typed": told.cell.typed, "above": told.cell.above, **place}
        for row, told in zip(done.table.rows, done.rows, strict=True)
        for place in done.places(told)
    ]


def written(done: ConvertedTable) -> str:
    """The report as a file of JSON, a line for each of its parts."""
    parts = (f"{json.dumps(name)}: {json.dumps(part, ensure_ascii=False)}" for name, part in to_json(done).items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def told(done: ConvertedTable) -> Iterator[Message]:
    """What is told of a conversion in sentences: how many rows became what, the first that have no place, the sums."""
    conversion = done.conversion
    last = done.known.last_day
    if last and last < max(conversion.first, conversion.last):
        yield message("convert.known_until", day=last)
    rounded = [row.number for row, cell in zip(done.table.rows, done.rows, strict=True) if is_rounded(cell.cell.typed)]
    if rounded:
        yield message("convert.rounded", rows=tuple(rounded[:MOST]), number=len(rounded))
    if done.table.others:
        yield message("convert.other_sheets", sheet=done.table.sheet, number=done.table.others)
    counts = Counter(map(first_how, done.rows))
    parts = tuple(message("convert.number", how=_said(how), number=counts[how]) for how in HOW if how in counts)
    yield message("convert.counted", rows=len(done.rows), first=conversion.first, last=conversion.last, told=parts)
    untold = [at for at, row in enumerate(done.rows) if first_how(row) in UNTOLD]
    for at in untold[:MOST]:
        row = done.rows[at]
        ways = _ways(done, row)[:MOST]
        names = _thought_of(first_how(row), ways)
        number = done.table.rows[at].number
        yield message("convert.untold", row=number, typed=row.cell.typed, how=_said(first_how(row)), candidates=names)
    if len(untold) > MOST:
        yield message("convert.more", number=len(untold) - MOST)
    if done.asked.figures:
        yield from _told_sums(done)


def _thought_of(how: How, ways: Sequence[str]) -> Message | str:
    """The places that may have been meant: those of the name, or, where none lies below the place above, elsewhere."""
    if not ways:
        return ""
    if how == "not found":
        return message("convert.elsewhere", names=ways)
    return message("convert.candidates", names=ways)


def _told_sums(done: ConvertedTable) -> Iterator[Message]:
    summed = {at for one in done.sums for at in one.rows}
    left_out = len(done.rows) - len(summed)
    yield message("convert.summed", rows=len(summed), places=len(done.sums), left_out=left_out)
    known = [one for one in done.left_out if first_how(done.rows[one.at]) not in UNTOLD]
    for one in known[:MOST]:
        column = message("convert.of_column", column=one.column) if one.column else ""
        typed = done.rows[one.at].cell.typed
        number = done.table.rows[one.at].number
        yield message("convert.left_out", row=number, typed=typed, column=column, reason=_WHY[one.why])
    if len(known) > MOST:
        yield message("convert.more", number=len(known) - MOST)
    for sum_ in [one for one in done.sums if one.missing][:MOST]:
        missing = tuple(done.known.way(one) for one in sum_.missing)
        yield message("convert.incomplete", name=done.known.way(sum_.period), missing=missing)
    numbers_of = [row.number for row in done.table.rows]
    for sum_ in [one for one in done.sums if one.left_out][:MOST]:
        rows = tuple(numbers_of[at] for at in sum_.left_out)
        whys = dict.fromkeys(one.why for one in done.left_out if one.at in sum_.left_out and not one.column)
        reasons = tuple(_WHY[why] for why in whys)
        yield message("convert.incomplete_rows", name=done.known.way(sum_.period), rows=rows, reasons=reasons)
    for period, numbers in list(_repeated(done).items())[:MOST]:
        yield message("convert.repeated", rows=tuple(numbers), name=done.known.way(period))


def _sums(done: ConvertedTable) -> dict[str, object]:
    numbers = [row.number for row in done.table.rows]
    return {
        "sums": [
            {
                "to_id": one.period,
                "to_code": done.known.all[one.period]["code"],
                "to_name": done.known.all[one.period]["name"],
                "rows": [numbers[at] for at in one.rows],
                "missing": [done.known.way(period) for period in one.missing],
                "left_out": [numbers[at] for at in one.left_out],
                "figures": {name: float(figure) for name, figure in one.values.items()},
            }
            for one in done.sums
        ],
        "left_out": [{"row": numbers[one.at], "why": one.why, "column": one.column} for one in done.left_out],
        "repeated": list(_repeated(done).values()),
    }


def _repeated(done: ConvertedTable) -> dict[str, list[int]]:
    """The numbers of rows that name one place, by it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for row, told in zip(done.table.rows, done.rows, strict=True):
        if told.found.period:
            found[told.found.period].append(row.number)
    return {period: numbers for period, numbers in found.items() if len(numbers) > 1}


def _ways(done: ConvertedTable, row: Converted) -> list[str]:
    """The ways to the places that were thought of, with their codes where they have any."""
    found = []
    for one in row.found.candidates if row.found.why else ():
        code = done.known.all[one]["code"]
        found.append(f"{done.known.way(one)} {code}".strip())
    return sorted(set(found))


def _said(how: How) -> Message:
    return message(f"how.{how}")
