"""Wrong tokens are counted: who gives many in a minute is told to wait, so that the log and the machine bear it. What
keeps a token from being found by trying is its length (`tokens.SHORTEST`).
"""

import math
import time

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MOST = "20/minute"
"""Wrong tokens from one address in a time."""


class Attempts:
    """The wrong tokens of each address, as far as they still count."""

    def __init__(self) -> None:
        """Nobody has given any yet."""
        self._rate = parse(MOST)
        self._counting = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, address: str) -> int:
        """Seconds that an address must wait, 0 where it may try."""
        if self._counting.test(self._rate, address):
            return 0
        again = self._counting.get_window_stats(self._rate, address).reset_time - time.time()
        return max(1, math.ceil(again))

    def failed(self, address: str) -> None:
        """Count a wrong token."""
        self._counting.hit(self._rate, address)
