"""What rows rest on: the papers that state them, as one names them below a list or picture, and their days of issue."""

from collections.abc import Iterable, Sequence

from graph.messages.sentences import say
from graph.messages.tables import Lang
from graph.stores.protocol import Store
from queries.ask import ask
from queries.citations import path_of
from queries.listing.paper_names import full_name, short_names
from queries.rows import PaperNamesRow, TaskRow


def papers_of(store: Store, rows: Sequence[TaskRow]) -> list[PaperNamesRow]:
    """What the papers of these tasks are called, in the order of the tasks."""
    return _named(store, list(dict.fromkeys(row["document_id"] for row in rows)))


def papers_of_files(store: Store, sources: Iterable[str]) -> list[PaperNamesRow]:
    """What the papers are called whose files these places are in (path:line), the latest first."""
    paths = {path_of(one) for one in sources}
    papers = ask(store, "documents/list") if paths else []
    return _named(store, [row["document_id"] for row in papers if not paths.isdisjoint(row["files"])])


def basis_of(papers: Sequence[PaperNamesRow], most: int, lang: Lang) -> str:
    """The papers in words, at most so many by name; "" where there is none."""
    return _listed([full_name(row) for row in papers], most, lang)


def short_basis_of(papers: Sequence[PaperNamesRow], most: int) -> str:
    """The same by short names, as in citations."""
    names = short_names(papers)
    return _listed([names[row["document_id"]] for row in papers], most, "zh")


def _listed(names: Sequence[str], most: int, lang: Lang) -> str:
    told = "、".join(names[:most])
    return say(lang, "taken.some_papers", names=told, number=len(names)) if len(names) > most else told


def issued_words(papers: Sequence[PaperNamesRow]) -> str:
    """The days between which papers were issued: 2021-04-12至2021-10-08印发; "" where none states its day."""
    days = sorted({row["issued_on"] for row in papers if row["issued_on"]})
    return f"{days[0]}至{days[-1]}印发" if len(days) > 1 else f"{days[0]}印发" if days else ""


def _named(store: Store, ids: Sequence[str]) -> list[PaperNamesRow]:
    found = {row["document_id"]: row for row in ask(store, "papers/named", documents=ids)} if ids else {}
    return [found[one] for one in ids if one in found]
