"""What a ledger that came back reports: row by row, what is to be recorded, what is known, what is refused and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from api.ledger.cells import day_of, says_nothing, state_of
from api.ledger.rows import reports_of, terms_of
from api.ledger.sheet_reading import LedgerLine, LedgerSheet
from api.settings import Language
from graph.errors import UsageError
from graph.messages.message import Message, message
from graph.messages.sentences import worded
from graph.reports.by_task import ReportsByTask
from graph.reports.reports import Report, ReportState, TaskTerms, report
from graph.stores.protocol import Store
from graph.words.names import content_head, title_form
from queries.chosen import rows_of
from queries.rows import TaskRow
from viz.files.ledger_sheet import FilledSheet, refused_workbook

_STATES: Mapping[ReportState, Message] = {
    "not started": message("report.not_started"),
    "under way": message("report.under_way"),
    "reported done": message("report.reported_done"),
}


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A row of a sheet of which nothing is recorded, and why."""

    line: LedgerLine
    reason: Message


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do: reports that are `coming`, those that are `known` in the store, rows that are refused,
    and how many say nothing. Of the known ones some are `overtaken`: something else was reported of the task since.
    """

    coming: tuple[Report, ...]
    known: tuple[Report, ...]
    refused: tuple[RefusedLine, ...]
    blank: int
    overtaken: tuple[RefusedLine, ...] = ()


class _RefusedError(Exception):
    """A row says what cannot be recorded."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.key)
        self.reason = reason


def plan_import(store: Store, sheets: Iterable[LedgerSheet], today: str) -> ImportPlan:
    """What the sheets of a ledger report, seen from a day (ISO). Raises StoreError where the store fails."""
    filled, blank = _filled(sheets)
    held = reports_of(store)
    recorded = _Recorded(held)
    tasks = {row["task_id"]: row for row in rows_of(store, sorted({one.task for one in filled if one.task}))}
    judged = [(line, _judged(line, tasks.get(line.task), today)) for line in filled]
    stated = {made.said for line, made in judged if isinstance(made, Report) and not says_nothing(line.done)}
    first: dict[str, tuple[int, Report]] = {}
    coming: dict[str, Report] = {}
    known: dict[str, Report] = {}
    refused: list[RefusedLine] = []
    overtaken: list[RefusedLine] = []
    for line, made in judged:
        if isinstance(made, RefusedLine):
            refused.append(made)
            continue
        try:
            _check_words(line, tasks, held, store)
            # Before the store is looked at: what a file says twice is the same whatever was recorded of it before.
            _check_once(made, *first.setdefault(line.task, (line.number, made)))
            if recorded.knows(made, line.after):
                known[made.id] = made
                overtaken += recorded.overtaking(made, line)
                continue
            _check_task(line, tasks, held, store)
            if made.said not in stated:
                _check_reopened(line, held)
            coming[made.id] = made
        except _RefusedError as error:
            refused.append(RefusedLine(line, error.reason))
    return ImportPlan(tuple(coming.values()), tuple(known.values()), tuple(refused), blank, tuple(overtaken))


class _Recorded:
    """The reports of a store as a sheet meets them: what it says is known if it was recorded after the report that was
    the last one of the task when the sheet was written. So a sheet that comes again changes nothing, whatever was
    reported since, and a sheet that was written later may report what an earlier one did.
    """

    def __init__(self, held: ReportsByTask) -> None:
        """The reports of a store, the one recorded last first."""
        self._held = held
        self._moments = {one.id: one.recorded_on for one in held.all}
        self._last_said = {one.said: one.recorded_on for one in reversed(held.all)}

    def knows(self, made: Report, after: str) -> bool:
        """Whether what is said stands in the store, after that report (by id)."""
        said = self._last_said.get(made.said)
        return said is not None and said >= self._moments.get(after, "")

    def overtaking(self, made: Report, line: LedgerLine) -> Iterator[RefusedLine]:
        """That something else was reported of the task since, where it was."""
        for last in self._held.of(made.terms.task)[:1]:
            if last.said != made.said:
                told = message("ledger.overtaken", state=_STATES[last.state], day=last.recorded_day)
                yield RefusedLine(line, told)


def marked(lang: Language, sheets: Sequence[LedgerSheet], refused: Sequence[RefusedLine]) -> bytes:
    """A copy of the sheets in which each refused row says why."""
    return refused_workbook(
        [
            FilledSheet(
                sheet.cells,
                sheet.header,
                sheet.task_column,
                {one.line.number: worded(lang, one.reason) for one in refused if one.line.place == sheet.place},
            )
            for sheet in sheets
        ],
        lang,
    )


