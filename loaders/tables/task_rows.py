"""Tasks in tables: each row with an owner or a deadline is one; empty category and name cells are filled from above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.messages.message import Message, message
from graph.statements import TaskStatement
from graph.words.fold import fold, squeeze
from graph.words.numbering import number_at
from loaders.deadlines.reading import find_year, read_deadlines
from loaders.owners.conventions import Convention, take_note
from loaders.owners.mixed_cells import by_roles
from loaders.places.finding import find_places
from loaders.prose.assign import Assigned, Conventions
from loaders.prose.titles import squeeze_lines
from loaders.tables.aligned_rows import align
from loaders.tables.cell_kinds import is_date, is_number, written_out
from loaders.tables.column_names import HeaderColumn
from loaders.tables.columns import TableColumns, read_columns
from loaders.tables.page_cuts import joined_over_pages
from loaders.tables.title_month import title_month, within_month
from loaders.tables.work_columns import Work, work_columns
from loaders.text import Cell, Table, TableRow, Text
from loaders.vocabulary.columns import column_words

_COMMAS = (",", "，")
_LONGEST_ABOVE = 500
"""Characters of a name or category that stands for the rows below it; the longest of real papers has 168."""


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row of a task table that became nothing, and why."""

    row: TableRow
    reason: Message


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column by the cell of its name of which nothing was made, or which was guessed, and why."""

    cell: Cell
    reason: Message


def read_rows(
    text: Text, table: Table, plan: int, rules: Conventions
) -> Iterator[TaskStatement | UnreadRow | UnreadColumn]:
    """The tasks of a task table, in order, and the rows that became nothing."""
    told = read_columns(table.header, table.rows)
    columns = told.columns
    yield from _remarks(table, told)
    local = rules.copy()
    local.year = find_year(table.title) or rules.year
    local.month = title_month(table.title) or title_month(table.locator.sheet or "")
    units, leaders = _conventions(columns, table)
    for column in columns:
        rules.learn(column.note)
    placed = align(table.rows, columns)
    full = joined_over_pages(placed, columns)
    local.units = units or rules.units
    local.leaders = leaders or _rule_for_leaders(units, columns, full) or rules.leaders
    work = work_columns(columns, full)
    whole, known = {row.number: row for row in full}, {row.number for row in placed}
    above: dict[int, str] = {}
    for row in table.rows:
        if row.number in whole:
            yield _read_row(text, table, whole[row.number], columns, work, above, local, plan)
        elif len(row.cells) > 1 and row.number not in known:
            filled = sum(bool(cell.text) for cell in row.cells)
            cells = filled if len(row.cells) == len(columns) else len(row.cells)
            yield UnreadRow(row, message("unread.cells", cells=cells, columns=len(columns)))
        elif len(row.cells) == 1 and any(sign in row.cells[0].text for sign in "。；"):
            rules.learn(take_note(row.cells[0].text)[1])


def _remarks(table: Table, told: TableColumns) -> Iterator[UnreadColumn]:
    """What is to be said of columns, where the table has its header with it."""
    for index, reason in told.remarks.items():
        cells = [row.cells[index] for row in table.header_rows if len(row.cells) == len(told.columns)]
        named = [cell for cell in cells if cell.text and cell.start >= table.start]
        if named:
            yield UnreadColumn(named[-1], reason)


def _conventions(columns: Sequence[HeaderColumn], table: Table) -> tuple[Convention | None, Convention | None]:
    """The conventions that the headers or a note under the table state for units and for leaders."""
    notes = [column.note for column in columns if column.note]
    notes += [found for row in table.rows if len(row.cells) == 1 if (found := take_note(row.cells[0].text)[1])]
    units = next((note for note in notes if note.party == "units"), None)
    leaders = next((note for note in notes if note.party == "leaders"), None)
    return units, leaders


def _read_row(
    text: Text,
    table: Table,
    row: TableRow,
    columns: Sequence[HeaderColumn],
    work: Work,
    above: dict[int, str],
    rules: Conventions,
    plan: int,
) -> TaskStatement | UnreadRow:
    for index in (*work.categories, *(() if work.name is None else (work.name,))):
        own = squeeze(row.cells[index].text)
        above[index] = own or above.get(index, "")[:_LONGEST_ABOVE]
    content = " ".join(squeeze_lines(row.cells[at].text) for at in work.contents if row.cells[at].text)
    name = above[work.name] if work.name is not None else ""
    own_words = content or (squeeze(row.cells[work.name].text) if work.name is not None else "")
    assigned = _assign(row, columns, rules)
    if assigned.empty:
        return UnreadRow(row, message("unread.no_owner"))
    number = next((squeeze(row.cells[c.index].text) for c in columns if c.meaning == "number"), "")
    if not own_words and (number or not name):  # a row with a number of its own is no further row of the work above
        return UnreadRow(row, message("unread.no_work"))
    if is_number(own_words):
        return UnreadRow(row, message("unread.only_number"))
    number, words = _own_number(content) if work.counted and not (name or number) else (number, content)
    title = _without_number(name) if name else _first_sentence(words)
    stated = TaskStatement(
        form="row",
        plan=plan,
        number=number,
        category=" ".join(dict.fromkeys(above[index] for index in work.categories if above[index])),
        title=title,
        content=content,
        source=text.source(row.start, row.end, table=table.number, row=row.number),
        named=work.name is not None,
        places=find_places(name + "。" + content),
    )
    return assigned.into(stated)


def _assign(row: TableRow, columns: Sequence[HeaderColumn], rules: Conventions) -> Assigned:
    assigned = Assigned()
    led = any("lead" in column.roles for column in columns)
    for column in columns:
        words = row.cells[column.index].text
        if column.unit and words in column_words().marks.words:
            words = column.unit
        if column.meaning == "due":
            _add_due(assigned, squeeze_lines(words), rules)
        elif column.meaning != "owner" or not words:
            continue
        else:
            _assign_owner(assigned, column, words, rules, led=led)
    for column in columns:
        words = squeeze_lines(row.cells[column.index].text)
        if column.meaning == "postponed" and is_date(words):
            assigned.due_texts, assigned.dues = [], []
            _add_due(assigned, words, rules)
    return assigned


def _add_due(assigned: Assigned, words: str, rules: Conventions) -> None:
    """Add the words of a deadline's cell, as they stand; words that say nothing (`/`, `无`) give none."""
    dues = read_deadlines(within_month(written_out(words), rules.month), rules.year)
    if dues:
        assigned.due_texts.append(words)
        assigned.dues += dues


