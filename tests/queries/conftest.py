"""The small graph of `tests.queries.town`, in memory, once for all tests."""

from collections.abc import Iterator

import pytest

from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.queries.town import town


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The small graph, to be asked only."""
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()
