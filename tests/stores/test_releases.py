"""A store of each release, made by the release itself, opens in this version, and nothing is lost.

The archives hold the store with what lay beside it: two papers that were loaded from a folder of another machine, two
decisions, and an uploaded paper; see `tests.stores.make_store`.
"""

import json
import tomllib
import zipfile
from contextlib import closing
from pathlib import Path

import ladybug
import pytest

from graph.exports.rdf import to_turtle
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from tests.api.conftest import Program
from tests.stores.make_store import DECIDED, KILLED, LOADED, STORE, UPLOADED
from tests.test_changelog import RELEASE

FOLDER = Path(__file__).resolve().parent
KEPT = sorted(path.stem for path in FOLDER.glob("*.zip"))
LARGEST = 500_000
"""Bytes that an archive may have."""
WITHOUT_READERS = "0.1.0"
"""The release whose stores do not tell which readers have read a file, so that all count as older ones."""

pytestmark = pytest.mark.slow


@pytest.fixture(params=KEPT)
def release(request: pytest.FixtureRequest) -> str:
    """A release of which a store is kept, with `KILLED` behind it for the one whose last change is in the log alone."""
    return str(request.param)


@pytest.fixture
def store(release: str, home: Path) -> Path:
    """Its store in the working folder, with what lay beside it."""
    with zipfile.ZipFile(FOLDER / f"{release}.zip") as archive:
        archive.extractall(home)
    return home / STORE


def held(store: Path) -> tuple[Facts, str]:
    """All facts of a store, and its RDF."""
    with closing(open_store(str(store), read_only=True)) as opened:
        facts = read_all(opened)
    return facts, to_turtle(facts)


def afresh(plangraph: Program, store: Path) -> tuple[Facts, str]:
    """The same of a new store of the same papers and decisions."""
    new, papers = store.parent / "new", store.parent / "all"
    for folder in (new, papers):
        folder.mkdir()
    for name in LOADED:
        (papers / name).write_bytes((store.parent / "papers" / name).read_bytes())
    (papers / UPLOADED).write_bytes((store.parent / f"{STORE}.uploads" / UPLOADED).read_bytes())
    for words in (
        ("decide", "--export", str(new / "kept.toml")),
        ("load", str(papers), "--store", str(new / STORE)),
        ("decide", "--import", str(new / "kept.toml"), "--store", str(new / STORE)),
    ):
        assert plangraph(*words).code == 0
    return held(new / STORE)


def quotes(store: Path) -> list[str]:
    """The quotes of the passages of the papers that were loaded, past the store, as their readers left them."""
    database = ladybug.Database(str(store), read_only=True)
    connection = ladybug.Connection(database)
    try:
        rows = connection.execute("MATCH (f:File)-[:HAS]->(p:Passage) RETURN f.paths, p.quote")
        assert isinstance(rows, ladybug.QueryResult)
        return sorted(str(quote) for paths, quote in rows.get_all() if list(paths) != [UPLOADED])
    finally:
        connection.close()
        database.close()


def decided(plangraph: Program) -> set[tuple[str, ...]]:
    """The verdicts that stand, with their names."""
    return {(row["verdict"], row["name"], row["other"]) for row in json.loads(plangraph("decide", "--json").out)}


def stale(plangraph: Program) -> set[str]:
    """The files that other readers than those of this version have read."""
    rows = json.loads(plangraph("documents", "--json").out)
    assert len(rows) == len((*LOADED, UPLOADED))
    return {name for row in rows if row["stale"] for name in row["files"]}


def test_a_store_of_each_release_before_this_one_is_kept(root: Path) -> None:
    told = {number for number, _ in RELEASE.findall((root / "CHANGELOG.md").read_text(encoding="utf-8"))}
    this = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    kept = set(KEPT)
    assert {version + ending for version in told - {this} for ending in ("", KILLED)} <= kept
    assert {version.removesuffix(KILLED) for version in kept} <= told
    assert all((FOLDER / f"{version}.zip").stat().st_size < LARGEST for version in KEPT)


def test_reading_answers_or_says_how_the_store_is_brought_up_to_date(
    plangraph: Program, store: Path, release: str
) -> None:
    before = store.read_bytes()
    read = plangraph("tasks", "--json")
    assert store.read_bytes() == before or release.endswith(KILLED)  # what its log holds may be taken in
    if read.code:
        assert f"plangraph rebuild --store {STORE}" in read.err
        assert len(read.err.splitlines()) == 1
    else:
        assert plangraph("rebuild").code == 0
        assert plangraph("tasks", "--json").out == read.out


def test_brought_up_to_date_it_is_what_the_same_papers_and_decisions_yield_afresh(
    plangraph: Program, store: Path
) -> None:
    assert plangraph("load", "papers").code == 0
    facts, turtle = held(store)
    fresh, written = afresh(plangraph, store)
    assert turtle == written
    assert facts == fresh


@pytest.mark.usefixtures("store")
def test_its_decisions_stand_and_can_be_taken_back(plangraph: Program) -> None:
    assert plangraph("rebuild").code == 0
    assert decided(plangraph) == set(DECIDED)
    assert plangraph("decide", "--undo", *DECIDED[0][1:]).code == 0
    assert decided(plangraph) == set(DECIDED[1:])


def test_papers_that_lie_nowhere_any_more_stay_as_they_were_read(plangraph: Program, store: Path) -> None:
    before = quotes(store)
    assert before
    assert plangraph("rebuild").code == 0
    assert quotes(store) == before


def test_what_older_readers_read_is_told_until_it_was_read_again(plangraph: Program, store: Path, release: str) -> None:
    assert plangraph("rebuild").code == 0
    waiting = stale(plangraph)
    assert waiting == set(LOADED) if release.removesuffix(KILLED) == WITHOUT_READERS else waiting <= set(LOADED)
    assert ("read by other readers" in plangraph("documents").err) == bool(waiting)
    assert plangraph("load", store.parent / "papers").code == 0
    assert stale(plangraph) == set()


def test_papers_are_found_beside_the_store_and_where_they_were_loaded_again(plangraph: Program, store: Path) -> None:
    assert plangraph("load", store.parent / "papers").code == 0
    assert plangraph("verify").code == 0
