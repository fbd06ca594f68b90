"""Whatever call fails, wherever the program dies or the power goes: each action is wholly done or not at all, readers
open, nothing acknowledged is missing, and doing it again brings what it should. `tests.faults.run` tries more points.
"""

import pytest

from tests.faults.actions import available
from tests.faults.driven import Driver

pytestmark = pytest.mark.slow
POINTS = 3
LOSSES = 1
"""Points and losses of power that are tried of an action; over all actions each kind of fault is tried some times."""
AGAIN = 3
"""At every so many points the action is done again."""


@pytest.mark.parametrize("action", available())
def test_an_action_is_wholly_done_or_not_at_all_whatever_fails(action: str, driver: Driver) -> None:
    tried = list(driver.tried(action, POINTS, LOSSES, again=AGAIN))
    assert len(tried) == POINTS + LOSSES
    assert [(one.fault, one.at, one.met, one.ended, one.wrong) for one in tried if one.wrong] == []
