"""Tasks in tables: each row with an owner or a deadline is one; empty category and name cells are filled from above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.messages.message import Message, message
from graph.statements import TaskStatement
from graph.words.fold import fold, squeeze
from graph.words.numbering import number_at
from loaders.deadlines.reading import find_year
from loaders.owners.conventions import Convention, take_note
from loaders.owners.mixed_cells import by_roles
from loaders.places.finding import find_places
from loaders.prose.assign import Assigned, Conventions
from loaders.prose.titles import squeeze_lines
from loaders.tables.columns import HeaderColumn, read_header
from loaders.tables.heads import is_number
from loaders.text import Cell, Table, TableRow, Text, Words

_COMMAS = (",", "，")
_LONGEST_ABOVE = 500
"""Characters of a name or category that stands for the rows below it; the longest of real papers has 168."""


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row of a task table that became nothing, and why."""

    row: TableRow
    reason: Message


@dataclass(frozen=True, slots=True)
class _Work:
    """Which column names the work, which tells it, which only sort it."""

    name: int | None
    content: int | None
    categories: tuple[int, ...]


def read_rows(text: Text, table: Table, plan: int, rules: Conventions) -> Iterator[TaskStatement | UnreadRow]:
    """The tasks of a task table, in order, and the rows that became nothing."""
    columns = read_header(table.header)
    local = rules.copy()
    local.year = find_year(table.title) or rules.year
    units, leaders = _conventions(columns, table)
    for column in columns:
        rules.learn(column.note)
    full = _joined_over_pages([row for row in table.rows if len(row.cells) == len(columns)], columns)
    local.units = units or rules.units
    local.leaders = leaders or _rule_for_leaders(units, columns, full) or rules.leaders
    work = _work_columns(columns, full)
    by_number = {row.number: row for row in full}
    above: dict[int, str] = {}
    for row in table.rows:
        if len(row.cells) != len(columns):
            if len(row.cells) > 1:
                yield UnreadRow(row, message("unread.cells", cells=len(row.cells), columns=len(columns)))
            elif any(sign in row.cells[0].text for sign in "。；"):
                rules.learn(take_note(row.cells[0].text)[1])
            continue
        merged = by_number.get(row.number)
        if merged is None:
            continue
        yield _read_row(text, table, merged, columns, work, above, local, plan)


def _conventions(columns: Sequence[HeaderColumn], table: Table) -> tuple[Convention | None, Convention | None]:
    """The conventions that the headers or a note under the table state for units and for leaders."""
    notes = [column.note for column in columns if column.note]
    notes += [found for row in table.rows if len(row.cells) == 1 if (found := take_note(row.cells[0].text)[1])]
    units = next((note for note in notes if note.party == "units"), None)
    leaders = next((note for note in notes if note.party == "leaders"), None)
    return units, leaders


def _joined_over_pages(rows: Sequence[TableRow], columns: Sequence[HeaderColumn]) -> list[TableRow]:
    """Rows that a page cut in two, put together cell by cell: behind a page, without a number and an owner."""
    keys = [column.index for column in columns if column.meaning in ("number", "owner")]
    whole: list[list[TableRow]] = []
    for row in rows:
        cut = row.after_page and whole and not any(row.cells[index].text for index in keys)
        if cut and any(cell.text for cell in row.cells):
            whole[-1].append(row)
        else:
            whole.append([row])
    return [_one_row(parts) if len(parts) > 1 else parts[0] for parts in whole]


def _one_row(parts: Sequence[TableRow]) -> TableRow:
    """The row of which pages made several."""
    cells = [_one_cell(column) for column in zip(*(part.cells for part in parts), strict=True)]
    end = max(cells[-1].end, *(part.cells[-1].end for part in parts))
    last = Cell(cells[-1].paragraphs, cells[-1].start, end)
    return TableRow((*cells[:-1], last), parts[0].number, parts[0].after_page)


def _one_cell(parts: Sequence[Cell]) -> Cell:
    """The cell of which pages made several: the last paragraph above a page goes on with the first below it."""
    paragraphs: list[list[Words]] = []
    for part in parts:
        first = part.paragraphs[:1] if paragraphs else ()
        for words in first:
            paragraphs[-1].append(words)
        paragraphs += [[words] for words in part.paragraphs[len(first) :]]
    end = next((part.end for part in reversed(parts[1:]) if part.paragraphs), parts[0].end)
    joined = (words[0] if len(words) == 1 else Words.join(words) for words in paragraphs)
    return Cell(tuple(joined), parts[0].start, end)


def _work_columns(columns: Sequence[HeaderColumn], rows: Sequence[TableRow]) -> _Work:
    """The columns of work: the last that tells it is the content, the one before it the name, the others categories."""
    work = [column for column in columns if column.meaning in ("name", "work", "content")]
    sorting = [column.index for column in columns if column.meaning == "category"]
    contents = [column for column in work if column.meaning == "content"]
    content = contents[-1].index if contents and len(work) > 1 else None
    named = [column for column in work if column.index != content]
    if len(work) == 1 and contents:
        return _Work(None, contents[0].index, tuple(sorting))
    strict = [column for column in named if column.meaning == "name"]
    name = (strict or named)[-1] if named else None
    if name is not None and name.meaning != "name" and content is not None and _spans_rows(name.index, content, rows):
        name = None
    others = [column.index for column in named if column is not name]
    return _Work(name.index if name else None, content, tuple(sorted(sorting + others)))


def _spans_rows(name: int, content: int, rows: Sequence[TableRow]) -> bool:
    """Whether one cell of the column `name` stands over several rows of different work."""
    return any(not row.cells[name].text and row.cells[content].text for row in rows[1:])


def _read_row(
    text: Text,
    table: Table,
    row: TableRow,
    columns: Sequence[HeaderColumn],
    work: _Work,
    above: dict[int, str],
    rules: Conventions,
    plan: int,
) -> TaskStatement | UnreadRow:
    for index in (*work.categories, *(() if work.name is None else (work.name,))):
        own = squeeze(row.cells[index].text)
        above[index] = own or above.get(index, "")[:_LONGEST_ABOVE]
    content = squeeze_lines(row.cells[work.content].text) if work.content is not None else ""
    name = above[work.name] if work.name is not None else ""
    own_words = content or (squeeze(row.cells[work.name].text) if work.name is not None else "")
    assigned = _assign(row, columns, rules)
    if assigned.empty:
        return UnreadRow(row, message("unread.no_owner"))
    if not own_words and not name:
        return UnreadRow(row, message("unread.no_work"))
    if is_number(own_words):
        return UnreadRow(row, message("unread.only_number"))
    title = _without_number(name) if name else _first_sentence(content)
    stated = TaskStatement(
        form="row",
        plan=plan,
        number=next((squeeze(row.cells[c.index].text) for c in columns if c.meaning == "number"), ""),
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
        if column.meaning == "due":
            assigned.add_due(squeeze_lines(words), rules.year)
        elif column.meaning != "owner" or not words:
            continue
        else:
            _assign_owner(assigned, column, words, rules, led=led)
    return assigned


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
        assigned.add_leaders(words, lead=lead, basis="column", convention=rules.leaders)


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


def _first_sentence(content: str) -> str:
    end = content.find("。")
    return (content if end == -1 else content[:end]).strip()
