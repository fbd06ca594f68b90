"""Asking cannot write, on either engine, in whatever way one tries; nor reach files, addresses or the server itself."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from graph.errors import UsageError
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from tests.neo4j.attempts import ATTEMPTS
from tests.queries.town import town


@pytest.fixture(scope="module", params=["embedded", "embedded, to write", "server", "server, to write"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small graph of the tests of questions on each engine, open to be asked or also to be written."""
    if request.param.startswith("server"):
        where = str(request.getfixturevalue("neo4j_server"))
    else:
        where = str(tmp_path_factory.mktemp("asked") / "s.lbug")
    with closing(open_store(where)) as writer:
        writer.replace(read_all(writer), town())
    with closing(open_store(where, read_only=not request.param.endswith("write"))) as opened:
        yield opened
        assert read_all(opened) == town()


@pytest.mark.parametrize("text", ATTEMPTS)
def test_a_text_that_does_more_than_ask_is_refused_in_a_sentence(store: Store, text: str) -> None:
    with pytest.raises(UsageError):
        store.read(text)
