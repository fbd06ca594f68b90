"""Tables of changes of places: 被撤村/并入村/新建制村名称, 调整前/调整后, 原村名/新村名, old name/reason/new name.

A row that says it all is a change of its own. Cells merged downwards arrive empty: rows without a reason of their own
go on with the case of the row above, and every row of a case states the whole change, with the same `case`.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from graph.statements import ChangeStatement
from graph.words.fold import compact, fold, squeeze
from loaders.changes.clauses.verbs import verb_pattern
from loaders.changes.dates.dates import When, read_when
from loaders.changes.events import ChangeParties, absorbed, given, joined
from loaders.changes.lists.lists import ListedPlace, read_list
from loaders.changes.paper import above_level, place_of_title, read_paper
from loaders.changes.tables.columns import Columns, read_columns
from loaders.text import Table, TableRow, Text
from loaders.vocabulary.changes import change_words

_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(slots=True)
class _Case:
    """The rows of one change and what they add to it."""

    old: list[ListedPlace] = field(default_factory=list)
    new: list[ListedPlace] = field(default_factory=list)
    receivers: list[ListedPlace] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    reason: str = ""
    parent: str = ""
    when: When = field(default_factory=When)
    proposed: bool = False
    ended: set[str] = field(default_factory=set)
    """Names of places that end whole, by their column; a piece of any other leaves its place going on."""

    def change(self) -> ChangeParties:
        """What the rows tell; behind a reason such as 并入 the new name is that of a place that goes on."""
        ended = {one.name for one in self.old} if _abolishes().search(self.reason) else self.ended
        to = [*self.new, *self.receivers]
        if len(to) == 1 and self.old and all(_is_given(one, to[0], ended) for one in self.old):
            return given(self.old, to[0])
        said = frozenset(ended)
        if self.old and self.new and _goes_into().search(self.reason):
            return absorbed([*self.old, *self.receivers], self.new, ended=said)
        if self.new or not self.receivers:
            return joined([*self.old, *self.receivers], self.new, ended=said)
        return absorbed(self.old, self.receivers, ended=said)


@cache
def _empty() -> frozenset[str]:
    return frozenset(["", *change_words().empty.words])


@cache
def _between_names() -> re.Pattern[str]:
    """Blanks behind the last character of a name, with another name behind them."""
    return re.compile(rf"(?<=[{change_words().lists.piece_signs}])\s+(?=\S\S)")


@cache
def _goes_into() -> re.Pattern[str]:
    """Verbs by which a place goes into another that goes on."""
    return re.compile(verb_pattern("into"))


@cache
def _abolishes() -> re.Pattern[str]:
    """Verbs by which a place ends."""
    return re.compile(verb_pattern("abolish"))


def _is_given(piece: ListedPlace, receiver: ListedPlace, ended: Collection[str]) -> bool:
    """Whether a place only gives a piece of itself to another, and goes on."""
    return piece.share == "part" and piece.name != receiver.name and piece.name not in ended


def is_change_table(table: Table) -> bool:
    """Whether the table's columns are those of a table of changes and at least one of its rows names places."""
    columns = read_columns(table.header)
    return columns is not None and any(True for _ in _cases(table, columns))


def read_change_table(text: Text, table: Table, *, plan: int) -> tuple[ChangeStatement, ...]:
    """One statement a row, in order; rows of one case state the same change and share `case` ("" for a lone row).

    `parent` is the place above that columns of county and town name (大英县/蓬莱镇), else that of the table's title,
    else that of the paper's.
    """
    columns = read_columns(table.header)
    if columns is None:
        return ()
    found: list[tuple[int, ChangeStatement]] = []
    for number, case in enumerate(_with_continuing(list(_cases(table, columns))), start=1):
        change = case.change()
        found.extend((row.number, _statement(text, table, row, case, change, plan, number)) for row in case.rows)
    return tuple(statement for _, statement in sorted(found, key=lambda pair: pair[0]))


