"""Tasks: the same task stated as prose, as a row of a table, and again in copies of the paper, joined into one.

Joined are statements of one key (copies), a prose item and the rows of its plan that bear its name, and one item left
over with one row left over between two joined neighbours. Two items are never joined with each other, nor two rows; an
item that stands for several rows is a source of each.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.ids import digest
from graph.papers.passages import position
from graph.statements import TaskStatement
from graph.words.names import content_head, title_form, words_form


@dataclass(frozen=True, slots=True)
class TaskPassage:
    """What one passage says of a task. `copy` numbers the copies of the paper, the one that goes before first; copies
    of one `edition` say the same.
    """

    statement: TaskStatement
    passage: str
    copy: int = 0
    edition: int = 0

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands, to sort by."""
        return (self.copy, *position(self.statement.source), self.passage)


@dataclass(frozen=True, slots=True)
class Voice:
    """One row or one item with its copies, which share a `key`; the one of the fullest copy comes first."""

    key: str
    said: tuple[TaskPassage, ...]

    @property
    def first(self) -> TaskStatement:
        """What the fullest copy says."""
        return self.said[0].statement

    @property
    def name(self) -> str:
        """The words by which an item and its rows are joined, "" if by none."""
        return title_form(self.first.title) if self.first.named else ""