def _filled(sheets: Iterable[LedgerSheet]) -> tuple[list[LedgerLine], int]:
    """The rows that say something, and how many do not; who would report says nothing by itself."""
    lines = [line for sheet in sheets for line in sheet.lines]
    filled = [line for line in lines if not all(map(says_nothing, (line.note, line.done, line.day)))]
    return filled, len(lines) - len(filled)


def _judged(line: LedgerLine, row: TaskRow | None, today: str) -> Report | RefusedLine:
    """What a row reports by itself, or why that is not understood."""
    try:
        return _report(line, row, today)
    except _RefusedError as error:
        return RefusedLine(line, error.reason)


def _report(line: LedgerLine, row: TaskRow | None, today: str) -> Report:
    """What a row reports. Raises _RefusedError where that is not understood."""
    if not line.task:
        raise _RefusedError(message("ledger.no_task"))
    state, day = _state(line), _day(line, today)
    note, who = ("" if says_nothing(words) else words for words in (line.note, line.who))
    terms = terms_of(row) if row else TaskTerms(line.task)
    try:
        return report(terms, state, today=today, day=day, who=who, note=note)
    except UsageError as error:
        raise _RefusedError(error.message) from error


def _state(line: LedgerLine) -> ReportState:
    if says_nothing(line.done):
        if not says_nothing(line.day):
            raise _RefusedError(message("ledger.day_alone", day=line.day))
        return "under way"
    state = state_of(line.done)
    if state is None:
        raise _RefusedError(message("ledger.done_words", words=line.done))
    if state != "reported done" and not says_nothing(line.day):
        raise _RefusedError(message("ledger.day_of_open", words=line.done, day=line.day))
    return state


def _day(line: LedgerLine, today: str) -> str:
    if says_nothing(line.day):
        return ""
    day = day_of(line.day, today)
    if day is None:
        raise _RefusedError(message("report.day", typed=line.day))
    return day


def _check_once(made: Report, number: int, other: Report) -> None:
    """Raise _RefusedError where another row, of this number, reports something else of the task."""
    if other.said != made.said:
        raise _RefusedError(message("ledger.twice", row=number))


def _check_words(line: LedgerLine, tasks: dict[str, TaskRow], held: ReportsByTask, store: Store) -> None:
    """Raise _RefusedError where the words of a row are those of another task than the one that its hidden column names,
    as where one column was sorted without the others.
    """
    row = tasks.get(line.task)
    if row is None or _says(row, line):
        return
    if not any(_says(one, line) for one in rows_of(store, sorted(held.family(line.task) - {line.task}))):
        title = row["title"] or row["content"]
        raise _RefusedError(message("ledger.other_task", words=line.title or line.content, title=title))


def _says(row: TaskRow, line: LedgerLine) -> bool:
    """Whether a row of a sheet may be of a task, by its title, else its content, as it is now or was read."""
    read = [words for field, words in zip(row["corrected"], row["as_read"], strict=True) if field == "title"]
    if line.title:
        return title_form(line.title) in map(title_form, (row["title"], *read))
    return not line.content or content_head(line.content) == content_head(row["content"])


def _check_reopened(line: LedgerLine, held: ReportsByTask) -> None:
    """Raise _RefusedError where a row that leaves open whether a task is done tells more of one that was reported done:
    words alone do not reopen it.
    """
    last = next(iter(held.of(line.task)), None)
    if last is not None and last.state == "reported done" and says_nothing(line.done):
        raise _RefusedError(message("ledger.reopened", day=last.recorded_day))


def _check_task(line: LedgerLine, tasks: dict[str, TaskRow], held: ReportsByTask, store: Store) -> None:
    """Raise _RefusedError for a task that is unknown or was replaced."""
    row = tasks.get(line.task)
    if row is None:
        raise _RefusedError(message("report.unknown_task", task=line.task))
    if row["replaced"]:
        raise _RefusedError(replaced(store, held, row))


def replaced(store: Store, held: ReportsByTask, row: TaskRow) -> Message:
    """Why nothing more is reported of a task that was replaced, with the tasks that follow it."""
    heirs = rows_of(store, held.heirs(row["task_id"]))
    titles = tuple(one["title"] or one["content"] for one in heirs)
    papers = tuple(dict.fromkeys(" ".join(filter(None, (one["document"], one["issued_on"]))) for one in heirs))
    follower = message("report.follower", titles=titles, papers=papers) if titles else ""
    return message("report.replaced_task", title=row["title"] or row["content"], follower=follower)
