"""Log lines that anybody on the network can bring about are written once a minute: else whoever makes the server fail
to accept a connection, again and again, fills the disk.
"""

import logging
import time

PAUSE = 60.0
"""Seconds in which a line is not written again."""
_LIMITED = {
    "asyncio": ("socket.accept() out of system resource",),
    "uvicorn.error": ("Invalid HTTP request received.", "Unsupported upgrade request.", "No supported WebSocket"),
}
"""How such lines begin, by the logger that writes them."""


class OnceAMinute(logging.Filter):
    """Passes each of these lines once in `PAUSE` seconds, and with it how many were left out before."""

    def __init__(self) -> None:
        """Nothing was written yet."""
        super().__init__()
        self._written: dict[str, float] = {}
        self._left_out: dict[str, int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is to be written."""
        words = record.getMessage()
        line = next((one for one in _LIMITED.get(record.name, ()) if words.startswith(one)), None)
        if line is None:
            return True
        if time.monotonic() < self._written.get(line, float("-inf")) + PAUSE:
            self._left_out[line] = self._left_out.get(line, 0) + 1
            return False
        self._written[line] = time.monotonic()
        if before := self._left_out.pop(line, 0):
            record.msg, record.args = f"{words} ({before} more such lines were left out)", None
        return True
