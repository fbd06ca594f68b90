"""What a table says beyond the rows of an answer: which paper a change stands in, the file of a paper without a title,
which tasks two passages state differently, where those are who would read alike.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from api.ask.apart import Namesake, apart
from api.cli.tables import task_row
from api.settings import Language
from api.words import words
from graph.messages.sentences import reason_words, say
from graph.stores.protocol import Store
from queries.ask import Row, ask
from queries.citations import path_of
from queries.lineage import LineageRow, notes
from queries.rows import DocumentRow, PlanRow, TaskRow
from queries.workload import LoadRow

CONTESTED = "※"
"""The mark of what another passage states differently; `plangraph conflicts` lists both."""
_FIELDS = {"due_text": "due_text", "leaders": "leaders"}
"""The column of a task's table that a field of a conflict stands in; any other stands in units_by_role."""


class PaperedRow(LineageRow):
    """A place of a lineage with the papers that state the change."""

    document: tuple[str, ...]


def documents(lang: Language, rows: Iterable[DocumentRow]) -> list[DocumentRow]:
    """Papers, each with a title: where it has none, the name of its file in brackets; marked where it was replaced."""
    return [{**row, "title": _replaced(lang, row, row["title"] or _bracketed(row["files"]))} for row in rows]


def plans(lang: Language, rows: Iterable[PlanRow]) -> list[PlanRow]:
    """Plans, each with a title and the name of its paper: where there is none, the name of the file in brackets."""
    return [
        {
            **row,
            "title": _replaced(lang, row, row["title"] or _bracketed(row["sources"])),
            "document": row["document"] or _bracketed(row["sources"]),
        }
        for row in rows
    ]


def bearers(graph: Store, rows: Iterable[Row], key: str) -> list[Row]:
    """Units or leaders (`key` is the column of their ids), the place of each as it tells it from another of its name
    in a place of the same name, and its id where no place does.
    """
    listed = list(rows)
    alike = Counter((row["name"], row["place"]) for row in listed)
    ones = [
        Namesake(str(row[key]), str(row["name"]), str(row["place_id"]))
        for row in listed
        if alike[row["name"], row["place"]] > 1
    ]
    marks = apart(graph, ones)
    told = {identity: {"place": mark.way, "id": mark.id} for identity, mark in marks.items()}
    return [{**row, **told.get(str(row[key]), {})} for row in listed]


def lineage(graph: Store, lang: Language, rows: Iterable[LineageRow]) -> list[PaperedRow]:
    """Places of a lineage with the number or title of the papers that state the change, and the date that it bears, or
    the one by which it was done, and the note in sentences.
    """
    papers = {
        path: paper["number"] or paper["title"] or _bracketed([path])
        for paper in ask(graph, "documents/list")
        for path in paper["files"]
    }
    return [
        {
            **row,
            "stated_on": _date(row),
            "document": tuple(dict.fromkeys(_papers(row, papers))),
            "note": (told,) if (told := notes(lang, row)) else (),
        }
        for row in rows
    ]


def reasons(lang: Language, rows: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows with the sentence of their reason in the place of its code."""
    return [{**row, "reason": reason_words(lang, str(row["reason"]), row["reason_values"])} for row in rows]


def tasks(graph: Store, lang: Language, rows: Sequence[TaskRow], *, full: bool) -> tuple[list[dict[str, object]], bool]:
    """Tasks as rows of their table, and whether one of them is marked as stated differently elsewhere."""
    fields: dict[str, set[str]] = {}
    for row in ask(graph, "conflicts/list") if rows else ():
        fields.setdefault(row["task_id"], set()).add(_FIELDS.get(row["field"], "units_by_role"))
    shown = [_marked(task_row(lang, row, full=full), fields.get(row["task_id"], ())) for row in rows]
    for one, told in zip(rows, shown, strict=True):
        if one["replaced"]:
            told["task"] = say(lang, "answer.replaced", task=told["task"])
    return shown, any(row["task_id"] in fields for row in rows)


def _replaced(lang: Language, row: DocumentRow | PlanRow, title: str) -> str:
    return say(lang, "answer.replaced", task=title) if row["replaced"] else title


def _marked(row: dict[str, object], columns: Iterable[str]) -> dict[str, object]:
    return row | {column: f"{row[column]}{CONTESTED}" for column in columns}


def _date(row: LineageRow) -> str:
    """The date of a row's change; where it bears none, the one that ends its period, or begins it where it came out of
    it.
    """
    if row["stated_on"] or not row["change_id"]:
        return row["stated_on"]
    return row["until"] if row["direction"] == "before" else row["since"]


def _papers(row: LineageRow, papers: Mapping[str, str]) -> Iterable[str]:
    paths = map(path_of, row["sources"])
    return (papers[path] for path in paths if path in papers)


def _bracketed(places: Sequence[str]) -> str:
    """The first file of these citations or paths, in brackets: （notice.txt）; "" where there is none."""
    name = path_of(next(iter(places), ""))
    return f"（{name}）" if name else ""


def undecided(lang: Language, rows: Sequence[LoadRow]) -> list[dict[str, object]]:
    """The rows of a workload, with each verdict marked that decisions on names could change."""
    return [
        {**row, "verdict": f"{words.value(lang, 'verdict', row['verdict'])}（{say(lang, 'open.mark')}）"}
        if row["undecided"]
        else dict(row)
        for row in rows
    ]
