"""Steering groups (领导小组, 工作专班): who holds which seat in which group, from lists, sentences and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.messages.message import message
from graph.statements import AppointmentStatement
from graph.words.fold import Folded, compact, fold, squeeze
from loaders.groups.members import begins_with_member, read_members
from loaders.groups.names import name_above, name_in_title, name_on_line
from loaders.groups.seats import find_labels, find_taken, needs_a_named_group, seats
from loaders.refused import RefusedCandidate
from loaders.text import Paragraph, Table, TableRow, Text, Words
from loaders.vocabulary.groups import group_words

_NEAR = 2  # lines above a seat that may also be an office (主任), where its group is named
_LONGEST_MEMBER = 120  # characters of a line that goes on with members


@dataclass(slots=True)
class _Group:
    """The group whose list is being read: its name, the seat of the lines that follow, whether lines may follow, and
    what among its members was not read.
    """

    name: str = ""
    seat: str = ""
    open: bool = False
    seats: set[str] = field(default_factory=set)
    refused: list[RefusedCandidate] = field(default_factory=list)


def read_group(
    text: Text, paragraphs: Sequence[Paragraph], *, plan: int, refused: list[RefusedCandidate] | None = None
) -> tuple[AppointmentStatement, ...]:
    """The appointments that the paragraphs of one plan state, in order.

    `unit` is the group's name from the heading or sentence above ("" if none), `role` the seat without blanks, `post`
    the words beside the name. Posts without a name and masked names (XXX) are no appointments. Clauses of prose among
    the members (成员由各村负责人组成) go to `refused`.
    """
    lines = [paragraph.words.folded for paragraph in paragraphs]
    group = _Group(refused=[] if refused is None else refused)
    found: list[AppointmentStatement] = []
    for index, line in enumerate(lines):
        if line.strip():
            found.extend(_read_line(text, paragraphs[index].words, lines, index, group, plan))
    return tuple(found)


def _read_line(
    text: Text, words: Words, lines: Sequence[Folded], index: int, group: _Group, plan: int
) -> Iterator[AppointmentStatement]:
    line = lines[index]
    labels = find_labels(line)
    own = name_on_line(line) if labels else ""
    if (
        labels
        and not own
        and needs_a_named_group(labels[0].seat)
        and not (group.open or name_above(lines, index, _NEAR))
    ):
        labels = []
    if labels:
        if own:
            group.name, group.seats = own, set()
        elif labels[0].seat in group.seats or not group.open:
            group.name, group.seats = name_above(lines, index) or group.name, set()
        for label in labels:
            group.seat, group.open = label.seat, True
            group.seats.add(label.seat)
            yield from _members(text, words, line, (label.value, label.end), label.start, group, plan)
        return
    if group.open and len(line) <= _LONGEST_MEMBER and "。" not in line and begins_with_member(line):
        yield from _members(text, words, line, (0, len(line)), 0, group, plan)
        return
    group.open = False
    yield from _taken(text, words, lines, index, group, plan)


def _members(
    text: Text, words: Words, line: str, value: tuple[int, int], start: int, group: _Group, plan: int
) -> Iterator[AppointmentStatement]:
    clauses: list[tuple[int, int]] = []
    for number, member in enumerate(read_members(line, *value, clauses)):
        quoted = words.part(member.start if number else min(start, member.start), member.end)
        yield AppointmentStatement(
            person=member.person,
            post=member.post,
            unit=group.name,
            role=group.seat,
            source=text.source(quoted.start, quoted.end),
            plan=plan,
        )
    group.refused += [RefusedCandidate(words.part(*clause), message("unread.members")) for clause in clauses]


def _taken(
    text: Text, words: Words, lines: Sequence[Folded], index: int, group: _Group, plan: int
) -> Iterator[AppointmentStatement]:
    """由县委书记张三任组长: sentences that put someone into a seat."""
    line = lines[index]
    unit: str | None = None
    for start, end, seat in find_taken(line):
        unit = (name_above(lines, index) or group.name) if unit is None else unit
        for member in read_members(line, start, end):
            quoted = words.part(member.start, member.end)
            yield AppointmentStatement(
                person=member.person,
                post=member.post,
                unit=unit,
                role=seat,
                source=text.source(quoted.start, quoted.end),
                plan=plan,
            )


def is_group_table(table: Table) -> bool:
    """Whether a table lists the seats of a group: a column of names and one whose cells are seats (组长)."""
    return _columns(table) is not None


def read_group_table(text: Text, table: Table, *, plan: int) -> Iterator[AppointmentStatement]:
    """The appointments of such a table, one a name; an empty seat is that of the row above."""
    columns = _columns(table)
    if columns is None:
        return
    seat_column, name_column, post_columns = columns
    unit, seat = name_in_title(table.title), ""
    for row in table.rows:
        if len(row.cells) < len(table.header):
            seat = ""
            continue
        seat = compact(row.cells[seat_column].text) or seat
        members = read_members(fold(row.cells[name_column].text))
        posts = [[squeeze(line) for line in row.cells[column].text.split("\n") if line] for column in post_columns]
        for index, member in enumerate(members):
            beside = [lines[index : index + 1] if len(lines) == len(members) else lines for lines in posts]
            post = "".join("".join(lines) for lines in beside)
            source = text.source(row.start, max(row.end, row.start + 1), table=table.number, row=row.number)
            yield AppointmentStatement(member.person, member.post or post, unit, seat, source, plan)


def _columns(table: Table) -> tuple[int, int, tuple[int, ...]] | None:
    """The columns of seats, of names and of posts."""
    words = group_words().columns
    headers = [squeeze(header) for header in table.header]
    if any(never in header for never in words.never for header in headers):
        return None
    name = next((index for index, header in enumerate(headers) if header.endswith(words.name)), None)
    seat = next((index for index in range(len(headers)) if _holds_seats(table.rows, index)), None)
    if name is None or seat is None or name == seat:
        return None
    posts = [
        index
        for index, header in enumerate(headers)
        if index not in (name, seat) and any(word in header for word in words.post)
    ]
    return seat, name, tuple(posts)


def _holds_seats(rows: Sequence[TableRow], column: int) -> bool:
    filled = [compact(row.cells[column].text) for row in rows if len(row.cells) > column]
    filled = [words for words in filled if words]
    return bool(filled) and all(words in seats() for words in filled)
