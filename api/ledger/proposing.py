"""Reports that papers propose: what stands in columns of progress (进展情况) of ledgers that were loaded.

Such a column sets nothing, so it is no fact; a person may take what it says as a report, with the paper as its proof.
Only files that still lie where they were loaded from can be looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from api.kept_files import find_file
from api.ledger.cells import day_of, says_nothing, state_of
from api.ledger.rows import reports_of, terms_of
from graph.errors import NotFoundError
from graph.refresh.held import files_of
from graph.refresh.load import held_copies
from graph.reports.reports import LONGEST, Report, ReportState, report
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes
from graph.words.fold import fold
from loaders.owners.label_words import says_what_was_done
from loaders.text import Table, TableRow, Text
from queries.chosen import rows_of

_OF_OTHERS = ("意见", "批示")
"""Ends of names of columns in which somebody above says something, which is no progress."""
_WHETHER = ("是否", "有无")
"""Beginnings of names of columns that say whether it is done."""
_WHEN = ("时间", "日期")
"""Ends of names of columns that say when it was done."""


@dataclass(frozen=True, slots=True)
class ProgressCell:
    """A filled cell of a column of progress: where its row begins and ends in the text, its heading and its words."""

    start: int
    end: int
    heading: str
    words: str


def proposed_reports(store: Store, document: str, today: str) -> list[Report]:
    """The reports that the files of a paper (by id; of all papers where it is "") propose, in their order; what was
    taken already is left out. Raises StoreError where the store fails.
    """
    wanted = files_of(store, document) if document else None
    held = reports_of(store)
    found: dict[str, Report] = {}
    for sha256, name in sorted(held_copies(store), key=lambda copy: copy[1]):
        if wanted is None or sha256 in wanted:
            for one in _of_file(store, sha256, name, today):
                if all(other.note != one.note for other in held.of(one.terms.task)):
                    found.setdefault(one.id, one)
    return list(found.values())


def the_proposed(store: Store, ids: Iterable[str], today: str) -> list[Report]:
    """Those of all proposed reports that have these ids. Raises NotFoundError for one that is not proposed."""
    known = {one.id: one for one in proposed_reports(store, "", today)}
    wanted = list(dict.fromkeys(ids))
    for one in wanted:
        if one not in known:
            raise NotFoundError("ledger.not_proposed", id=one)
    return [known[one] for one in wanted]


def progress_cells(text: Text) -> Iterator[ProgressCell]:
    """What columns of progress hold, row by row."""
    for table in (block for block in text.blocks if isinstance(block, Table)):
        columns = [(at, name) for at, name in enumerate(table.header) if _is_progress(name)]
        for row in table.rows if columns else ():
            yield from _cells(row, columns)


def _cells(row: TableRow, columns: Sequence[tuple[int, str]]) -> Iterator[ProgressCell]:
    for at, name in columns:
        if at < len(row.cells) and not says_nothing(row.cells[at].text):
            yield ProgressCell(row.cells[0].start, row.cells[-1].end, name, row.cells[at].text)


def _is_progress(name: str) -> bool:
    folded = fold(name)
    return says_what_was_done(folded) and not name.endswith(_OF_OTHERS)


def _of_file(store: Store, sha256: str, name: str, today: str) -> Iterator[Report]:
    text = find_file(store, name, sha256)
    rows: defaultdict[tuple[int, int], list[ProgressCell]] = defaultdict(list)
    for cell in progress_cells(text) if text else ():
        rows[cell.start, cell.end].append(cell)
    if not rows or text is None:
        return
    tasks = _tasks_by_start(store, sha256)
    starts = {start: task for start, task in tasks.items() if any(first <= start < last for first, last in rows)}
    known = {row["task_id"]: row for row in rows_of(store, sorted(set(starts.values()))) if not row["replaced"]}
    for (first, last), cells in sorted(rows.items()):
        for task in sorted({task for start, task in starts.items() if first <= start < last} & known.keys()):
            row = known[task]
            proof = " ".join(filter(None, (row["document"], next(iter(row["sources"]), name))))
            state, day, note = _said(cells, today)
            words = {"note": note[: LONGEST["note"]], "proof": proof[: LONGEST["proof"]]}
            yield report(terms_of(row), state, today=today, day=day, **words)


def _said(cells: Sequence[ProgressCell], today: str) -> tuple[ReportState, str, str]:
    """The state, day and words of a row; what its words leave open is under way, which a person may change."""
    said = {state_of(cell.words) for cell in cells}
    state: ReportState = "reported done" if "reported done" in said else "under way"
    if said == {"not started"}:
        state = "not started"
    days = [day_of(cell.words, today) for cell in cells if cell.heading.endswith(_WHEN)]
    day = next((one for one in days if one and one <= today), "") if state == "reported done" else ""
    notes = [cell for cell in cells if not (cell.heading.startswith(_WHETHER) or cell.heading.endswith(_WHEN))] or cells
    words = [cell.words if len(notes) == 1 else f"{cell.heading}：{cell.words}" for cell in notes]
    return state, day, "；".join(words)


def _tasks_by_start(store: Store, sha256: str) -> dict[int, str]:
    """The tasks that a file states, by where their passages begin."""
    passages = {("Passage", edge.end[1]) for edge in read_edges_at(store, [("File", sha256)]) if edge.type == "HAS"}
    starts = {node.id: int(str(node.properties["start_char"])) for node in read_nodes(store, passages)}
    return {
        starts[edge.end[1]]: edge.start[1]
        for edge in read_edges_at(store, passages)
        if edge.type == "STATED_IN" and edge.start[0] == "Task"
    }