def _assign_owner(assigned: Assigned, column: HeaderColumn, words: str, rules: Conventions, *, led: bool) -> None:
    units = [role for role in column.roles if role in ("lead", "responsible", "supporting")]
    people = [role for role in column.roles if role in ("leaders", "lead_leaders")]
    convention = None if led else rules.units
    if units and people:
        assigned.add_mixed(words, units[0], "column", convention)
    elif units:
        for role, named in by_roles(words, units) if len(units) > 1 else [(units[0], words)]:
            assigned.add_units("、".join(named.split("\n")), role, "column", convention)
    else:
        lead = people == ["lead_leaders"]
        assigned.add_leaders(words, lead=lead, basis="column", convention=rules.leaders, of_people=column.of_people)


def _rule_for_leaders(
    units: Convention | None, columns: Sequence[HeaderColumn], rows: Sequence[TableRow]
) -> Convention | None:
    """A comma rule in the units' header holds for the leaders' column too, where that column's cells use the comma."""
    if units is None or units.rule != "before_comma":
        return None
    leaders = [column.index for column in columns if set(column.roles) & {"leaders", "lead_leaders"}]
    used = any(comma in row.cells[index].text for row in rows for index in leaders for comma in _COMMAS)
    return replace(units, party="leaders", lasting=False) if used else None


def _without_number(name: str) -> str:
    number = number_at(fold(name))
    bare = name[number.end :] if number and not number.tight and number.style != "enumeration" else name
    return bare.strip("。；; ") or name


def _own_number(content: str) -> tuple[str, str]:
    """The number with which the words of a row begin, and the words behind it."""
    number = number_at(fold(content))
    return (content[: number.end].strip(), content[number.end :].strip()) if number else ("", content)


def _first_sentence(content: str) -> str:
    end = content.find("。")
    return (content if end == -1 else content[:end]).strip()
