"""The real documents, where they are at hand: loaded in any order, verified, taken out again."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.checking.verify import verify
from api.ingest.loading.load import load
from api.uploads.removal import remove
from graph.decisions.decisions import Decisions
from graph.exports.rdf import to_turtle
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all

pytestmark = pytest.mark.slow

NONE = Decisions()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        yield store


def named(seeds: Path, *numbers: str) -> list[Path]:
    """The documents of these numbers."""
    return [path for number in numbers for path in seeds.glob(f"{number}_*.txt")]


def test_a_paper_and_its_copy_give_the_same_bytes_in_either_order(seeds: Path) -> None:
    exports = set()
    for order in itertools.permutations(named(seeds, "000", "001")):
        with closing(open_store(":memory:")) as store:
            for path in order:
                load(store, [path])
            exports.add(to_turtle(read_all(store)))
            assert store.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 1}]
    assert len(exports) == 1


def test_every_quote_is_found_again_and_unloading_all_leaves_an_empty_graph(store: Store, seeds: Path) -> None:
    assert len(load(store, [seeds]).refused) == 0
    assert verify(store).holds
    for path in seeds.glob("*.txt"):
        remove(store, str(path))
    assert read_all(store) == Facts()


def test_one_name_in_two_towns_is_two_units(store: Store, seeds: Path) -> None:
    load(store, named(seeds, "000", "004"))
    rows = store.read("MATCH (u:Unit {name: '社事办'})-[:LOCATED_IN]->(p:Place) RETURN p.name AS place ORDER BY place")
    assert [row["place"] for row in rows] == ["蓬莱镇", "金元镇"]


def test_one_changed_character_of_a_copy_names_the_facts_that_hang_on_it(
    store: Store, seeds: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    words = named(seeds, "004")[0].read_text(encoding="utf-8")
    copy.write_text(words, encoding="utf-8", newline="")
    load(store, [copy])
    quote = store.read("MATCH (p:Passage {kind: 'task'}) RETURN p.start_char AS start ORDER BY start")[0]["start"]
    assert isinstance(quote, int)
    copy.write_text(words[: quote + 2] + "〇" + words[quote + 3 :], encoding="utf-8", newline="")
    failed = verify(store).failed
    assert failed
    assert any(fact.kind == "Task" for one in failed for fact in one.facts)
