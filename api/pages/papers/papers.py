"""Papers and plans: what each sets, and its text with every extracted fact and everything not read marked in it."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.pages.directory import find
from api.pages.papers.reading import Reading, TextPart, files_of, passages_of, read_paper, start_of, stated_nodes
from api.pages.sources import papers_of, sides
from api.pages.tasks.filters import TaskFiltering, TaskFilters, task_list
from api.pages.tasks.paging import PageNumber, page_of
from api.pages.tasks.rows import task_table
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.rows import PlanRow

router = APIRouter()
File = Annotated[str, Query(max_length=1000)]


@router.get("/documents")
def documents(view: Viewing) -> Response:
    """All papers, and all plans in them."""
    return view.html(
        "documents.html",
        lambda store: {"rows": view.asker(store).listed("documents"), "plans": view.asker(store).listed("plans")},
    )


@router.get("/plans")
def plans(view: Viewing) -> Response:
    """All plans, and the papers that hold them."""
    return documents(view)


@router.get("/documents/{which}")
def document(view: Viewing, which: str, file: File = "") -> Response:
    """One paper."""
    return view.html("document.html", lambda store: _document(view, store, which, file))


@router.get("/plans/{which}")
def plan(view: Viewing, which: str, filters: TaskFiltering, file: File = "", page: PageNumber = 1) -> Response:
    """One plan."""
    return view.html("plan.html", lambda store: _plan(view, store, which, file, filters, page))


def _document(view: View, store: Store, which: str, file: str) -> Values:
    identity = find(view, store, "documents", which).id
    [row] = ask(store, "documents/list", named=identity)
    files = files_of(store, identity)
    path = file if file in files else next(iter(files))
    return {
        "row": row,
        "files": list(files),
        "plans": ask(store, "plans/list", paper=identity),
        "reading": read_paper(store, path, files[path], TextPart()),
    }


def _plan(view: View, store: Store, which: str, file: str, filters: TaskFilters, page: int) -> Values:
    identity = find(view, store, "plans", which).id
    [row] = ask(store, "plans/of_ids", plan=(identity,))
    conflicts = ask(store, "conflicts/of_tasks", tasks=chosen(store, Choice(plan=(identity,))))
    listed = filters.on_page_of(plan=identity)
    ids = listed.ids(view, store)
    shown, paging = page_of(ids, page)
    papers = papers_of(store, row)
    return {
        "row": row,
        "table": task_table(view, store, rows_of(store, shown)),
        "paging": paging,
        "list": task_list(view, store, listed, len(ids)),
        "conflicts": sides(view.links, store, papers, conflicts),
        "reading": _reading(store, row, file),
    }


def _reading(store: Store, row: PlanRow, file: str) -> Reading:
    """The plan's own part of the text: from its heading to that of the next plan."""
    files = files_of(store, row["document_id"])
    path = file if file in files else next(iter(files))
    return read_paper(store, path, files[path], _part(store, files[path], row["plan_id"]))


def _part(store: Store, sha256: str, plan: str) -> TextPart:
    """Where a plan stands in a file: its last heading there, since an earlier one may be in a table of contents."""
    headings = [one for one in passages_of(store, sha256) if one.properties["kind"] == "plan"]
    stated = stated_nodes(store, [one.id for one in headings])
    own = [start_of(one) for one in headings if stated.get(one.id, ("", ""))[1] == plan]
    if not own:
        return TextPart()
    behind = [start_of(one) for one in headings if start_of(one) > own[-1]]
    return TextPart(own[-1], min(behind, default=None))
