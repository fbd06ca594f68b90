"""What a table says beyond the rows of an answer: which paper a change stands in, the file of a paper without a title,
which tasks two passages state differently.
"""

from collections.abc import Iterable, Mapping, Sequence

from api.cli.tables import task_row
from api.settings import Language
from api.words.words import reason
from graph.stores.protocol import Store
from queries.ask import Row, ask
from queries.explained import Explained
from queries.lineage import notes

CONTESTED = "※"
"""The mark of what another passage states differently; `plangraph conflicts` lists both."""
_FIELDS = {"due_text": "due_text", "leaders": "leaders"}
"""The column of a task's table that a field of a conflict stands in; any other stands in units_by_role."""


def documents(rows: Iterable[Row]) -> list[Row]:
    """Papers, each with a title: where it has none, the name of its file in brackets."""
    return [row | {"title": row["title"] or _bracketed(row["files"])} for row in rows]


def plans(rows: Iterable[Row]) -> list[Row]:
    """Plans, each with a title and the name of its paper: where there is none, the name of the file in brackets."""
    return [row | {name: row[name] or _bracketed(row["sources"]) for name in ("title", "document")} for row in rows]


def lineage(graph: Store, lang: Language, rows: Iterable[Explained]) -> list[Explained]:
    """Places of a lineage with the number or title of the papers that state the change, and the date that it bears, or
    the one by which it was done, and the note in sentences.
    """
    papers = {
        path: str(paper["number"] or paper["title"]) or _bracketed([path])
        for paper in ask(graph, "documents/list")
        for path in _texts(paper["files"])
    }
    return [
        {**_dated(row), "document": tuple(dict.fromkeys(_papers(row, papers))), "note": notes(lang, row)}
        for row in rows
    ]


def reasons(lang: Language, rows: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows with the sentence of their reason in the place of its code."""
    return [{**row, "reason": reason(lang, str(row["reason"]), row["reason_values"])} for row in rows]


def tasks(graph: Store, lang: Language, rows: Sequence[Row], *, full: bool) -> tuple[list[dict[str, object]], bool]:
    """Tasks as rows of their table, and whether one of them is marked as stated differently elsewhere."""
    fields: dict[str, set[str]] = {}
    for row in ask(graph, "conflicts/list") if rows else ():
        fields.setdefault(str(row["task_id"]), set()).add(_FIELDS.get(str(row["field"]), "units_by_role"))
    shown = [_marked(task_row(lang, row, full=full), fields.get(str(row["task_id"]), ())) for row in rows]
    return shown, any(str(row["task_id"]) in fields for row in rows)


def _marked(row: dict[str, object], columns: Iterable[str]) -> dict[str, object]:
    return row | {column: f"{row[column]}{CONTESTED}" for column in columns}


def _dated(row: Explained) -> Explained:
    """A row whose change bears no date with the one that ends its period, or begins it where it came out of it."""
    if row["stated_on"] or not row["change_id"]:
        return row
    return row | {"stated_on": row["until" if row["direction"] == "before" else "since"]}


def _papers(row: Mapping[str, object], papers: Mapping[str, str]) -> Iterable[str]:
    paths = (place.rpartition(":")[0] for place in _texts(row["sources"]))
    return (papers[path] for path in paths if path in papers)


def _bracketed(places: object) -> str:
    """The first file of these places or paths, in brackets: （notice.txt）; "" where there is none."""
    first = next(iter(_texts(places)), "")
    path, colon, line = first.rpartition(":")
    name = path if colon and line.isdigit() else first
    return f"（{name}）" if name else ""


def _texts(value: object) -> Sequence[str]:
    return value if isinstance(value, tuple | list) else ()
