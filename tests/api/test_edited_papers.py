"""Editions of a whole paper: what a script changed in it is what is told, and the order of loading does not matter."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from api.ask.editions.revising import revisions_proposed
from api.ask.editions.versions import of_file
from graph.decisions.decisions import Decisions
from graph.facts import Facts
from graph.refresh.delta import Delta
from graph.refresh.refresh import refresh
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from loaders.extract import extract
from queries.versions import changes
from tests.api.edited_papers import Edits, Told, edited

REVISED = Edits(("〔2021〕50号", "〔2021〕77号"), ("8月19日", "10月20日"))
"""A revision under a number of its own."""
SECOND = Edits(("〔2021〕77号", "〔2021〕77号"), ("10月20日", "11月25日"), moved=2, dropped=1, added=0)
"""A second edition of that, under the same number."""


@pytest.fixture(params=["of the repository", "collected"])
def paper(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Path:
    """The text of a paper with a number and tables of tasks."""
    written = tmp_path / "first.txt"
    if request.param == "collected":
        folder: Path = request.getfixturevalue("seeds")
        (found,) = folder.glob("000_*.txt")
        written.write_bytes(found.read_bytes())
    else:
        text = (root / "examples" / "task-list.txt").read_text(encoding="utf-8")
        own = text.replace("10月8日", "8月19日").replace("\t2\n\t\n", "\t2\n\t改建新苗村道路\n")
        written.write_text(f"大蓬府发〔2021〕50号\n\n{own}", encoding="utf-8")
    return written


@pytest.fixture
def editions(paper: Path) -> tuple[Path, Path, Path]:
    """The paper, its revision under another number, and a second edition of that."""
    revised, second = (paper.with_name(name) for name in ("revised.txt", "second.txt"))
    revised.write_text(edited(paper, REVISED).text, encoding="utf-8")
    second.write_text(edited(revised, SECOND).text, encoding="utf-8")
    return paper, revised, second


def told(old: Path, new: Path) -> tuple[Told, ...]:
    """What is said of two files."""
    rows = changes(of_file(old), of_file(new))
    return tuple(sorted((row["what"], row["title"], row["field"], row["before"], row["after"]) for row in rows))


def taken_in(store: Store, documents: Iterable[PlanDocument]) -> Facts:
    """All facts of a store into which these came one after another."""
    for document in documents:
        refresh(store, Delta(read=(document,)))
    return read_all(store)


def test_what_the_script_changed_is_told_and_nothing_else(editions: tuple[Path, Path, Path]) -> None:
    first, revised, second = editions
    made = edited(first, REVISED)
    assert [sum(what == one for one, *_ in made.told) for what in ("changed", "dropped", "added")] == [7, 2, 1]
    assert sum(field == "due_text" for _, _, field, *_ in made.told) == 6
    assert told(first, revised) == made.told
    assert told(revised, second) == edited(revised, SECOND).told
    assert told(first, first) == ()


def test_a_revision_under_another_number_is_proposed_with_figures(editions: tuple[Path, Path, Path]) -> None:
    with closing(open_store(":memory:")) as store:
        taken_in(store, map(extract, editions[:2]))
        [row] = revisions_proposed(store, Decisions())
    assert ("50" in row["other_number"], "77" in row["number"]) == (True, True)
    assert (row["of"] - row["same"], row["due_changes"]) == (2, 6)


def test_the_graph_is_the_same_in_whatever_order_editions_were_loaded(editions: tuple[Path, Path, Path]) -> None:
    documents = [replace(extract(path), path=path.name) for path in editions]
    graphs = []
    for order in permutations(documents):
        with closing(open_store(":memory:")) as store:
            graphs.append(taken_in(store, order))
    assert len(graphs) == 6
    assert all(graph == graphs[0] for graph in graphs)
