"""A comparison of engines asks every query of the catalogue."""

from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.loading.load import load
from benchmarks.questions import questions
from graph.stores.open import open_store
from queries.ask import ask_any
from queries.catalogue import catalogue

pytestmark = pytest.mark.slow


def test_every_query_is_asked_with_values_that_the_store_holds(root: Path) -> None:
    with closing(open_store(":memory:")) as store:
        load(store, [root / "examples"])
        asked = {query.name: rounds for query, rounds in questions(store)}
        assert asked.keys() == catalogue().keys()
        for name, rounds in asked.items():
            ask_any(store, name, rounds[0])
