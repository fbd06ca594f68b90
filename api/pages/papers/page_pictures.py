"""The pages of a PDF as pictures, with the words of each fact marked on them, and the facts beside."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.responses import Response

from api.http.around.problems import ProblemError
from api.http.entity_tags import entity_tag, names, names_any
from api.http.library.finished import Finished
from api.kept_files import find_file, original_bytes
from api.pages.directory import find
from api.pages.drawing_turns import drawing
from api.pages.papers.originals import file_meant
from api.pages.papers.page_boxes import boxed_on
from api.pages.papers.papers import File
from api.pages.papers.reading import SHOWN, facts_read, passages_of
from api.pages.view import ElsewhereError, Values, View, Viewing
from graph.errors import NotFoundError
from graph.stores.protocol import Store
from graph.stores.read_back import read_nodes
from loaders.formats.pdf.file import MOST_BYTES, draw_pdf_page
from queries.ask import ask

router = APIRouter()

PNG = "image/png"
_FORMAT = "pdf"


@router.get("/documents/{which}/pages/{number}.png")
def picture(view: Viewing, which: str, number: int, file: File = "") -> Response:
    """A page of a PDF as PNG: it follows from the bytes of the file, and is drawn once for all facts on it."""
    try:
        with view.asked.library.reading() as snapshot:
            name, sha256 = file_meant(view, snapshot.store, which, file)
            [node] = read_nodes(snapshot.store, [("File", sha256)])
            where = snapshot.store.where
    except ElsewhereError as elsewhere:
        raise ProblemError(HTTPStatus.NOT_FOUND, "http.404") from elsewhere
    if node.properties["format"] != _FORMAT:
        raise NotFoundError("papers.no_page", name=name, number=number)
    tag = entity_tag(sha256, str(number), "png")
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Security-Policy": "default-src 'none'; sandbox"}
    conditions = view.asked.request.headers.getlist("if-none-match")
    if names(conditions, tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    made = view.asked.finished.get(("page", sha256, number), lambda: _drawn(where, name, sha256, number))
    if names_any(conditions):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(made.content, headers=headers, media_type=PNG)


def _drawn(where: str, name: str, sha256: str, number: int) -> Finished:
    """The picture of a page. Raises NotFoundError where it, or the file, is not there."""
    data = original_bytes(where, name, sha256, MOST_BYTES)
    if data is None:
        raise NotFoundError("papers.no_original", name=name)
    with drawing.turn():
        drawn = draw_pdf_page(data, number)
    if drawn is None:
        raise NotFoundError("papers.no_page", name=name, number=number)
    return Finished(drawn)


@router.get("/documents/{which}/pages/{number}")
def page(view: Viewing, which: str, number: int, file: File = "") -> Response:
    """A page of a PDF with its facts marked on its picture."""
    return view.html("page.html", lambda store: _page(view, store, which, number, file))


def _page(view: View, store: Store, which: str, number: int, file: str) -> Values:
    [row] = ask(store, "documents/list", named=find(view, store, "documents", which).id)
    name, sha256 = file_meant(view, store, which, file)
    text = find_file(store, name, sha256)
    if text is None:
        raise NotFoundError("papers.no_original", name=name)
    if not 1 <= number <= len(text.page_sizes):
        raise NotFoundError("papers.no_page", name=name, number=number)
    shown = [one for one in passages_of(store, sha256) if one.properties["kind"] in SHOWN]
    boxed = list(boxed_on(text, shown, number))
    return {
        "row": row,
        "number": number,
        "pages": len(text.page_sizes),
        "size": text.page_sizes[number - 1],
        "boxed": [one for _, one in boxed],
        "reading": facts_read(store, name, text, [passage for passage, _ in boxed]),
    }
