"""A store with examples, decisions and uploads, and what tells that another one is the same."""

import shutil
from contextlib import closing
from pathlib import Path

from api.ingest.files.own_files import uploads_folder
from api.ingest.loading.load import load
from graph.exports.network import to_graphml
from graph.exports.rdf import to_turtle
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from tests.api.conftest import Program

PAIR = ("农业服务中心", "农业综合服务中心")


def fill(program: Program, store: str, examples: Path) -> None:
    """Load documents from a folder, others as uploads, and decide on names."""
    folder = Path("documents") / "below"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("notice.txt", "task-list.txt"):
        shutil.copy(examples / name, folder / name)
    assert program("load", "documents", "--store", store).code == 0
    uploads = uploads_folder(store)
    uploads.mkdir(exist_ok=True)
    shutil.copy(examples / "mergers.txt", uploads / "村改.txt")
    with closing(open_store(store)) as opened:
        load(opened, [uploads / "村改.txt"])
    assert program("decide", "same", *PAIR, "--store", store, "--why", "更名", "--who", "甲").code == 0


def exports(store: str) -> tuple[str, str]:
    """A store as RDF and as GraphML."""
    with closing(open_store(store, read_only=True)) as opened:
        facts = read_all(opened)
    return to_turtle(facts), to_graphml(facts)


def same(program: Program, one: str, other: str) -> None:
    """Assert that two stores hold the same, and that nothing is wrong with the second."""
    assert exports(other) == exports(one)
    decided = program("decide", "--json", "--store", one).out
    assert "更名" in decided
    assert program("decide", "--json", "--store", other).out == decided
    checked = program("check", "--store", other)
    assert (checked.code, checked.out) == (0, "")
    assert program("verify", "--store", other).code == 0