def _statement(
    text: Text, table: Table, row: TableRow, case: _Case, change: ChangeParties, plan: int, number: int
) -> ChangeStatement:
    return ChangeStatement(
        level=change.level,
        before=change.before,
        after=change.after,
        source=text.source(row.start, max(row.end, row.start + 1), table=table.number, row=row.number),
        plan=plan,
        on=case.when.on,
        earliest=case.when.earliest,
        latest=case.when.latest,
        decided_on=case.when.decided_on,
        status="proposed" if case.proposed else "stated",
        parent=case.parent or change.parent or "/".join(_above(text, table, change.level)),
        case=f"{table.number}.{number}" if len(case.rows) > 1 else "",
    )


def _above(text: Text, table: Table, level: str) -> tuple[str, ...]:
    """The place that the title of the table names above places of a level, else that of the paper's title."""
    return above_level(place_of_title(fold(table.title)), level) or read_paper(text.characters).above(level)


def _with_continuing(cases: list[_Case]) -> list[_Case]:
    """The cases without rows whose name stays; such a row belongs to the case by which others go into that place."""
    changing = [case for case in cases if not _same_on_both_sides(case)]
    into = {party.name: case for case in reversed(changing) for party in case.new if len(case.new) == 1}
    for case in cases:
        if _same_on_both_sides(case) and len(case.new) == 1 and case.new[0].name in into:
            _add(into[case.new[0].name], replace(case, new=[]))
    return changing


def _same_on_both_sides(case: _Case) -> bool:
    """One name that stays as it is: a change of code, or a village that the adjustment left alone."""
    return [party.name for party in case.old] == [party.name for party in case.new] and not case.receivers


def _cases(table: Table, columns: Columns) -> Iterator[_Case]:
    """The cases of the table, in order of their first rows. A caption or a row of other things ends a case."""
    case: _Case | None = None
    parents: dict[int, str] = {}
    for row in table.rows:
        whole = len(row.cells) >= len(table.header)
        reading = _read_row(row, columns, parents) if whole else None
        if case and reading and _goes_on(case, reading):
            _add(case, reading)
        elif not (whole and _is_empty(row)):
            if case:
                yield case
            case = reading
    if case:
        yield case


def _is_empty(row: TableRow) -> bool:
    return not any(cell.text.strip() for cell in row.cells)


def _goes_on(case: _Case, row: _Case) -> bool:
    """Whether a row goes on with the case above, which has both sides: it has no reason and fills one side only."""
    if row.reason or not case.old or not (case.new or case.receivers):
        return False
    if row.old:
        return not row.new and not row.receivers
    return bool(row.new and case.new)


def _add(case: _Case, row: _Case) -> None:
    case.old += row.old
    case.new += row.new
    case.rows += row.rows
    case.ended |= row.ended


def _read_row(row: TableRow, columns: Columns, parents: dict[int, str]) -> _Case | None:
    """A row as a case of its own; None where it names no place on either side, or holds something else there.

    `parents` keeps the places above from row to row: merged cells are filled only once.
    """
    cells = [compact(cell.text) for cell in row.cells]
    for column in columns.above:
        if cells[column] not in _empty():
            parents[column] = _BRACKETS.sub("", cells[column])
    sides: list[list[ListedPlace]] = []
    for side in (columns.ended, columns.old, columns.joined, columns.new):
        filled = side is not None and cells[side] not in _empty()
        parties = read_list(_listed(row.cells[side].text)) if side is not None and filled else ()
        if filled and not parties:
            return None
        sides.append(list(parties))
    ended, old, receivers, new = sides
    if not any(sides):
        return None
    return _Case(
        old=[*ended, *old],
        new=new,
        receivers=receivers,
        rows=[row],
        reason=cells[columns.reason] if columns.reason is not None else "",
        parent="/".join(parents[column] for column in columns.above if column in parents),
        when=read_when(cells[columns.date]) if columns.date is not None else When(),
        proposed=columns.proposed,
        ended={one.name for one in ended},
    )


def _listed(words: str) -> str:
    """A cell's words as a list: paragraphs and blanks between names part them, blanks inside justified names do not."""
    lines = [fold(line).strip() for line in words.split("\n")]
    return "、".join(squeeze(_between_names().sub("、", line)) for line in lines if line)
