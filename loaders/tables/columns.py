"""TableColumns of a table: their names in the header and, where these leave it open, what stands in the cells below.

A name that says all decides (vocabulary/columns.toml). A column with a half known name is told by its cells, and by
what the other columns leave to tell: bodies beside work without a column of owners own it, dates beside owners without
a column of deadlines are deadlines. Where two columns could be meant, the one that is taken is named as guessed; a
column of bodies, persons or dates that nothing is made of is named too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from graph.messages.message import Message, message
from loaders.tables.cell_kinds import are_bodies, are_people, is_date, is_number, may_be_people
from loaders.tables.column_names import HALF_KNOWN, WORK, HeaderColumn, read_header, says_when_done
from loaders.tables.other_tables import is_of_other_things
from loaders.tables.owner_names import LEADERS
from loaders.text import TableRow
from loaders.vocabulary.columns import column_words

_UNITS = frozenset({"lead", "responsible", "supporting"})
_ENOUGH = 40  # rows that are looked at to tell what stands in a column


@dataclass(slots=True)
class TableColumns:
    """The columns of a table in order, and what is to be said of some, by their index."""

    columns: list[HeaderColumn]
    remarks: dict[int, Message] = field(default_factory=dict)

    def having(self, *meanings: str) -> list[HeaderColumn]:
        """The columns of these meanings."""
        return [column for column in self.columns if column.meaning in meanings]

    def owners(self, roles: frozenset[str]) -> bool:
        """Whether a column gives owners in one of the roles."""
        return any(not roles.isdisjoint(column.roles) for column in self.columns)


def read_columns(names: Sequence[str], rows: Sequence[TableRow] = ()) -> TableColumns:
    """What the columns of a table mean; only rows of as many cells as the header tell of it."""
    told = TableColumns(_without_done(read_header(names)))
    full = [row for row in rows if len(row.cells) == len(names)][:_ENOUGH]
    for column in told.having("owner"):
        if LEADERS.issuperset(column.roles) and _of_people([row.cells[column.index].text for row in full]):
            _settle(told, replace(column, of_people=True))
    open_columns = told.having(*HALF_KNOWN)
    if open_columns:
        cells = {one.index: [row.cells[one.index].text for row in full] for one in open_columns}
        holding = {
            name: [one for one in open_columns if _all(test, cells[one.index], _least(one, name))]
            for name, test in (("bodies", are_bodies), ("dates", is_date), ("people", are_people))
        }
        _tell_work(told, [one for one in open_columns if one.meaning == "unknown"], cells)
        _tell_owners(told, holding["bodies"])
        _tell_dates(told, holding["dates"])
        times = [one for one in open_columns if one.meaning == "date" and any(cells[one.index])]
        _remark(told, [*times, *(one for found in holding.values() for one in found)])
    return told


def _least(column: HeaderColumn, kind: str) -> int:
    """How many cells tell that a column is of a kind: of persons two, as many a word of two signs looks like a name."""
    return 2 if kind == "people" and column.meaning == "unknown" else 1


def _without_done(columns: list[HeaderColumn]) -> list[HeaderColumn]:
    """The columns; beside one of limits, dates of which only doing is said (办结时间) are half known."""
    dues = [column for column in columns if column.meaning == "due"]
    done = [column.index for column in dues if says_when_done(column.name)]
    if len(done) == len(dues):
        return columns
    return [replace(column, meaning="date") if column.index in done else column for column in columns]


def _all(test: Callable[[str], bool], cells: Sequence[str], least: int = 1) -> bool:
    """Whether all filled cells pass, of which there are so many at least."""
    filled = [cell for cell in cells if cell]
    return len(filled) >= least and all(map(test, filled))


def _of_people(cells: Sequence[str]) -> bool:
    """Whether more cells surely name persons than surely name none; what may be either (格里) does not count."""
    filled = [cell for cell in cells if cell]
    return sum(map(are_people, filled)) > sum(not may_be_people(cell) for cell in filled)


def _tell_work(told: TableColumns, unknown: Sequence[HeaderColumn], cells: dict[int, list[str]]) -> None:
    """Beside owners and deadlines that are known, the one column of words is the work."""
    if told.having(*WORK) or not told.having("owner") or not told.having("due"):
        return
    found = [one for one in unknown if _all(_is_work, cells[one.index])]
    if len(found) == 1:
        _settle(told, replace(found[0], meaning="work"))


def _is_work(cell: str) -> bool:
    return not (is_number(cell) or is_date(cell) or are_people(cell))


def _tell_owners(told: TableColumns, bodies: Sequence[HeaderColumn]) -> None:
    """Beside work that is to be done, and without a known column of owners, a column of bodies is one."""
    bodies = [one for one in bodies if one.meaning in ("unit", "unknown")]
    if not bodies or not _is_to_be_done(told, "due", "owner") or told.owners(_UNITS):
        return
    found = [one for one in bodies if one.meaning == "unit"] or bodies
    last_work = max(one.index for one in told.having(*WORK))
    taken = next((one for one in found if one.index > last_work), found[-1])
    _settle(told, replace(taken, meaning="owner", roles=("responsible",)))
    if len(found) > 1:
        told.remarks[taken.index] = message("unread.column_guessed", column=str(taken.name))


def _is_to_be_done(told: TableColumns, *beside: str) -> bool:
    """Whether a table has work that somebody is to do: by its name, or by a column beside it."""
    work = told.having(*WORK)
    tasks = column_words().tasks.words
    return bool(work) and (bool(told.having(*beside)) or any(one.name.endswith(tasks) for one in work))


def _tell_dates(told: TableColumns, dates: Sequence[HeaderColumn]) -> None:
    """Without a known column of deadlines, the one column of dates whose name says more than that it holds dates."""
    found = [one for one in dates if one.meaning == "date" and one.name not in column_words().dates.nouns]
    if len(found) == 1 and _is_to_be_done(told, "owner") and not told.having("due", "postponed"):
        _settle(told, replace(found[0], meaning="due"))


def _settle(told: TableColumns, column: HeaderColumn) -> None:
    told.columns[column.index] = column


def _remark(told: TableColumns, holding: Sequence[HeaderColumn]) -> None:
    """Names the columns of bodies, persons or dates, and those called times (汛期, 全年), that are still half known."""
    for one in holding:
        if told.columns[one.index].meaning in HALF_KNOWN:
            told.remarks[one.index] = message("unread.column", column=str(one.name))


def is_task_table(names: Sequence[str], rows: Sequence[TableRow] = ()) -> bool:
    """Whether a table has a column of work and one of owners or deadlines, and nothing that makes it another table."""
    if is_of_other_things(read_header(names), rows):
        return False
    told = read_columns(names, rows)
    return bool(told.having(*WORK) and told.having("owner", "due", "postponed"))