@dataclass(frozen=True, slots=True)
class CorrectionMark:
    """That a person corrected a field: what the files say there, and by which correction (by id) on which passage."""

    field: str
    as_read: str
    correction: str
    passage: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task by the key of its standing passage, with the plan (by id) that sets it.

    `said` holds all that is said of it, the standing passage first; `merged` is what follows from the edition of that
    passage alone: the standing value of each field, blanks filled by the next, with what people corrected (`marks`).
    `shared` holds all rows of an item that stands for several.
    """

    id: str
    plan: str
    said: tuple[TaskPassage, ...]
    merged: TaskStatement
    shared: tuple[TaskPassage, ...] = ()
    marks: tuple[CorrectionMark, ...] = ()

    @property
    def corrected(self) -> frozenset[str]:
        """The fields of which a person says something else than the files."""
        return frozenset(mark.field for mark in self.marks)


def keys(plan: str, said: Iterable[TaskPassage]) -> dict[str, str]:
    """The key of each passage that states a task of one plan (by id) in one copy.

    Statements of one form, title and beginning of content are counted in the order of their whole content.
    """
    alike: defaultdict[tuple[str, str, str], list[TaskPassage]] = defaultdict(list)
    for one in said:
        statement = one.statement
        alike[likeness(statement)].append(one)
    return {
        one.passage: digest("task", plan, *words, number)
        for words, equals in alike.items()
        for number, one in enumerate(_by_content(equals))
    }


def likeness(statement: TaskStatement) -> tuple[str, str, str]:
    """In what two passages of a plan are alike that may state one task: form, title, beginning of the content."""
    return statement.form, title_form(statement.title), content_head(statement.content)


def _by_content(equals: list[TaskPassage]) -> list[TaskPassage]:
    if len(equals) == 1:
        return equals
    return sorted(equals, key=lambda one: (words_form(one.statement.content), one.place))


def voices(plan: str, said: Iterable[TaskPassage]) -> list[Voice]:
    """The rows and items of a plan, copies of one another together, in the order of the fullest copy."""
    by_copy: defaultdict[int, list[TaskPassage]] = defaultdict(list)
    for one in said:
        by_copy[one.copy].append(one)
    by_key: defaultdict[str, list[TaskPassage]] = defaultdict(list)
    for copy in sorted(by_copy):
        key_of = keys(plan, by_copy[copy])
        for one in by_copy[copy]:
            by_key[key_of[one.passage]].append(one)
    made = [Voice(key, tuple(sorted(alike, key=lambda one: one.place))) for key, alike in by_key.items()]
    return sorted(made, key=lambda voice: voice.said[0].place)


def join(plan: str, said: Iterable[TaskPassage]) -> tuple[Task, ...]:
    """The tasks of one plan (by id) from all that its copies say, in the order of their standing passages."""
    spoken = voices(plan, said)
    rows = [voice for voice in spoken if voice.first.form == "row"]
    items = [voice for voice in spoken if voice.first.form == "item"]
    rows_of = _by_neighbours(items, rows, _by_name(items, rows))
    items_of: defaultdict[str, list[Voice]] = defaultdict(list)
    for item in items:
        for row in rows_of[item.key]:
            items_of[row.key].append(item)
    tasks = [_task(plan, row, items_of[row.key], rows_of) for row in rows]
    tasks += [_task(plan, item, [], rows_of) for item in items if not rows_of[item.key]]
    return tuple(sorted(tasks, key=lambda task: task.said[0].place))


def _by_name(items: Sequence[Voice], rows: Sequence[Voice]) -> dict[str, list[Voice]]:
    """The rows of each item (by key) that bear its name; several items of one name take as many rows in order."""
    named_items: defaultdict[str, list[Voice]] = defaultdict(list)
    named_rows: defaultdict[str, list[Voice]] = defaultdict(list)
    for voice in items:
        named_items[voice.name].append(voice)
    for voice in rows:
        named_rows[voice.name].append(voice)
    rows_of: dict[str, list[Voice]] = {item.key: [] for item in items}
    for name, alike in named_items.items():
        fitting = named_rows.get(name, []) if name else []
        if len(alike) == 1:
            rows_of[alike[0].key] = fitting
        elif len(alike) == len(fitting):
            for item, row in zip(alike, fitting, strict=True):
                rows_of[item.key] = [row]
    return rows_of


def _by_neighbours(
    items: Sequence[Voice], rows: Sequence[Voice], rows_of: dict[str, list[Voice]]
) -> dict[str, list[Voice]]:
    """The same, with one item left over joined to one row left over between two joined neighbours."""
    at = {row.key: number for number, row in enumerate(rows)}
    taken = {row.key for joined in rows_of.values() for row in joined}
    found = dict(rows_of)
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        if rows_of[item.key] or not (rows_of[before.key] and rows_of[after.key]):
            continue
        start = max(at[row.key] for row in rows_of[before.key])
        end = min(at[row.key] for row in rows_of[after.key])
        between = [row for row in rows[start + 1 : end] if row.key not in taken]
        if len(between) == 1 and between[0].first.named:
            found[item.key] = between
    return found


def _task(plan: str, standing: Voice, items: Sequence[Voice], rows_of: dict[str, list[Voice]]) -> Task:
    said = (*standing.said, *(one for item in items for one in item.said))
    several = [row for item in items if len(rows_of[item.key]) > 1 for row in rows_of[item.key]]
    shared = tuple(one for row in several for one in row.said)
    own = [one.statement for one in said if one.edition == said[0].edition]
    return Task(standing.key, plan, said, merged(own), shared)


def merged(statements: Sequence[TaskStatement]) -> TaskStatement:
    """What several statements say of one task: the first one's values, its blanks filled by the next that has any."""
    first = statements[0]
    if len(statements) == 1:
        return replace(first, places=tuple(dict.fromkeys(first.places)))
    due = _having("due_text", statements)
    leaders = _having("leaders", statements)
    owners = _having("lead_units", statements)
    if not owners.lead_units:
        owners = _having("responsible_units", statements)
    return replace(
        first,
        number=_having("number", statements).number,
        category=_having("category", statements).category,
        title=_having("title", statements).title,
        content=_having("content", statements).content,
        lead_units=_having("lead_units", statements).lead_units,
        responsible_units=_having("responsible_units", statements).responsible_units,
        supporting_units=_having("supporting_units", statements).supporting_units,
        leaders=leaders.leaders,
        lead_leaders=leaders.lead_leaders,
        leader_roles=_having("leader_roles", statements).leader_roles,
        due_text=due.due_text,
        dues=due.dues,
        basis=owners.basis,
        places=tuple(dict.fromkeys(place for statement in statements for place in statement.places)),
    )


def _having(field: str, statements: Sequence[TaskStatement]) -> TaskStatement:
    return next((statement for statement in statements if getattr(statement, field)), statements[0])
