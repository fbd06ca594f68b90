"""Lists of tasks on their way out: what is chosen with its sentence, its day, where each task stands and what all rests
on, and the forms in which it is taken along.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from api.ask.questions import Asker
from api.ask.sheets import to_csv
from api.lists.conditions import Conditions
from api.lists.copied import tabbed
from api.lists.dates import period_words
from api.lists.sentence import sentence, title
from api.settings import Language
from graph.errors import UsageError, reason_of
from graph.messages.sentences import say
from graph.stores.protocol import Store
from queries.ask import ask
from queries.caching import uncached
from queries.citations import cited_for_people
from queries.listing.basis import basis_of, papers_of
from queries.listing.paper_names import short_names
from queries.rows import PaperNamesRow, SourcesOfTasksRow, TaskRow
from viz.files.calendar import task_calendar
from viz.files.handed_list import HandedList
from viz.files.task_sheets import task_workbook
from viz.files.word.task_document import task_document

AT_ONCE = 2000
"""Tasks whose sources are asked for at once."""
PAPERS = 8
"""Papers that a list names as what it rests on; of more it tells the number."""


@dataclass(frozen=True, slots=True)
class TakenForm:
    """A form in which tasks are taken along: its media type, the ending of the file, and who writes it."""

    media_type: str
    ending: str
    write: Callable[[HandedList], bytes]


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ICS = "text/calendar; charset=utf-8"
CSV = "text/csv; charset=utf-8"
MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""


def form_of(ending: str, lang: Language, template: bytes | None = None) -> TakenForm:
    """The form of an ending: xlsx, docx, ics, csv, or txt (what is copied into a spreadsheet); `template` is the
    office's own for docx.
    """
    return {
        "xlsx": TakenForm(XLSX, "xlsx", task_workbook),
        "docx": TakenForm(DOCX, "docx", lambda handed: task_document(handed, template)),
        "ics": TakenForm(ICS, "ics", task_calendar),
        "csv": TakenForm(CSV, "csv", lambda handed: (MARK + to_csv(handed.rows, lang)).encode()),
        "txt": TakenForm("text/plain; charset=utf-8", "txt", lambda handed: tabbed(handed).encode()),
    }[ending]


def own_template(path: Path | None) -> bytes | None:
    """The office's template for Word, None where it has none. Raises UsageError where it cannot be read."""
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError("word.unread", path=path, reason=reason_of(error)) from error


def digest_of(template: bytes | None) -> str:
    """What names a template apart from others, "" for none."""
    return sha256(template).hexdigest()[:12] if template is not None else ""


def handed_list(asker: Asker, given: Conditions, day: str, address: str = "") -> HandedList:
    """The tasks that meet the conditions, as they are handed on, seen from a day (ISO).

    Raises NotFoundError for a name that nothing bears, UsageError for what is no day or period.
    """
    rows = asker.tasks(**given.given, today=day)
    papers = papers_of(asker.graph, rows)
    return HandedList(
        title(asker, given),
        _sentence(asker, given, rows),
        say(asker.lang, "chosen.until", day=period_words(asker.lang, day)),
        day,
        rows,
        basis_of(papers, PAPERS, asker.lang),
        cited(asker.graph, rows, papers),
        address,
        asker.lang,
    )


def _sentence(asker: Asker, given: Conditions, rows: Sequence[TaskRow]) -> str:
    """What was chosen; where no task states a day, that too, for their columns of days are empty."""
    said = sentence(asker, given, len(rows))
    if rows and not any(row["due_dates"] for row in rows):
        return say(asker.lang, "taken.undated", sentence=said)
    return said


def cited(store: Store, rows: Sequence[TaskRow], papers: Sequence[PaperNamesRow]) -> Mapping[str, tuple[str, ...]]:
    """Where each task stands, as people tell it: in the file of its standing place, that place first."""
    names, paper = short_names(papers), {row["task_id"]: row["document_id"] for row in rows}
    places: dict[str, list[SourcesOfTasksRow]] = {}
    ids = list(paper)
    for start in range(0, len(ids), AT_ONCE):
        for row in ask(uncached(store), "sources/of_tasks", tasks=ids[start : start + AT_ONCE]):
            places.setdefault(row["task_id"], []).append(row)
    return {
        task: (cited_for_people((one for one in some if one["path"] == some[0]["path"]), names[paper[task]]),)
        for task, some in places.items()
        if paper[task] in names
    }
