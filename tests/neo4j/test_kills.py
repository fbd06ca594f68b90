"""A program killed before, or in the midst of, what it sends to the server, or whose connection breaks there: each
action is wholly done or not at all, and doing it again brings what it should. `tests.faults.run --neo4j` tries more.
"""

from collections.abc import Iterator

import pytest

from tests.faults.driven import Driver, driving
from tests.faults.on_server import SERVER_NAMES
from tests.faults.shim import compiled

pytestmark = pytest.mark.slow
POINTS = 4
AGAIN = 1
"""At every so many points the action is done again: at each, as a copy that was broken off lets nothing else begin."""


@pytest.fixture(scope="module")
def driver(neo4j_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """A driver that knows the password of the server."""
    assert neo4j_server
    with driving(compiled(tmp_path_factory.mktemp("shim")), tmp_path_factory.mktemp("kills")) as driver:
        yield driver


def test_an_action_on_a_server_is_wholly_done_or_not_at_all(driver: Driver, neo4j: str) -> None:
    tried = [one for action in SERVER_NAMES for one in driver.tried(action, POINTS, again=AGAIN, server=neo4j)]
    assert len(tried) == POINTS * len(SERVER_NAMES)
    assert [(one.action, one.fault, one.at, one.ended, one.wrong) for one in tried if one.wrong] == []
